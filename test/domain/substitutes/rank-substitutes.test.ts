import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCatalogue } from '../../../src/domain/substitutes/catalogue-statistics.js';
import type { CatalogueProduct } from '../../../src/domain/substitutes/product.js';
import { makeRanker } from '../../../src/domain/substitutes/rank-substitutes.js';
import { rankingQuality } from '../../../src/domain/substitutes/ranking-quality.js';
import { readRules } from '../../../src/domain/substitutes/read-product.js';
import { loadSubstitutePolicy } from '../../../src/knowledge/substitute-policy.js';
import { textLikeness } from '../../../src/language/text-likeness.js';
import { madeCatalogue } from './made-catalogue.js';

const policy = loadSubstitutePolicy();

function rankerFor(products: readonly CatalogueProduct[], rules = policy) {
  const count = countCatalogue();
  for (const product of products) count.add(product);
  const ranker = makeRanker(count.statistics(), readRules(rules));
  return (a: CatalogueProduct, b: CatalogueProduct) => ranker.score(ranker.read(a), ranker.read(b));
}

const product = (sku: string, title: string, more: Partial<CatalogueProduct> = {}): CatalogueProduct => ({
  sku,
  title,
  brand: '',
  category: '',
  description: '',
  attributes: {},
  priceCents: null,
  ...more,
});

/** The first of some near misses around one product. */
function firstFor(wanted: CatalogueProduct, ...candidates: CatalogueProduct[]): string {
  const score = rankerFor([wanted, ...candidates]);
  return candidates.toSorted((a, b) => score(wanted, b).score - score(wanted, a).score)[0]!.sku;
}

describe('near misses that share almost every word', () => {
  it.each([
    [
      'a case for the thing',
      'Acme X200 Mirrorless Camera Black',
      'Case for Acme X200 Mirrorless Camera Black',
      'Bolt R5 Compact Camera',
    ],
    ['its spare part', 'Acme 18V Cordless Drill', 'Acme 18V Cordless Drill Battery', 'Bolt 20V Drill Driver'],
    [
      'its cartridge',
      'Acme LaserJet M15 Printer',
      'Toner Cartridge for Acme LaserJet M15 Printer',
      'Bolt Inkjet 310 Printer',
    ],
    ['the toy of it', 'Acme Kitchen Blender 600 W', 'Acme Toy Kitchen Blender', 'Bolt Blender 500W'],
    ['the other hand', 'Acme Golf Glove Left Hand White', 'Acme Golf Glove Right Hand White', 'Bolt Left Glove'],
    ['the other sex', "Acme Men's Trail Running Shoes", "Acme Women's Trail Running Shoes", 'Bolt Mens Shoe'],
    ['the other plug', 'Acme USB-C Charging Cable 1 m', 'Acme Lightning Charging Cable 1 m', 'Bolt USB C Cable 3ft'],
    [
      'the wrong model’s case',
      'Slim Case for Phone X12 - Black',
      'Slim Case for Phone X9 - Black',
      'Leather Case for Phone X12',
    ],
    ['the refurbished one', 'Acme 27 inch Monitor', 'Acme 27 inch Monitor Refurbished', 'Bolt 27" Monitor'],
    [
      'the other animal',
      'Acme Adult Dry Dog Food Chicken 5 kg',
      'Acme Adult Dry Cat Food Chicken 5 kg',
      'Bolt Dog Food Beef 11 lb',
    ],
  ])('%s comes after an honest substitute', (_what, wanted, nearMiss, honest) => {
    expect(firstFor(product('W', wanted), product('MISS', nearMiss), product('HONEST', honest))).toBe('HONEST');
  });

  it('the same lens for another mount comes after another lens for the same mount', () => {
    const lens = (sku: string, title: string, mount: string) =>
      product(sku, title, { category: 'Lenses', attributes: { lensMount: mount }, priceCents: 50_000 });
    const wanted = lens('W', 'Alder 50 mm f/1.8 lens', 'AW');
    expect(
      firstFor(wanted, lens('MISS', 'Alder 50 mm f/1.8 lens', 'CX'), lens('HONEST', 'Corvo 55mm F2 Lens', 'aw')),
    ).toBe('HONEST');
  });

  it('a smaller drive comes after a larger one, whatever the unit', () => {
    const drive = (sku: string, capacity: string) =>
      product(sku, 'Portable SSD drive', { category: 'SSD', attributes: { capacity } });
    expect(firstFor(drive('W', '1 TB'), drive('MISS', '500 GB'), drive('HONEST', '2000GB'))).toBe('HONEST');
  });

  it('a lone mount in the title stands in for a missing attribute', () => {
    const cameras = ['AW', 'AW', 'CX', 'CX'].map((mount, n) =>
      product(`C${n}`, `Body ${n} Camera`, { category: 'Cameras', attributes: { mount } }),
    );
    const score = rankerFor(cameras);
    const verdicts = score(product('W', 'Nimbus CX Camera', { category: 'Cameras' }), cameras[0]!).verdicts;
    expect(verdicts).toContainEqual({ kind: 'clashes', name: 'mount', wanted: 'cx', offered: 'aw' });
  });
});

