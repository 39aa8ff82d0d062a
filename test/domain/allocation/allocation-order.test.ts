import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocationOrder } from '../../../src/domain/allocation/allocation-order.js';
import { priorityOf, type WaitingLine } from '../../../src/domain/allocation/priority.js';
import { shareOut } from '../../../src/domain/allocation/share-out.js';
import { addToInstant, localDate } from '../../../src/domain/kernel/dates.js';
import { LocationId, Sku } from '../../../src/domain/kernel/ids.js';
import { GREEDY, MOMENT, RULES, someLines, waits } from './waiting-lines.js';

const order = (...lines: WaitingLine[]) =>
  allocationOrder(lines, RULES, MOMENT).map(({ orderLineId }) => String(orderLineId));
const points = (more: Partial<WaitingLine>) => priorityOf(waits('1-1', 0, more), RULES, MOMENT).points;

describe('the points of a line', () => {
  it('are a thousand for each day waited, to the thousandth', () => {
    expect(priorityOf(waits('1-1', 12), RULES, MOMENT)).toEqual({
      points: 12_000,
      waitPoints: 12_000,
      factors: [],
      goesFirst: false,
    });
    expect(priorityOf(waits('1-1', 0.5), RULES, MOMENT).points).toBe(500);
  });

  it.each([
    ['a first ship date passed by 15 of 30 days', { firstShipBy: localDate('2026-11-08') }, 4_000],
    ['one passed by 60', { firstShipBy: localDate('2026-09-24') }, 8_000],
    ['one of today', { firstShipBy: localDate('2026-11-23') }, 0],
    ['needed in 7 of 14 days', { neededBy: localDate('2026-11-30') }, 3_000],
    ['needed today', { neededBy: localDate('2026-11-23') }, 6_000],
    ['needed yesterday', { neededBy: localDate('2026-11-22') }, 0],
    ['needed in three weeks', { neededBy: localDate('2026-12-14') }, 0],
    ['the tier plus', { tier: 'plus' as const }, 2_000],
    ['the tier vip', { tier: 'vip' as const }, 4_000],
    ['$1,250 bought so far', { lifetimeValueCents: 125_000 }, 750],
    ['$80,000 bought so far', { lifetimeValueCents: 8_000_000 }, 3_000],
    ['a business', { isBusiness: true }, 3_000],
    ['an order of $500', { orderValueCents: 50_000 }, 500],
  ])('for %s', (_, more, expected) => {
    expect(points(more)).toBe(expected);
  });

  it('count an important SKU by its percent', () => {
    const rules = { ...RULES, skuPercent: { LENS: 40 } };
    expect(priorityOf(waits('1-1', 0), rules, MOMENT).points).toBe(400);
  });
});

describe('the order of serving', () => {
  it('goes by wait where nothing else counts, then by line', () => {
    expect(order(waits('9-1', 2), waits('7-2', 5), waits('8-1', 2.5), waits('7-1', 5))).toEqual([
      '7-1',
      '7-2',
      '8-1',
      '9-1',
    ]);
  });

  it('lets a VIP pass who came up to four days later, and no more', () => {
    expect(order(waits('1-1', 10), waits('2-1', 6.5, { tier: 'vip' }))).toEqual(['2-1', '1-1']);
    expect(order(waits('1-1', 10), waits('2-1', 5.5, { tier: 'vip' }))).toEqual(['1-1', '2-1']);
  });

  it('puts whoever waited 45 days, or was passed over six times, before even the greediest VIP', () => {
    const vip = waits('3-1', 40, GREEDY);
    expect(order(vip, waits('1-1', 44.9))).toEqual(['3-1', '1-1']);
    expect(order(vip, waits('1-1', 45))).toEqual(['1-1', '3-1']);
    expect(order(vip, waits('1-1', 44, { rounds: 6 }))).toEqual(['1-1', '3-1']);
    expect(order(waits('1-1', 50), waits('2-1', 60))).toEqual(['2-1', '1-1']);
  });

  it('is the same whatever order the lines come in, and run again', () => {
    fc.assert(
      fc.property(someLines, fc.infiniteStream(fc.nat()), (lines, dice) => {
        const keys = new Map(lines.map((line) => [line, Number(dice.next().value)]));
        const shuffled = [...lines].sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
        expect(order(...shuffled)).toEqual(order(...lines));
      }),
    );
  });

  it('lets nobody pass who came later than all factors together are worth', () => {
    const worth = Object.values(RULES.worthDays).reduce((sum, days) => sum + days, 0);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), (daysAgo) => {
        expect(order(waits('1-1', daysAgo + worth), waits('2-1', daysAgo, GREEDY))[0]).toBe('1-1');
      }),
    );
  });
});

describe('fairness', () => {
  it('serves every line within a bounded number of allocations, whoever comes meanwhile', () => {
    const aRound = fc.record({ units: fc.integer({ min: 1, max: 5 }), newcomers: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(someLines, fc.array(aRound, { minLength: 1, maxLength: 10 }), (lines, rounds) => {
        const older = [...lines].sort((a, b) => Date.parse(a.backorderedAt) - Date.parse(b.backorderedAt));
        const mine = older.at(-1)!;
        const unitsOfOlder = older.reduce((sum, { quantity }) => sum + quantity, 0);
        // rounds until the floor, then each gives at least one unit to those who waited as long or longer
        const bound = RULES.fairness.afterRounds + unitsOfOlder;
        let waiting: readonly WaitingLine[] = lines;
        let { now } = MOMENT;
        let round = 0;
        for (; round < bound && waiting.some(({ orderLineId }) => orderLineId === mine.orderLineId); round += 1) {
          const { units, newcomers } = rounds[round % rounds.length]!;
          now = addToInstant(now, { seconds: 1 });
          const late = Array.from({ length: newcomers }, (_, n) =>
            waits(`N${round}-${n}`, 0, { ...GREEDY, backorderedAt: now }),
          );
          const inOrder = allocationOrder([...waiting, ...late], RULES, { now, today: MOMENT.today });
          const given = new Map(shares(inOrder, units).map((share) => [share.orderLineId, share.units]));
          waiting = inOrder
            .map((line) => ({
              ...line,
              quantity: line.quantity - (given.get(line.orderLineId) ?? 0),
              rounds: line.rounds + 1,
            }))
            .filter(({ quantity }) => quantity > 0);
        }
        expect(waiting.map(({ orderLineId }) => orderLineId)).not.toContain(mine.orderLineId);
      }),
      { numRuns: 60 },
    );
  });
});

function shares(inOrder: readonly WaitingLine[], units: number) {
  const dock = {
    locationId: LocationId.parse('dock'),
    onHand: units,
    allocated: 0,
    buffers: [],
    parcelCents: 0,
    unitCents: 0,
    days: 1,
  };
  const lines = inOrder.map((line) => ({ ...line, sku: Sku.parse('LENS'), salesChannelId: 'web' }));
  return shareOut(lines, [dock], { limit: units, centsPerUnitDay: 0 }).shares;
}
