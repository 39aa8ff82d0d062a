import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBusinessDay, makeBusinessCalendar } from '../../../src/domain/kernel/business-calendar.js';
import { addDays, daysBetween, type LocalDate, weekday } from '../../../src/domain/kernel/dates.js';
import { isHighRisk } from '../../../src/domain/suppliers/chase-risk.js';
import {
  type Chase,
  type ChaseRules,
  chaseDue,
  type OrderToChase,
} from '../../../src/domain/suppliers/chase-schedule.js';
import { aDate, d } from '../arbitraries.js';

const weekdays = makeBusinessCalendar({ holidays: 'none' });
const USUAL: ChaseRules = {
  acknowledgement: { afterDays: 2, againAfterDays: 3, most: 3 },
  dateChecks: [-10, -3, 0, 2],
  quietDays: 2,
  calendar: weekdays,
};

interface Asked {
  readonly on: LocalDate;
  readonly chase: Chase;
}

/** Lives through the days as a sweep does, each question asked as it falls due; `quiet` are days on which it does not run. */
function live(
  order: OrderToChase,
  rules: ChaseRules,
  days: number,
  {
    isDown = () => false,
    isAnswerUndecided = () => false,
  }: { isDown?: (day: number) => boolean; isAnswerUndecided?: (day: number) => boolean } = {},
): Asked[] {
  const asked: Asked[] = [];
  for (let day = 0; day < days; day++) {
    if (isDown(day)) continue;
    const today = addDays(order.orderedOn, day);
    const told = new Set(asked.map(({ chase }) => chase.occasion));
    const history = { told, lastOn: asked.at(-1)?.on ?? null, isAnswerUndecided: isAnswerUndecided(day) };
    const chase = chaseDue(order, rules, history, today);
    if (chase) asked.push({ on: today, chase });
  }
  return asked;
}

const promised = (orderedOn: LocalDate, promisedOn: LocalDate, givenOn = orderedOn): OrderToChase => ({
  orderedOn,
  acknowledgedOn: givenOn,
  lines: [{ isOpen: true, promisedOn, givenOn }],
});

