import { normalQuantile, unitNormalLoss } from './normal-distribution.js';

/** Mean and variance of units a day or of days. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Mean and (sample) variance; variance 0 for a single value, undefined for none. */
export function momentsOf(values: readonly number[]): Moments | undefined {
  if (values.length === 0) return undefined;
  const mean = values.reduce((all, value) => all + value, 0) / values.length;
  const squares = values.reduce((all, value) => all + (value - mean) ** 2, 0);
  return { mean, variance: values.length < 2 ? 0 : squares / (values.length - 1) };
}

/**
 * Demand over a lead time that itself varies: mean d·L, variance L·σd² + d²·σL² (days independent of each other and of
 * the lead time; Silver, Pyke and Thomas, Inventory and Production Management in Supply Chains, 2017, ch. 6).
 */
export const leadTimeDemand = (perDay: Moments, leadDays: Moments): Moments => ({
  mean: perDay.mean * leadDays.mean,
  variance: leadDays.mean * perDay.variance + perDay.mean ** 2 * leadDays.variance,
});

export interface ReorderPoint {
  /** Units kept beyond mean demand over the lead time; below 0 for service levels under the mean. */
  readonly safetyStock: number;
  /** Order when on hand plus on order falls to this. */
  readonly reorderPoint: number;
  /** Units expected to be short before each receipt. */
  readonly shortPerCycle: number;
}

/**
 * Safety stock z·σ and reorder point for a cycle service level (the chance of no stock-out before the receipt), with
 * demand over the lead time taken as normal. Good for fast movers; else use the empirical one. Throws on a level at or
 * beyond 0 and 1.
 */
export function normalReorderPoint(perDay: Moments, leadDays: Moments, serviceLevel: number): ReorderPoint {
  const { mean, variance } = leadTimeDemand(perDay, leadDays);
  const z = normalQuantile(serviceLevel);
  const deviation = Math.sqrt(variance);
  return {
    safetyStock: z * deviation,
    reorderPoint: mean + z * deviation,
    shortPerCycle: deviation * unitNormalLoss(z),
  };
}

/**
 * The same with no shape assumed: for every lead time on record, the sums of every run of so many consecutive days on
 * record, each lead time weighing alike. The reorder point is the least demand that covers the service level. Keeps
 * lumps, streaks and weekdays as they were. Undefined when there is no lead time on record, or no run of days as long
 * as the longest.
 */
export function empiricalReorderPoint(
  dailyUnits: readonly number[],
  leadDays: readonly number[],
  serviceLevel: number,
): ReorderPoint | undefined {
  if (!(serviceLevel > 0 && serviceLevel < 1)) throw new RangeError(`A chance between 0 and 1: ${serviceLevel}`);
  if (leadDays.length === 0 || Math.max(...leadDays) > dailyUnits.length) return undefined;
  const outcomes = leadDays.flatMap((days) => {
    const sums = runSums(dailyUnits, days);
    return sums.map((units) => ({ units, chance: 1 / (sums.length * leadDays.length) }));
  });
  outcomes.sort((a, b) => a.units - b.units);
  const mean = outcomes.reduce((all, { units, chance }) => all + units * chance, 0);
  let sum = 0;
  // Rounding may leave the sum of all chances a hair below the level.
  const found = outcomes.find(({ chance }) => {
    sum += chance;
    return sum >= serviceLevel - 1e-9;
  });
  const reorderPoint = found?.units ?? mean;
  return {
    safetyStock: reorderPoint - mean,
    reorderPoint,
    shortPerCycle: outcomes.reduce((all, { units, chance }) => all + Math.max(0, units - reorderPoint) * chance, 0),
  };
}

function runSums(dailyUnits: readonly number[], days: number): number[] {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`A lead time is whole days, got ${days}`);
  let sum = dailyUnits.slice(0, days).reduce((all, units) => all + units, 0);
  const sums = [sum];
  for (let at = days; at < dailyUnits.length; at += 1) {
    sum += (dailyUnits[at] as number) - (dailyUnits[at - days] as number);
    sums.push(sum);
  }
  return sums;
}