describe('a variant of the same product', () => {
  const shirt = (sku: string, colour: string, size: string) =>
    product(sku, `Alder Linen Shirt, ${colour}`, {
      brand: 'Alder',
      category: 'Clothing > Shirts',
      attributes: { colour, size },
    });

  it('in another colour beats other products; in another size it does not', () => {
    const other = product('OTHER', 'Corvo Cotton Shirt', {
      brand: 'Corvo',
      category: 'Clothing > Shirts',
      attributes: { colour: 'blue', size: 'M' },
    });
    expect(firstFor(shirt('W', 'blue', 'M'), other, shirt('COLOUR', 'red', 'M'))).toBe('COLOUR');
    expect(firstFor(shirt('W', 'blue', 'M'), other, shirt('SIZE', 'blue', 'XL'))).toBe('OTHER');
  });
});

describe('on made-up catalogues', () => {
  /** Quality over the tasks of one made catalogue, by any score of two products. */
  function qualityOf(seed: number, rules: typeof policy | 'text') {
    const { products, tasks } = madeCatalogue(seed);
    const bySku = new Map(products.map((one) => [one.sku, one]));
    const ranked = rules === 'text' ? null : rankerFor(products, rules);
    const score = (a: CatalogueProduct, b: CatalogueProduct) => ranked?.(a, b).score ?? textLikeness(a.title, b.title);
    return rankingQuality(
      tasks.map(({ sku, candidates, grades }) => {
        const scored = candidates.map((other) => [score(bySku.get(sku)!, bySku.get(other)!), grades[other]!] as const);
        return scored.toSorted(([a], [b]) => b - a).map(([, grade]) => grade);
      }),
    );
  }

  it.each([11, 12])('it ranks far better than likeness of text, with few bad firsts (seed %i)', (seed) => {
    const [own, text] = [qualityOf(seed, policy), qualityOf(seed, 'text')];
    expect(own.ndcg).toBeGreaterThan(0.93);
    expect(own.ndcg).toBeGreaterThan(text.ndcg + 0.2);
    expect(own.badFirsts).toBeLessThan(0.1);
    expect(text.badFirsts).toBeGreaterThan(0.4);
  });

  it('it does so without any rule that names an attribute, by what the catalogue itself tells', () => {
    const [own, text] = [qualityOf(13, { ...policy, compatibility: [] }), qualityOf(13, 'text')];
    expect(own.ndcg).toBeGreaterThan(text.ndcg + 0.15);
    expect(own.badFirsts).toBeLessThan(text.badFirsts / 2);
  });
});

describe('the score of any two products', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom('USB-C cable 2 m', 'Case for X2', '24-70 mm lens', ''),
  );
  const anyProduct = fc.record({
    sku: fc.string({ minLength: 1, maxLength: 5 }),
    title: text,
    brand: text,
    category: fc
      .array(fc.constantFrom('Photo', 'Lenses', 'Bags', ''), { maxLength: 3 })
      .map((path) => path.join(' > ')),
    description: text,
    attributes: fc.dictionary(
      fc.constantFrom('mount', 'colour', 'size', 'constructor', 'max load'),
      fc.oneof(text, fc.double({ noNaN: true }), fc.boolean()),
    ),
    priceCents: fc.option(fc.nat(1e7)),
  });

  it('lies between 0 and 1, with its reason', () => {
    fc.assert(
      fc.property(fc.array(anyProduct, { minLength: 2, maxLength: 6 }), (products) => {
        const score = rankerFor(products);
        for (const other of products) {
          const { score: value, reason } = score(products[0]!, other);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(reason).not.toMatch(/undefined|NaN/);
        }
      }),
    );
  });
});
