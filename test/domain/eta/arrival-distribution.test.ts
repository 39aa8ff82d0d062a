import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalDistribution } from '../../../src/domain/eta/arrival-distribution.js';
import { chanceBy, type DayDistribution, quantileDay } from '../../../src/domain/eta/day-distribution.js';
import { addDays, daysBetween, epochDay, fromEpochDay } from '../../../src/domain/kernel/dates.js';
import { d } from '../arbitraries.js';
import { aContext, acme, aSupply, bolt, NINE_SLIPS, someSlips } from './eta-fixtures.js';

function arrival(line = aSupply(), context = aContext()): DayDistribution {
  const found = arrivalDistribution(line, context.today, context);
  if (!found) throw new Error('no basis for a date');
  return found;
}
const quantile = (distribution: DayDistribution, p: number) => fromEpochDay(quantileDay(distribution, p));
const by = (distribution: DayDistribution, date: string) => chanceBy(distribution, epochDay(d(date)));
const overdueAt = (today: string) => arrival(aSupply(), aContext({ today: d(today) }));

describe('when a purchase order line arrives', () => {
  it("is its promise and the supplier's slips, with 1/(n+1) left for later than ever", () => {
    const nine = arrival();
    expect(by(nine, '2026-11-30')).toBe(0);
    expect(by(nine, '2026-12-01')).toBeCloseTo(0.2); // two of nine came on the day
    expect(by(nine, '2026-12-10')).toBeCloseTo(0.9); // the latest nine days after
    // One week, the tail's mean, later: 0.1 × e⁻¹ is still open.
    expect(by(nine, '2026-12-17')).toBeCloseTo(1 - 0.1 * Math.exp(-1));
    expect(quantile(nine, 0.5)).toBe('2026-12-03');
    expect(quantile(nine, 0.9)).toBe('2026-12-10');
  });

  it('ends where a thousandth of the tail is left', () => {
    // 7 × ln 1000 = 48.4, so 49 days after the latest slip.
    const last = arrival().at(-1);
    expect(fromEpochDay(last!.day)).toBe(addDays(d('2026-12-10'), 49));
    expect(last!.weight).toBeCloseTo(0.1 * Math.exp(-48 / 7), 9);
  });

  it('strikes out what the wait has ruled out', () => {
    // Two days overdue: of +3, +5, +6, +9 and the tail each is now 1/5.
    const overdue = overdueAt('2026-12-03');
    expect(by(overdue, '2026-12-03')).toBe(0);
    expect(by(overdue, '2026-12-04')).toBeCloseTo(0.2);
    expect(quantile(overdue, 0.5)).toBe('2026-12-07');
    // The tail must give half of its fifth: 1 − e^(−k/7) ≥ 1/2 at k = 5, five days after 10 December.
    expect(quantile(overdue, 0.9)).toBe('2026-12-15');
  });

  it('later than anything on record has the same wait ahead, however late', () => {
    // 1 − e^(−k/7) reaches 1/2 at k = 5 and 9/10 at k = 17.
    for (const today of ['2026-12-10', '2026-12-20', '2027-12-01', '2126-12-01']) {
      expect(daysBetween(d(today), quantile(overdueAt(today), 0.5)), today).toBe(5);
      expect(daysBetween(d(today), quantile(overdueAt(today), 0.9)), today).toBe(17);
    }
  });

  it('has as the mean of its tail what late deliveries of all suppliers were late on average', () => {
    // 10 and 18 days late, 14 on average: e^(−k/14) falls to 1/2 at k = 10 and to 1/10 at k = 33.
    const context = aContext({ today: d('2027-01-31'), allSlips: [-3, 0, 10, 18] });
    expect(quantile(arrival(aSupply(), context), 0.5)).toBe(addDays(d('2027-01-31'), 10));
    expect(quantile(arrival(aSupply(), context), 0.9)).toBe(addDays(d('2027-01-31'), 33));
  });

  it('draws on all suppliers as far as the own record falls short of eight receipts', () => {
    const others = Array(9).fill(0);
    const withOwn = (count: number) =>
      arrival(aSupply(), aContext({ slips: { acme: Array(count).fill(10) }, allSlips: others }));
    // Two receipts count 2/8. By the promised day: 6/8 × 9/10 from the others.
    expect(by(withOwn(2), '2026-12-01')).toBeCloseTo(0.675);
    // Seven count 7/8: 1/8 × 9/10. Eight stand alone.
    expect(by(withOwn(7), '2026-12-01')).toBeCloseTo(0.1125);
    expect(by(withOwn(8), '2026-12-10')).toBe(0);
    expect(by(withOwn(8), '2026-12-11')).toBeCloseTo(8 / 9);
    expect(by(withOwn(0), '2026-12-01')).toBeCloseTo(0.9);
  });

  it("lets a supplier's own record fade as the wait outgrows it", () => {
    // Four own receipts count 4/8 and all came on the day; nine others came 30 days late. After 20 days the own record
    // has left its tail, 1/2 × 1/5, worn down by e^(−20/30); the others' half is untouched.
    const context = aContext({ today: d('2026-12-21'), slips: { acme: [0, 0, 0, 0] }, allSlips: Array(9).fill(30) });
    const own = 0.1 * Math.exp(-20 / 30);
    const withinNineDays = (own * (1 - Math.exp(-9 / 30))) / (own + 0.5);
    expect(by(arrival(aSupply(), context), '2026-12-30')).toBeCloseTo(withinNineDays, 6);
  });

  it('uses the few own receipts alone when there are no others', () => {
    expect(by(arrival(aSupply(), aContext({ slips: { acme: [4] }, allSlips: [] })), '2026-12-05')).toBeCloseTo(0.5);
  });

  it('counts lead time from the order date when nothing was promised', () => {
    const context = aContext({ leads: { acme: [40, 41, 42, 43, 44, 45, 46, 47, 48] }, slips: { acme: [500] } });
    const unpromised = arrival(aSupply({ promisedOn: null, orderedOn: '2026-10-20' }), context);
    expect(quantile(unpromised, 0.1)).toBe('2026-11-29'); // 40 days
    expect(quantile(unpromised, 0.9)).toBe('2026-12-07'); // 48 days
    const thin = arrival(aSupply({ promisedOn: null, supplierId: bolt }), { ...context, allLeadDays: [60] });
    expect(quantile(thin, 0.5)).toBe('2026-12-19'); // 60 days, the pooled record
  });

  it('is unknown when no supplier has a record of the kind needed', () => {
    const slipsOnly = aContext();
    expect(arrivalDistribution(aSupply({ promisedOn: null }), slipsOnly.today, slipsOnly)).toBeUndefined();
    const leadsOnly = aContext({ slips: {}, leads: { acme: [40] } });
    expect(arrivalDistribution(aSupply(), leadsOnly.today, leadsOnly)).toBeUndefined();
    expect(arrivalDistribution(aSupply({ promisedOn: null }), leadsOnly.today, leadsOnly)).toBeDefined();
  });

  const aDay = fc.integer({ min: -400, max: 120 });

  it('is after today and certain in the end, whatever the record', () => {
    fc.assert(
      fc.property(someSlips, someSlips, aDay, (own, pooled, promisedIn) => {
        const context = aContext({ slips: { acme: own }, allSlips: pooled });
        const line = aSupply({ promisedOn: addDays(context.today, promisedIn), supplierId: acme });
        const distribution = arrival(line, context);
        expect(chanceBy(distribution, epochDay(context.today))).toBe(0);
        expect(distribution.reduce((all, { weight }) => all + weight, 0)).toBeCloseTo(1, 9);
        for (const { weight } of distribution) expect(weight).toBeGreaterThan(0);
      }),
    );
  });

  it('moves with its promise day by day, as long as today rules nothing out', () => {
    fc.assert(
      fc.property(someSlips, fc.integer({ min: 11, max: 100 }), fc.nat(100), (own, promisedIn, later) => {
        const context = aContext({ slips: { acme: own } });
        const promised = (days: number) => aSupply({ promisedOn: addDays(context.today, days) });
        const shifted = arrival(promised(promisedIn + later), context);
        expect(shifted.map(({ day }) => day - later)).toEqual(
          arrival(promised(promisedIn), context).map(({ day }) => day),
        );
      }),
    );
  });

  it('never comes sooner for having waited longer', () => {
    fc.assert(
      fc.property(someSlips, fc.nat(80), fc.constantFrom(0.1, 0.5, 0.9), (own, waited, p) => {
        const at = (days: number) =>
          arrival(aSupply(), aContext({ slips: { acme: own }, today: addDays(d('2026-11-23'), days) }));
        expect(quantileDay(at(waited + 1), p)).toBeGreaterThanOrEqual(quantileDay(at(waited), p));
      }),
    );
  });

  it('is not moved by the order of the receipts', () => {
    expect(arrival(aSupply(), aContext({ slips: { acme: [...NINE_SLIPS].reverse() } }))).toEqual(arrival());
  });
});
