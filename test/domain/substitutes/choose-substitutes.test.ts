import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCatalogue } from '../../../src/domain/substitutes/catalogue-statistics.js';
import { chooseSubstitutes, type SubstituteCandidate } from '../../../src/domain/substitutes/choose-substitutes.js';
import type { CatalogueProduct } from '../../../src/domain/substitutes/product.js';
import { makeRanker } from '../../../src/domain/substitutes/rank-substitutes.js';
import { readRules } from '../../../src/domain/substitutes/read-product.js';
import { loadSubstitutePolicy } from '../../../src/knowledge/substitute-policy.js';

const policy = loadSubstitutePolicy();
const rules = readRules(policy);

const lens = (sku: string, mm: number, dollars: number, mount = 'AW') => ({
  sku,
  title: `${mm} mm lens`,
  brand: '',
  category: 'Lenses',
  description: '',
  attributes: { mount, focalLength: `${mm} mm`, colour: sku },
  priceCents: dollars * 100,
});
const offer = (product: CatalogueProduct, more: Partial<SubstituteCandidate> = {}): SubstituteCandidate => ({
  product,
  free: 10,
  offered: 0,
  accepted: 0,
  ...more,
});

const WANTED = lens('LEN-50', 50, 820);

function choose(candidates: readonly SubstituteCandidate[], wish = {}) {
  const count = countCatalogue();
  for (const product of [WANTED, ...candidates.map((one) => one.product)]) count.add(product);
  const ranker = makeRanker(count.statistics(), rules);
  return chooseSubstitutes({ wanted: WANTED, quantity: 2, mostCents: null, ...wish }, candidates, {
    ranker,
    rules,
    limits: policy.offer,
  });
}
const skus = (...args: Parameters<typeof choose>) => choose(...args).map(({ product }) => product.sku);

describe('what is offered in place of a product', () => {
  it('comes with the differences that matter before those of looks, and the price difference', () => {
    expect(choose([offer(lens('LEN-55', 55, 790))])).toMatchObject([
      {
        product: { sku: 'LEN-55' },
        priceDifferenceCents: -3_000,
        differences: [
          { name: 'focal length', ordered: '50 mm', substitute: '55 mm' },
          { name: 'colour', ordered: 'LEN-50', substitute: 'LEN-55' },
        ],
      },
    ]);
  });

  it('leaves out what does not fit, what is short of stock, and what is too dear or too cheap', () => {
    const candidates = [
      offer(lens('OTHER-MOUNT', 50, 820, 'CX')),
      offer(lens('ONE-LEFT', 50, 820), { free: 1 }),
      offer(lens('TOO-DEAR', 50, 1067)),
      offer(lens('TOO-CHEAP', 50, 409)),
      offer(lens('DEAREST', 50, 1066)),
      offer(lens('CHEAPEST', 50, 410)),
      offer({ ...lens('CAP', 50, 500), title: 'Cap for 50 mm lens' }),
      offer(WANTED),
    ];
    expect(skus(candidates).sort()).toEqual(['CHEAPEST', 'DEAREST']);
    expect(skus(candidates, { mostCents: 41_000 })).toEqual(['CHEAPEST']);
  });

  it('may be another size of the same thing, though its title ends in it', () => {
    const pad = (sku: string, title: string, dollars: number) => ({
      ...lens(sku, 1, dollars),
      title,
      category: '',
      attributes: {},
    });
    const long = pad('PAD-L', 'Sleeping pad long', 95);
    expect(skus([offer(pad('PAD-R', 'Sleeping pad regular', 79))], { wanted: long })).toEqual(['PAD-R']);
  });

  it('puts first, of two alike, the one that others agreed to', () => {
    const [a, b] = [lens('A', 55, 800), lens('B', 55, 800)];
    expect(skus([offer(a, { offered: 9, accepted: 1 }), offer(b, { offered: 9, accepted: 8 })])).toEqual(['B', 'A']);
    expect(skus([offer(a, { offered: 9, accepted: 8 }), offer(b, { offered: 9, accepted: 1 })])).toEqual(['A', 'B']);
  });

  it('is never more than three, never short of stock, never outside the band, whatever there is', () => {
    const candidate = fc.record({
      mm: fc.integer({ min: 20, max: 90 }),
      dollars: fc.integer({ min: 0, max: 2_000 }),
      mount: fc.constantFrom('AW', 'CX'),
      free: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), (made) => {
        const candidates = made.map(({ mm, dollars, mount, free }, n) =>
          offer(lens(`S-${n}`, mm, dollars, mount), { free }),
        );
        const chosen = choose(candidates);
        expect(chosen.length).toBeLessThanOrEqual(3);
        for (const { product } of chosen) {
          expect(candidates.find((one) => one.product.sku === product.sku)!.free).toBeGreaterThanOrEqual(2);
          expect(product.priceCents).toBeGreaterThanOrEqual(41_000);
          expect(product.priceCents).toBeLessThanOrEqual(106_600);
          expect(product.attributes.mount).toBe('AW');
        }
      }),
    );
  });
});