describe('when a supplier is asked', () => {
  it('worked: promised for Mon, Dec 14, on the tenth, third, last day and two after', () => {
    const asked = live(promised(d('2026-11-02'), d('2026-12-14')), USUAL, 60);
    expect(asked.map(({ on, chase }) => `${on} ${chase.kind}`)).toEqual([
      '2026-12-04 date_check',
      '2026-12-11 date_check',
      '2026-12-14 date_check',
      '2026-12-16 overdue',
    ]);
  });

  it('worked: what falls on a weekend is asked on Monday, and not if the next question is due by then', () => {
    // Sun, Nov 29: the tenth day before is Thu, Nov 19, the third Thu, Nov 26, the day itself Monday, when it has passed
    const asked = live(promised(d('2026-11-02'), d('2026-11-29')), USUAL, 60);
    expect(asked.map(({ on, chase }) => `${on} ${chase.kind}`)).toEqual([
      '2026-11-19 date_check',
      '2026-11-26 date_check',
      '2026-11-30 overdue',
      '2026-12-02 overdue',
    ]);
  });

  it('worked: nobody confirmed an order of Mon, Nov 2: asked on Wednesday, on Monday, on Thursday, then no more', () => {
    const order = {
      orderedOn: d('2026-11-02'),
      acknowledgedOn: null,
      lines: [{ isOpen: true, promisedOn: null, givenOn: null }],
    };
    expect(live(order, USUAL, 90).map(({ on }) => on)).toEqual(['2026-11-04', '2026-11-09', '2026-11-12']);
  });

  it('a date that was given after the moment to check it is not checked at that moment', () => {
    const order = promised(d('2026-11-02'), d('2026-12-14'), d('2026-12-09'));
    expect(live(order, USUAL, 60).map(({ on }) => on)).toEqual(['2026-12-11', '2026-12-14', '2026-12-16']);
  });

  const someOrder = fc.record({
    orderedOn: aDate,
    acknowledged: fc.option(fc.integer({ min: 0, max: 20 })),
    lines: fc.array(
      fc.record({
        isOpen: fc.boolean(),
        promise: fc.option(
          fc.record({ given: fc.integer({ min: 0, max: 40 }), ahead: fc.integer({ min: -5, max: 60 }) }),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });
  const someRules = fc.record({
    acknowledgement: fc.record({
      afterDays: fc.integer({ min: 1, max: 5 }),
      againAfterDays: fc.integer({ min: 1, max: 5 }),
      most: fc.integer({ min: 1, max: 4 }),
    }),
    dateChecks: fc
      .uniqueArray(fc.integer({ min: -20, max: 10 }), { minLength: 1, maxLength: 7 })
      .map((days) => days.sort((a, b) => a - b)),
    quietDays: fc.integer({ min: 1, max: 6 }),
    calendar: fc
      .uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 })
      .map((workdays) => makeBusinessCalendar({ holidays: 'us_federal', workdays })),
  });
  const orderOf = ({ orderedOn, acknowledged, lines }: typeof someOrder extends fc.Arbitrary<infer T> ? T : never) => ({
    orderedOn,
    acknowledgedOn: acknowledged === null ? null : addDays(orderedOn, acknowledged),
    lines: lines.map(({ isOpen, promise }) => ({
      isOpen,
      promisedOn: promise && addDays(orderedOn, promise.given + promise.ahead),
      givenOn: promise && addDays(orderedOn, promise.given),
    })),
  });
  const DAYS = 140;

  it('holds: on their working days only, nothing twice, with days of quiet between, about open lines', () => {
    fc.assert(
      fc.property(someOrder, someRules, fc.func(fc.boolean()), (some, rules, isDown) => {
        const order = orderOf(some);
        const asked = live(order, rules, DAYS, { isDown });
        expect(new Set(asked.map(({ chase }) => chase.occasion)).size).toBe(asked.length);
        for (const [at, { on, chase }] of asked.entries()) {
          expect(isBusinessDay(rules.calendar, on)).toBe(true);
          const before = asked[at - 1];
          if (before) expect(daysBetween(before.on, on)).toBeGreaterThanOrEqual(rules.quietDays);
          if (chase.kind === 'acknowledgement') expect(order.acknowledgedOn).toBeNull();
          else expect(order.lines.some((line) => line.isOpen && line.promisedOn === chase.promisedOn)).toBe(true);
          if (chase.kind !== 'acknowledgement') expect(chase.kind === 'overdue').toBe(on > chase.promisedOn);
        }
      }),
    );
  });

  it('holds: silent while an answer waits to be decided', () => {
    fc.assert(
      fc.property(someOrder, someRules, (some, rules) => {
        expect(live(orderOf(some), rules, DAYS, { isAnswerUndecided: () => true })).toEqual([]);
      }),
    );
  });

  it('holds: a date nobody moves is asked about in the end, and within a week of the last day to ask', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 1, max: 90 }), (orderedOn, ahead) => {
        const promisedOn = addDays(orderedOn, ahead);
        const last = live(promised(orderedOn, promisedOn), USUAL, ahead + 20).at(-1)!;
        expect(last.chase).toEqual({ kind: 'overdue', occasion: `date ${promisedOn} 2`, promisedOn });
        expect(daysBetween(addDays(promisedOn, 2), last.on)).toBeLessThanOrEqual(weekday(promisedOn) === 0 ? 2 : 4);
      }),
    );
  });
});

describe('high risk', () => {
  const limits = { slipDays: 7, revenueWaiting: 200_000 };
  it('is where somebody waits and the record is bad, or much waits', () => {
    expect(isHighRisk({ slipP90: 9, waitingOrders: 1, revenueWaitingCents: 5_000 }, limits)).toBe(true);
    expect(isHighRisk({ slipP90: 9, waitingOrders: 0, revenueWaitingCents: 0 }, limits)).toBe(false);
    expect(isHighRisk({ slipP90: null, waitingOrders: 3, revenueWaitingCents: 200_000 }, limits)).toBe(true);
    expect(isHighRisk({ slipP90: 2, waitingOrders: 3, revenueWaitingCents: 199_999 }, limits)).toBe(false);
  });
});
