import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availableToPromise, type Stock } from '../../../src/domain/allocation/available-to-promise.js';

const buffers = [
  { salesChannelId: 'web', units: 3 },
  { salesChannelId: 'shop', units: 4 },
];

describe('available to promise', () => {
  it('is what is there, not given away and not kept for others', () => {
    const stock: Stock = { onHand: 20, allocated: 5, buffers };
    expect(availableToPromise(stock, 'web')).toBe(11); // 20 − 5 − 4 kept for the shop
    expect(availableToPromise(stock, 'shop')).toBe(12); // 20 − 5 − 3 kept for the web
    expect(availableToPromise(stock, 'marketplace')).toBe(8); // 20 − 5 − 3 − 4
  });

  it('is never below nothing', () => {
    expect(availableToPromise({ onHand: 6, allocated: 5, buffers }, 'web')).toBe(0);
  });

  const aStock: fc.Arbitrary<Stock> = fc.record({
    onHand: fc.nat(500),
    allocated: fc.nat(500),
    buffers: fc.uniqueArray(fc.record({ salesChannelId: fc.constantFrom('web', 'shop', 'b2b'), units: fc.nat(50) }), {
      selector: (buffer) => buffer.salesChannelId,
    }),
  });
  const aChannel = fc.constantFrom('web', 'shop', 'b2b', 'marketplace');

  it('stays between nothing and what is on hand and free', () => {
    fc.assert(
      fc.property(aStock, aChannel, (stock, channel) => {
        const units = availableToPromise(stock, channel);
        expect(units).toBeGreaterThanOrEqual(0);
        expect(units).toBeLessThanOrEqual(Math.max(0, stock.onHand - stock.allocated));
      }),
    );
  });

  it('grows with the stock, shrinks with what is given away or kept for others, ignores the own buffer', () => {
    fc.assert(
      fc.property(aStock, aChannel, fc.nat(50), (stock, channel, more) => {
        const units = availableToPromise(stock, channel);
        expect(availableToPromise({ ...stock, onHand: stock.onHand + more }, channel)).toBeGreaterThanOrEqual(units);
        expect(availableToPromise({ ...stock, allocated: stock.allocated + more }, channel)).toBeLessThanOrEqual(units);
        const buffered = (salesChannelId: string) => ({
          ...stock,
          buffers: [...stock.buffers, { salesChannelId, units: more }],
        });
        expect(availableToPromise(buffered('outlet'), channel)).toBe(Math.max(0, units - more));
        expect(availableToPromise(buffered(channel), channel)).toBe(units);
      }),
    );
  });
});
