import { chanceAtMost } from './total-distribution.js';

export type VelocitySpike =
  | {
      readonly kind: 'spike' | 'usual';
      readonly units: number;
      /** Mean of the same weekday in the weeks before. */
      readonly expected: number;
      /** Chance of at least so many units on such a weekday, if nothing has changed. */
      readonly chance: number;
    }
  | { readonly kind: 'too_little_history'; readonly weeks: number };

const WEEK = 7;
/** Weeks looked back, and fewest that tell anything. */
const WEEKS = 8;
const LEAST_WEEKS = 4;
/** A day as rare as this, and at least so many times the expected, is a spike. */
const RARE = 0.01;
const LEAST_RATIO = 2;

/**
 * Whether the newest day sold far more than the same weekday usually does. `dailyUnits` are consecutive days, oldest
 * first, null for a day out of stock or unknown; the last is the day in question. Units are a negative binomial
 * variable with the mean and variance of that weekday in the last eight weeks (at least four of them known), the mean
 * taken as at least half a unit: a single sale of a slow item is no spike.
 */
export function velocitySpike(dailyUnits: readonly (number | null)[]): VelocitySpike {
  const units = dailyUnits.at(-1) ?? null;
  const before = Array.from({ length: WEEKS }, (_, week) => dailyUnits[dailyUnits.length - 1 - WEEK * (week + 1)]);
  const known = before.filter((day): day is number => day !== null && day !== undefined);
  if (units === null || known.length < LEAST_WEEKS) return { kind: 'too_little_history', weeks: known.length };
  const expected = known.reduce((all, day) => all + day, 0) / known.length;
  const variance = known.reduce((all, day) => all + (day - expected) ** 2, 0) / (known.length - 1);
  const mean = Math.max(0.5, expected);
  const chance = 1 - chanceAtMost({ mean, variance: Math.max(mean, variance), isCount: true }, units - 1);
  const isSpike = chance <= RARE && units >= LEAST_RATIO * expected;
  return { kind: isSpike ? 'spike' : 'usual', units, expected, chance };
}
