import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandPattern } from '../../../src/domain/demand/demand-class.js';
import { type JustInTimeFacts, justInTimeVerdict } from '../../../src/domain/demand/just-in-time.js';
import { proposeReorder, type ReorderQuestion } from '../../../src/domain/demand/reorder-proposal.js';
import { stockRisk } from '../../../src/domain/demand/stock-risk.js';
import { velocitySpike } from '../../../src/domain/demand/velocity-spike.js';
import { money } from '../../../src/domain/kernel/money.js';

const poisson = (mean: number) => ({ mean, variance: mean, isCount: true });
const usd = (cents: number) => money(cents, 'USD');

describe('what may happen before the next receipt', () => {
  it('one unit, two expected in ten days: short with 59 %, by 1.14 units', () => {
    const risk = stockRisk({ available: 1, demand: poisson(2), days: 10, price: usd(82_000) });
    expect(risk.daysOfCover).toBe(5);
    expect(risk.stockOutChance).toBeCloseTo(0.593994, 6);
    expect(risk.unitsShort).toBeCloseTo(1.135335, 6);
    expect(risk.revenueAtRisk).toEqual(usd(93_097));
  });

  it('counts units owed as short already', () => {
    const risk = stockRisk({ available: -3, demand: poisson(2), days: 10, price: usd(100) });
    expect(risk).toMatchObject({ daysOfCover: 0, stockOutChance: 1, unitsShort: 5, revenueAtRisk: usd(500) });
  });

  it('has no days of cover where nothing sells', () => {
    const risk = stockRisk({ available: 3, demand: poisson(0), days: 10, price: usd(100) });
    expect(risk).toEqual({ daysOfCover: null, stockOutChance: 0, unitsShort: 0, revenueAtRisk: usd(0) });
    expect(() => stockRisk({ available: 3, demand: poisson(1), days: 0, price: usd(1) })).toThrow('at least a day');
  });
});

describe('a reorder proposal', () => {
  const question: ReorderQuestion = {
    position: 2,
    overLeadTime: poisson(3),
    overLeadTimeAndReview: poisson(6),
    serviceLevel: 0.9,
    packSize: 4,
    leastOrder: 1,
    unitCost: usd(1_000),
    price: usd(1_500),
  };

  it('at or below the reorder point orders up to the level, in whole packs, with what it costs', () => {
    // Poisson 3 and 6: 90 % are at most 5 and 9; 7 are wanted, two packs hold 8
    expect(proposeReorder(question)).toEqual({
      kind: 'order',
      quantity: 8,
      reorderPoint: 5,
      orderUpTo: 9,
      cost: usd(8_000),
      worth: usd(12_000),
      excessCost: usd(1_000),
    });
    expect(proposeReorder({ ...question, position: 5 })).toMatchObject({ kind: 'order', quantity: 4 });
    expect(proposeReorder({ ...question, leastOrder: 10 })).toMatchObject({ quantity: 12, excessCost: usd(5_000) });
  });

  it('above it orders nothing', () => {
    expect(proposeReorder({ ...question, position: 6 })).toEqual({ kind: 'enough', reorderPoint: 5, unitsAbove: 1 });
    const dead = { ...question, position: 0, overLeadTime: poisson(0), overLeadTimeAndReview: poisson(0) };
    expect(proposeReorder(dead)).toEqual({ kind: 'enough', reorderPoint: 0, unitsAbove: 0 });
    expect(() => proposeReorder({ ...question, packSize: 0 })).toThrow('at least 1 unit');
  });

  it('reaches the order-up-to level, and not by a pack too many', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 1, max: 9 }), (position, packSize) => {
        const proposal = proposeReorder({ ...question, position, packSize });
        expect(proposal.kind).toBe(position > 5 ? 'enough' : 'order');
        if (proposal.kind === 'enough') return;
        expect(proposal.quantity % packSize).toBe(0);
        expect(position + proposal.quantity).toBeGreaterThanOrEqual(9);
        expect(position + proposal.quantity).toBeLessThan(9 + packSize);
      }),
    );
  });
});

