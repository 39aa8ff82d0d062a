import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decideTaking,
  type Quotes,
  type TakingDecision,
  type TakingSituation,
} from '../../../src/domain/backorders/decide-taking.js';
import type { ShipQuote } from '../../../src/domain/backorders/ship-quote.js';
import { addDays, localDate } from '../../../src/domain/kernel/dates.js';

const TODAY = localDate('2026-11-23');

const dated = (days: number): ShipQuote => {
  const on = addDays(TODAY, days);
  return {
    kind: 'dated',
    dates: { likelyOn: on, cautiousOn: on, arrivesLikelyOn: on, arrivesCautiousOn: on },
    basis: 'b',
  };
};

/** Units come in steps: the n-th unit at the end of the queue ships after so many days; beyond the last step, no date. */
function quotesFrom(steps: readonly { units: number; days: number }[]): Quotes {
  return {
    fromStock: dated(1),
    waiting(units) {
      let left = units;
      for (const step of steps) {
        left -= step.units;
        if (left <= 0) return dated(step.days);
      }
      return { kind: 'undated', because: steps.length === 0 ? 'no_open_purchase_order' : 'not_enough_on_order' };
    },
  };
}

const stance = fc.oneof(
  fc.constant({ kind: 'accept' as const }),
  fc.constant({ kind: 'stop' as const }),
  fc.integer({ min: 1, max: 60 }).map((mostWaiting) => ({ kind: 'cap' as const, mostWaiting })),
);
const situation: fc.Arbitrary<TakingSituation> = fc.record({
  today: fc.constant(TODAY),
  freeUnits: fc.integer({ min: 0, max: 30 }),
  waitingUnits: fc.integer({ min: 0, max: 60 }),
  stance,
  hasSupplier: fc.boolean(),
  limits: fc.record({
    withoutDate: fc.constantFrom('refuse' as const, 'take' as const),
    stopWithoutSupplier: fc.boolean(),
    mostDaysAhead: fc.integer({ min: 1, max: 60 }),
  }),
});
const quotes = fc
  .array(fc.record({ units: fc.integer({ min: 1, max: 20 }), wait: fc.integer({ min: 0, max: 30 }) }), { maxLength: 4 })
  .map((steps) => {
    let days = 0;
    return quotesFrom(
      steps.map(({ units, wait }) => {
        days += wait;
        return { units, days };
      }),
    );
  });
const wanted = fc.integer({ min: 1, max: 90 });

const taken = (decision: TakingDecision, asked: number): number =>
  decision.kind === 'refuse' ? 0 : decision.kind === 'only' ? decision.units : asked;
const stated = (decision: TakingDecision): string | null =>
  'quote' in decision && decision.quote.kind === 'dated' ? decision.quote.dates.cautiousOn : null;

describe('deciding whether so many units can be had', () => {
  it('never promises more than is free, and adds up', () => {
    fc.assert(
      fc.property(wanted, situation, quotes, (asked, where, when) => {
        const decision = decideTaking(asked, where, when);
        if (!('now' in decision)) return;
        expect(decision.now).toBeLessThanOrEqual(where.freeUnits);
        expect(decision.now + decision.later).toBe(asked);
      }),
    );
  });

  it('never lets more wait than the stance allows', () => {
    fc.assert(
      fc.property(wanted, situation, quotes, (asked, where, when) => {
        const more = taken(decideTaking(asked, where, when), asked) - where.freeUnits;
        if (where.stance.kind === 'stop') expect(more).toBeLessThanOrEqual(0);
        if (where.stance.kind === 'cap' && more > 0)
          expect(where.waitingUnits + more).toBeLessThanOrEqual(where.stance.mostWaiting);
      }),
    );
  });

  it('gives no less of more, and nothing sooner', () => {
    fc.assert(
      fc.property(wanted, situation, quotes, (asked, where, when) => {
        const [one, two] = [decideTaking(asked, where, when), decideTaking(asked + 1, where, when)];
        expect(taken(two, asked + 1)).toBeGreaterThanOrEqual(taken(one, asked));
        const [before, after] = [stated(one), stated(two)];
        if (before && after) expect(after >= before).toBe(true);
      }),
    );
  });

  it('takes what it says could be had, and not one more', () => {
    fc.assert(
      fc.property(wanted, situation, quotes, (asked, where, when) => {
        const decision = decideTaking(asked, where, when);
        const most = taken(decision, asked);
        if (decision.kind !== 'only' && decision.kind !== 'refuse') return;
        if (most > 0) expect(decideTaking(most, where, when)).toHaveProperty('quote');
        expect(decideTaking(most + 1, where, when)).not.toHaveProperty('quote');
      }),
    );
  });

  it('states no date in the past, none beyond the limit, and none without a basis unless the shop says so', () => {
    fc.assert(
      fc.property(wanted, situation, quotes, (asked, where, when) => {
        const decision = decideTaking(asked, where, when);
        if (!('quote' in decision)) return;
        const date = stated(decision);
        if (date === null) expect(where.limits.withoutDate).toBe('take');
        else expect(date >= TODAY).toBe(true);
        if (date && decision.later > 0) expect(date <= addDays(TODAY, where.limits.mostDaysAhead)).toBe(true);
      }),
    );
  });
});

