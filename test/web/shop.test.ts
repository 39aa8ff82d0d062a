import { describe, expect, it } from 'vitest';
import { badgeText, priceText, stockSentence } from '../../src/web/shop/availability-text.js';
import type { Product } from '../../src/web/shop/catalogue.js';
import { categorySlug, chooseProducts } from '../../src/web/shop/choose-products.js';

const product = (sku: string, category: string, title: string, attributes: Record<string, string>): Product => ({
  sku,
  title,
  category,
  attributes,
  brand: 'Norvik',
  priceCents: 1999,
  currency: 'USD',
  image: `/shop/pictures/${sku}.svg`,
  availability: { kind: 'in_stock', units: 20 },
});

describe('what a badge says', () => {
  it.each([
    [{ kind: 'in_stock', units: 20 }, 'In stock'],
    [{ kind: 'in_stock', units: 3 }, 'Only 3 left'],
    [{ kind: 'backordered', likelyInDays: 12 }, 'Backordered · ships in about 12 days'],
    [{ kind: 'backordered', likelyInDays: 0 }, 'Backordered · ships in about 1 day'],
    [{ kind: 'backordered', likelyInDays: null }, 'Backordered · no date yet'],
  ] as const)('%j: %s', (availability, text) => {
    expect(badgeText(availability)).toBe(text);
  });

  it('names no date in the sentence either when there is none', () => {
    expect(stockSentence({ kind: 'backordered', likelyInDays: null })).toMatch(/has not given us a date/);
    expect(stockSentence({ kind: 'in_stock', units: 1 })).toMatch(/^The last one/);
  });

  it('writes prices with cents and thousands', () => {
    expect(priceText(129900, 'USD')).toBe('$1,299.00');
  });
});

describe('choosing products', () => {
  const lens = product('CAM-1', 'Cameras', 'Field Lens 35 mm', { Colour: 'Moss' });
  const watch = product('WEA-1', 'Wearables', 'Fern Fitness Watch', { Colour: 'Sand' });

  it('goes by category', () => {
    expect(chooseProducts([lens, watch], 'Cameras', '')).toEqual([lens]);
    expect(chooseProducts([lens, watch], undefined, ' ')).toEqual([lens, watch]);
  });

  it('wants every word, in whatever is known of a product', () => {
    expect(chooseProducts([lens, watch], undefined, 'moss LENS')).toEqual([lens]);
    expect(chooseProducts([lens, watch], undefined, 'norvik')).toEqual([lens, watch]);
    expect(chooseProducts([lens, watch], 'Wearables', 'lens')).toEqual([]);
  });

  it('gives each category an address', () => {
    expect(categorySlug('Power & charging')).toBe('power-charging');
  });
});
