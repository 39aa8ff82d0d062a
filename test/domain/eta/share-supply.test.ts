import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareSupply } from '../../../src/domain/eta/share-supply.js';
import { OrderLineId, PurchaseOrderLineId } from '../../../src/domain/kernel/ids.js';

const supplies = (...units: number[]) =>
  units.map((openQuantity, at) => ({ poLineId: PurchaseOrderLineId.parse(`PO-${at + 1}-1`), openQuantity }));
const lines = (...units: number[]) =>
  units.map((quantity, at) => ({ orderLineId: OrderLineId.parse(`${at + 1}-1`), quantity }));
const told = (...args: Parameters<typeof shareSupply>) =>
  shareSupply(...args).map(({ poLineId, orderLineId, units }) => `${poLineId} → ${orderLineId}: ${units}`);

describe('who is served by which delivery', () => {
  it('gives the first delivery to the first in line, and the rest of a line from the next', () => {
    expect(told(supplies(4, 3), lines(3, 2, 4))).toEqual([
      'PO-1-1 → 1-1: 3',
      'PO-1-1 → 2-1: 1',
      'PO-2-1 → 2-1: 1',
      'PO-2-1 → 3-1: 2',
    ]);
  });

  it('gives no more than there is or is wanted, and all of the smaller, always', () => {
    const some = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 });
    const total = (units: readonly number[]) => units.reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(some, some, (there, wanted) => {
        const shares = shareSupply(supplies(...there), lines(...wanted));
        expect(total(shares.map(({ units }) => units))).toBe(Math.min(total(there), total(wanted)));
        for (const { poLineId, openQuantity } of supplies(...there))
          expect(
            total(shares.filter((share) => share.poLineId === poLineId).map(({ units }) => units)),
          ).toBeLessThanOrEqual(openQuantity);
        for (const { orderLineId, quantity } of lines(...wanted))
          expect(
            total(shares.filter((share) => share.orderLineId === orderLineId).map(({ units }) => units)),
          ).toBeLessThanOrEqual(quantity);
        expect(shares.every(({ units }) => units > 0)).toBe(true);
      }),
    );
  });
});