describe('one SKU, case by case', () => {
  const where: TakingSituation = {
    today: TODAY,
    freeUnits: 2,
    waitingUnits: 3,
    stance: { kind: 'accept' },
    hasSupplier: true,
    limits: { withoutDate: 'refuse', stopWithoutSupplier: true, mostDaysAhead: 60 },
  };
  const when = quotesFrom([
    { units: 4, days: 12 },
    { units: 4, days: 61 },
  ]);
  const decide = (asked: number, change: Partial<TakingSituation> = {}, quoted = when) =>
    decideTaking(asked, { ...where, ...change }, quoted);

  it.each([
    ['all of it is free', 2, {}, { kind: 'ship', now: 2, later: 0 }],
    ['the rest is on its way', 5, {}, { kind: 'backorder', now: 2, later: 3 }],
    ['beyond a day too far away', 7, {}, { kind: 'only', units: 6, because: 'too_far_ahead' }],
    ['beyond all that is on order', 11, {}, { kind: 'only', units: 6, because: 'not_enough_on_order' }],
    [
      'a cap leaves room for one',
      4,
      { stance: { kind: 'cap', mostWaiting: 4 } },
      { kind: 'only', units: 3, because: 'cap_reached' },
    ],
    [
      'a cap is reached',
      1,
      { freeUnits: 0, stance: { kind: 'cap', mostWaiting: 3 } },
      { kind: 'refuse', because: 'cap_reached' },
    ],
    [
      'orders are stopped, what is free may go',
      3,
      { stance: { kind: 'stop' } },
      { kind: 'only', units: 2, because: 'stopped' },
    ],
    ['orders are stopped', 1, { freeUnits: 0, stance: { kind: 'stop' } }, { kind: 'refuse', because: 'stopped' }],
  ] as const)('%s', (_, asked, change, expected) => {
    expect(decide(asked, change)).toMatchObject(expected);
  });

  it('without anything on order: refused, or taken undated where the shop says so and somebody supplies it', () => {
    const nothing = quotesFrom([]);
    const take = { ...where.limits, withoutDate: 'take' as const };
    expect(decide(3, { freeUnits: 0 }, nothing)).toEqual({ kind: 'refuse', because: 'no_open_purchase_order' });
    expect(decide(3, { freeUnits: 0, limits: take }, nothing)).toMatchObject({
      kind: 'backorder',
      later: 3,
      quote: { kind: 'undated' },
    });
    expect(decide(3, { freeUnits: 0, limits: take, hasSupplier: false }, nothing)).toEqual({
      kind: 'refuse',
      because: 'no_supplier',
    });
  });

  it('takes an undated order for no SKU of which some can be dated', () => {
    const take = { ...where.limits, withoutDate: 'take' as const, mostDaysAhead: 90 };
    expect(decide(11, { limits: take })).toEqual({ kind: 'only', units: 10, because: 'not_enough_on_order' });
  });

  it.each([0, -1, 1.5])('declines to think about %d units', (asked) => {
    expect(() => decide(asked)).toThrow(RangeError);
  });
});
