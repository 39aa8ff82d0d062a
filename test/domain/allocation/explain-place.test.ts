import { describe, expect, it } from 'vitest';
import { allocationOrder } from '../../../src/domain/allocation/allocation-order.js';
import { explainPlaces } from '../../../src/domain/allocation/explain-place.js';
import type { WaitingLine } from '../../../src/domain/allocation/priority.js';
import { OrderLineId } from '../../../src/domain/kernel/ids.js';
import { MOMENT, RULES, waits } from './waiting-lines.js';

const explain = (id: string, unitsThere: number, ...lines: WaitingLine[]) =>
  explainPlaces(allocationOrder(lines, RULES, MOMENT), RULES, unitsThere).find((place) => place.orderLineId === id);
const ben = waits('2-1', 20, { quantity: 6 });
const ana = waits('1-1', 2, { quantity: 2, tier: 'vip', isBusiness: true });

describe('why not me', () => {
  it('names what my own place rests on, the weightiest first, and how many units are missing', () => {
    expect(explain('1-1', 5, ana, ben)).toEqual({
      orderLineId: '1-1',
      position: 2,
      unitsAhead: 6,
      unitsMissing: 2,
      reasons: ['tier', 'business', 'wait'],
      goesFirstInDays: 43,
    });
    expect(explain('1-1', 7, ana, ben)).toMatchObject({ unitsMissing: 1 });
    expect(explain('1-1', 8, ana, ben)).toMatchObject({ unitsMissing: 0 });
    expect(explain('1-1', 99, ana, ben)).toMatchObject({ unitsMissing: 0 });
  });

  it('names only the floor for who goes before all newcomers', () => {
    const long = waits('3-1', 46, { tier: 'vip' });
    expect(explain('3-1', 0, ana, long)).toMatchObject({
      position: 1,
      reasons: ['waited_longest'],
      goesFirstInDays: 0,
    });
  });

  it('leaves out what hardly weighs', () => {
    const small = (orderValueCents: number) => waits('4-1', 1, { orderValueCents });
    expect(explain('4-1', 0, small(9_999))?.reasons).toEqual(['wait']);
    expect(explain('4-1', 0, small(10_000))?.reasons).toEqual(['wait', 'orderSize']);
  });

  it('is silent about a line that does not wait', () => {
    expect(explain('9-1', 5, ana)).toBeUndefined();
  });

  it('says the same whoever else it is that stands before me', () => {
    const other = {
      ...ben,
      orderLineId: OrderLineId.parse('7-1'),
      tier: 'vip' as const,
      lifetimeValueCents: 1_000_000,
    };
    expect(explain('1-1', 5, ana, other)).toEqual(explain('1-1', 5, ana, ben));
  });
});
