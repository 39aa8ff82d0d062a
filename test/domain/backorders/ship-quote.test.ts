import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeUnits } from '../../../src/domain/backorders/free-units.js';
import { quoteFromStock, quoteFromSupply } from '../../../src/domain/backorders/ship-quote.js';
import { makeBusinessCalendar } from '../../../src/domain/kernel/business-calendar.js';
import { addDays, localDate } from '../../../src/domain/kernel/dates.js';

const calendar = makeBusinessCalendar({ holidays: 'us_federal' });
const transitDays = { likely: 4, cautious: 6 };

describe('a quote from the shelf', () => {
  it('counts the packing days in business days: ordered on the day before Thanksgiving, it leaves on the Friday after', () => {
    expect(quoteFromStock({ today: localDate('2026-11-25'), calendar, packingDays: 1, transitDays })).toEqual({
      kind: 'dated',
      dates: {
        likelyOn: '2026-11-27',
        cautiousOn: '2026-11-27',
        arrivesLikelyOn: '2026-12-01',
        arrivesCautiousOn: '2026-12-03',
      },
      basis: 'in stock when ordered; packing takes 1 business day',
    });
  });

  it('is never before today, and never later for fewer packing days', () => {
    const start = localDate('2026-01-01');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 9 }), (day, packingDays) => {
        const today = addDays(start, day);
        const [quote, slower] = [packingDays, packingDays + 1].map((days) =>
          quoteFromStock({ today, calendar, packingDays: days, transitDays }),
        );
        if (quote?.kind !== 'dated' || slower?.kind !== 'dated') throw new Error('the shelf always has a date');
        expect(quote.dates.likelyOn >= today).toBe(true);
        expect(slower.dates.cautiousOn >= quote.dates.cautiousOn).toBe(true);
      }),
    );
  });
});

describe('a quote from what is on order', () => {
  it.each([
    [{ kind: 'no_supply', missingUnits: 1 }, 'no_open_purchase_order'],
    [{ kind: 'short_supply', missingUnits: 1 }, 'not_enough_on_order'],
    [{ kind: 'no_record' }, 'no_record'],
  ] as const)('names no date for %j', (eta, because) => {
    expect(quoteFromSupply(eta, localDate('2026-11-23'))).toEqual({ kind: 'undated', because });
  });
});

describe('the units that are free', () => {
  it('are what the channel may have everywhere, less what others wait for', () => {
    const stock = [
      { onHand: 9, allocated: 2, buffers: [{ salesChannelId: 'store', units: 3 }] },
      { onHand: 5, allocated: 0, buffers: [{ salesChannelId: 'web', units: 5 }] },
    ];
    expect(freeUnits(stock, 'web', 0)).toBe(4 + 5);
    expect(freeUnits(stock, 'store', 0)).toBe(7 + 0);
    expect(freeUnits(stock, 'web', 6)).toBe(3);
    expect(freeUnits(stock, 'web', 12)).toBe(0);
  });
});