describe('a velocity spike', () => {
  const weeks = (saturdays: (number | null)[], today: number | null) => [
    ...saturdays.flatMap((units) => [units, 1, 1, 1, 1, 1, 1]),
    today,
  ];

  it('is far more than the same weekday usually sells', () => {
    const spike = velocitySpike(weeks([4, 5, 3, 4, 4, 5, 3, 4], 14));
    expect(spike).toMatchObject({ kind: 'spike', units: 14, expected: 4 });
    expect(velocitySpike(weeks([4, 5, 3, 4, 4, 5, 3, 4], 7)).kind).toBe('usual');
  });

  it('does not take a busy weekday for a spike', () => {
    expect(velocitySpike(weeks([20, 22, 18, 21, 19, 20, 22, 20], 24))).toMatchObject({
      kind: 'usual',
      expected: 20.25,
    });
  });

  it('does not take a single sale of a slow item for one', () => {
    const one = velocitySpike(weeks([0, 0, 0, 0, 0, 0, 0, 0], 1));
    expect(one).toMatchObject({ kind: 'usual', expected: 0 });
    expect(one.kind === 'usual' && one.chance).toBeCloseTo(1 - Math.exp(-0.5), 9);
    expect(velocitySpike(weeks([0, 0, 0, 0, 0, 0, 0, 0], 4)).kind).toBe('spike');
  });

  it('needs four weeks that are known, and looks back eight', () => {
    expect(velocitySpike(weeks([null, null, 4, 4, 4], 20))).toEqual({ kind: 'too_little_history', weeks: 3 });
    expect(velocitySpike(weeks([4, 4, 4, 4], 20)).kind).toBe('spike');
    expect(velocitySpike(weeks([90, 4, 4, 4, 4, 4, 4, 4, 4], 20))).toMatchObject({ kind: 'spike', expected: 4 });
    expect(velocitySpike(weeks([4, 4, 4, 4], null)).kind).toBe('too_little_history');
  });
});

describe('a demand pattern', () => {
  it('is one of four, by interval 1.32 and variation 0.49', () => {
    expect(demandPattern([2, 3, 2, 3])?.class).toBe('smooth');
    expect(demandPattern([1, 9, 1, 1])?.class).toBe('erratic');
    expect(demandPattern([2, 0, 0, 3])).toEqual({ class: 'intermittent', interval: 2, variation: 0.04 });
    expect(demandPattern([1, 0, 0, 9, 0, 1])?.class).toBe('lumpy');
    expect(demandPattern([0, null])).toBeUndefined();
    expect(demandPattern([2, null, 2])?.interval).toBe(1);
    // 100 periods with 76 demands: 1.316; with 75: 1.333
    const months = (demands: number) => Array.from({ length: 100 }, (_, at) => (at < demands ? 2 : 0));
    expect([demandPattern(months(76))?.class, demandPattern(months(75))?.class]).toEqual(['smooth', 'intermittent']);
  });
});

describe('just in time', () => {
  const good: JustInTimeFacts = {
    pattern: demandPattern([2, 3, 2, 3]),
    onTimeRate: 0.95,
    leadDays: 7,
    leadTimeVariation: 0.25,
    suppliers: 2,
    leastOrderDays: 7,
  };

  it('suits an item that meets every rule, at its limit too', () => {
    expect(justInTimeVerdict(good)).toEqual({ isSuitable: true, unmet: [] });
  });

  it.each([
    [{ pattern: undefined }, 'steady_demand'],
    [{ onTimeRate: 0.94 }, 'on_time'],
    [{ onTimeRate: undefined }, 'on_time'],
    [{ leadDays: 8 }, 'short_lead'],
    [{ leadTimeVariation: 0.26 }, 'steady_lead'],
    [{ suppliers: 1 }, 'second_source'],
    [{ leastOrderDays: 8 }, 'small_orders'],
  ])('does not with %o', (facts, rule) => {
    expect(justInTimeVerdict({ ...good, ...facts })).toEqual({ isSuitable: false, unmet: [rule] });
  });
});
