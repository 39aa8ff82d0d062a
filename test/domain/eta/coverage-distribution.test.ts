import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coverageDistribution,
  type Shortfall,
  type UncertainArrival,
} from '../../../src/domain/eta/coverage-distribution.js';
import {
  chanceBy,
  type DayDistribution,
  distributionOf,
  quantileDay,
} from '../../../src/domain/eta/day-distribution.js';

const arriving = (units: number, chances: Record<number, number>): UncertainArrival => ({
  units,
  arrival: distributionOf(new Map(Object.entries(chances).map(([day, weight]) => [Number(day), weight]))),
});
const early = arriving(5, { 10: 0.5, 20: 0.5 });
const late = arriving(5, { 15: 0.4, 30: 0.6 });

function expectChances(actual: DayDistribution, expected: Record<number, number>) {
  const days = [...actual.chances.keys()].filter((at) => (actual.chances[at] ?? 0) > 1e-12);
  expect(days.map((at) => actual.first + at)).toEqual(Object.keys(expected).map(Number));
  for (const at of days) expect(actual.chances[at]).toBeCloseTo(expected[actual.first + at] ?? Number.NaN, 12);
}

describe('when enough units have arrived', () => {
  it('is when the one supply arrives', () => {
    expectChances(coverageDistribution([early], 5), { 10: 0.5, 20: 0.5 });
  });

  it('is the earlier of two that can each do', () => {
    // By 15 not covered: 0.5 × 0.6. By 20 the first is there for certain.
    expectChances(coverageDistribution([early, late], 5), { 10: 0.5, 15: 0.2, 20: 0.3 });
  });

  it('is the later of two that are both needed', () => {
    // Both by 15: 0.5 × 0.4; by 20: 1 × 0.4.
    expectChances(coverageDistribution([early, late], 6), { 15: 0.2, 20: 0.2, 30: 0.6 });
  });

  const shortfall: Shortfall = {
    chanceCancelled: 0.1,
    chanceShort: 0.4,
    firstUnits: 4,
    chanceRestComes: 0.75,
    restAfterDays: 6,
    reorderAfterDays: 30,
  };
  const onTheTenth = { ...arriving(5, { 10: 1 }), shortfall };

  it('is when the first part comes, where that is enough', () => {
    expectChances(coverageDistribution([onTheTenth], 4), { 10: 0.9, 40: 0.1 });
  });

  it('is when the rest comes, or is ordered anew, where all is needed', () => {
    // whole 0.5; short and completed 0.4 × 0.75; short for good 0.4 × 0.25 and cancelled 0.1
    expectChances(coverageDistribution([onTheTenth], 5), { 10: 0.5, 16: 0.3, 40: 0.2 });
  });

  it('fills up a short one from another', () => {
    // 7 of 5 + 5: the other must be there too; a short one of 4 and the other's 5 are enough
    expectChances(coverageDistribution([onTheTenth, arriving(5, { 12: 1 })], 7), { 12: 0.9, 40: 0.1 });
  });

  it('declines what can never be', () => {
    expect(() => coverageDistribution([early, late], 11)).toThrow(RangeError);
  });

  const aSupply = fc
    .tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 9 })), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([units, chances]): UncertainArrival => ({ units, arrival: distributionOf(new Map(chances)) }));
  const supplies = fc.array(aSupply, { minLength: 1, maxLength: 4 });
  const unitsOf = (all: readonly UncertainArrival[]) => all.reduce((sum, { units }) => sum + units, 0);

  it('is what playing through every combination of arrivals gives', () => {
    fc.assert(
      fc.property(supplies, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const needed = Math.max(1, Math.ceil(part * unitsOf(all)));
        let stories = [{ chance: 1, arrivals: [] as { day: number; units: number }[] }];
        for (const { units, arrival } of all) {
          stories = stories.flatMap((story) =>
            Array.from(arrival.chances, (chance, at) => ({
              chance: story.chance * chance,
              arrivals: [...story.arrivals, { day: arrival.first + at, units }],
            })),
          );
        }
        const covered = coverageDistribution(all, needed);
        for (let day = 0; day <= 13; day += 1) {
          const played = stories
            .filter(
              ({ arrivals }) => arrivals.filter((a) => a.day <= day).reduce((sum, a) => sum + a.units, 0) >= needed,
            )
            .reduce((sum, { chance }) => sum + chance, 0);
          expect(chanceBy(covered, day)).toBeCloseTo(played, 9);
        }
      }),
    );
  });

  it('is never earlier for more units, never later for one more supply', () => {
    fc.assert(
      fc.property(supplies, aSupply, fc.double({ min: 0, max: 1, noNaN: true }), (all, another, part) => {
        const needed = Math.max(1, Math.ceil(part * unitsOf(all)));
        for (const p of [0.1, 0.5, 0.9]) {
          const day = quantileDay(coverageDistribution(all, needed), p);
          expect(quantileDay(coverageDistribution([another, ...all], needed), p)).toBeLessThanOrEqual(day);
          if (needed > 1) expect(quantileDay(coverageDistribution(all, needed - 1), p)).toBeLessThanOrEqual(day);
        }
      }),
    );
  });
});
