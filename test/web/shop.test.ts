import { describe, expect, it } from 'vitest';
import { availabilitySentence, badgeText, priceText } from '../../src/web/shop/availability-text.js';
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
  availability: { kind: 'in_stock', units: null },
});

describe('what a badge says', () => {
  it.each([
    [{ kind: 'in_stock', units: null }, 'In stock'],
    [{ kind: 'in_stock', units: 3 }, 'Only 3 left'],
    [{ kind: 'backordered', likelyInDays: 12 }, 'To order · ships in about 12 days'],
    [{ kind: 'backordered', likelyInDays: 0 }, 'To order · ships in about 1 day'],
    [{ kind: 'backordered', likelyInDays: null }, 'To order · no date yet'],
    [{ kind: 'not_taken' }, 'Sold out'],
  ] as const)('%j: %s', (availability, text) => {
    expect(badgeText(availability)).toBe(text);
  });

  const live = {
    availability: 'in_stock',
    unitsInStock: null,
    likelyOn: '2026-11-24',
    cautiousOn: '2026-11-24',
    because: null,
  } as const;
  const waiting = { ...live, availability: 'can_order', unitsInStock: 0, cautiousOn: '2026-12-10' } as const;
  const undated = { likelyOn: null, cautiousOn: null } as const;

  it.each([
    [live, 'In stock. Leaves by Tue, Nov 24.'],
    [{ ...live, unitsInStock: 3 }, 'In stock, 3 left. Leaves by Tue, Nov 24.'],
    [
      { ...waiting, likelyOn: '2026-12-04' },
      'Not on our shelf, on its way to us. Likely leaves Fri, Dec 4, at the latest we expect Thu, Dec 10.',
    ],
    [{ ...waiting, ...undated }, 'Not on our shelf. You can order it, though we have no date yet.'],
    [
      { ...waiting, ...undated, availability: 'not_taken', because: 'stopped' },
      'Sold out, and not taken at the moment.',
    ],
    [
      { ...waiting, ...undated, availability: 'not_taken', because: 'no_supplier' },
      'Sold out, and not taken at the moment: no delivery of it is on order with a supplier.',
    ],
  ] as const)('in a sentence, from what the server says now: %j', (availability, text) => {
    expect(availabilitySentence(availability)).toBe(text);
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
