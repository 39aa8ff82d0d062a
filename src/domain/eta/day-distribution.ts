/** One day, counted from 1970-01-01, and the chance that it is the day. */
export interface DayChance {
  readonly day: number;
  readonly weight: number;
}

/** On which day something happens: days ascending, each once, weights above 0 that sum to 1. Never empty. */
export type DayDistribution = readonly DayChance[];

/** Makes a distribution of weights of any positive sum. Throws when there is no weight at all. */
export function distributionOf(weights: ReadonlyMap<number, number>): DayDistribution {
  const chances = [...weights].filter(([, weight]) => weight > 0).sort(([a], [b]) => a - b);
  const total = chances.reduce((all, [, weight]) => all + weight, 0);
  if (!(total > 0)) throw new RangeError('A distribution needs at least one day with weight');
  return chances.map(([day, weight]) => ({ day, weight: weight / total }));
}

/** Sums of weights are floating point: what differs by less than this is equal. */
const EPSILON = 1e-9;

/** The earliest day by which the chance is at least `p` (the inverse of the distribution function). */
export function quantileDay(distribution: DayDistribution, p: number): number {
  let soFar = 0;
  let last = Number.NaN;
  for (const { day, weight } of distribution) {
    soFar += weight;
    last = day;
    if (soFar >= p - EPSILON) break;
  }
  return last;
}

/** The chance that it has happened by the end of `day`, from 0 to 1. */
export function chanceBy(distribution: DayDistribution, day: number): number {
  let chance = 0;
  for (const point of distribution) if (point.day <= day) chance += point.weight;
  return Math.min(1, chance);
}

/** The distribution of `move(day)`; `move` may bring several days together. */
export function mapDays(distribution: DayDistribution, move: (day: number) => number): DayDistribution {
  const weights = new Map<number, number>();
  for (const { day, weight } of distribution) {
    const moved = move(day);
    weights.set(moved, (weights.get(moved) ?? 0) + weight);
  }
  return distributionOf(weights);
}
