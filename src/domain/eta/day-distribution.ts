/**
 * On which day something happens: `chances[i]` is the chance that it is the day `first + i`, counted from 1970-01-01.
 * They sum to 1; the first and the last are above 0.
 */
export interface DayDistribution {
  readonly first: number;
  readonly chances: Float64Array;
}

/**
 * Makes a distribution of weights of any positive sum, `weights[i]` for the day `first + i`. The array is left alone.
 * Throws when there is no weight at all.
 */
export function distributionFrom(first: number, weights: Float64Array): DayDistribution {
  let begin = 0;
  let end = weights.length;
  while (begin < end && !((weights[begin] ?? 0) > 0)) begin += 1;
  while (end > begin && !((weights[end - 1] ?? 0) > 0)) end -= 1;
  if (begin === end) throw new RangeError('A distribution needs at least one day with weight');
  const chances = weights.slice(begin, end);
  let total = 0;
  for (let i = 0; i < chances.length; i += 1) total += chances[i] ?? 0;
  for (let i = 0; i < chances.length; i += 1) chances[i] = (chances[i] ?? 0) / total;
  return { first: first + begin, chances };
}

/** The same of weights by day. */
export function distributionOf(weights: ReadonlyMap<number, number>): DayDistribution {
  const days = [...weights.keys()];
  const first = Math.min(...days);
  const dense = new Float64Array(days.length === 0 ? 0 : Math.max(...days) - first + 1);
  for (const [day, weight] of weights) dense[day - first] = weight;
  return distributionFrom(first, dense);
}

/** Sums of weights are floating point: what differs by less than this is equal. */
const EPSILON = 1e-9;

/** The earliest day by which the chance is at least `p` (the inverse of the distribution function). */
export function quantileDay({ first, chances }: DayDistribution, p: number): number {
  let soFar = 0;
  for (let i = 0; i < chances.length; i += 1) {
    soFar += chances[i] ?? 0;
    if (soFar >= p - EPSILON) return first + i;
  }
  return first + chances.length - 1;
}

/** The chance that it has happened by the end of `day`, from 0 to 1. */
export function chanceBy({ first, chances }: DayDistribution, day: number): number {
  let chance = 0;
  const until = Math.min(chances.length - 1, day - first);
  for (let i = 0; i <= until; i += 1) chance += chances[i] ?? 0;
  return Math.min(1, chance);
}

/** The distribution of `move(day)`; `move` never goes back as days go on, and may bring several together. */
export function mapDays({ first, chances }: DayDistribution, move: (day: number) => number): DayDistribution {
  const begin = move(first);
  const weights = new Float64Array(move(first + chances.length - 1) - begin + 1);
  for (let i = 0; i < chances.length; i += 1) {
    const chance = chances[i] ?? 0;
    if (chance === 0) continue;
    const at = move(first + i) - begin;
    weights[at] = (weights[at] ?? 0) + chance;
  }
  return distributionFrom(begin, weights);
}

/** The distribution of the sum: something begins on one of `start`'s days and then takes `days`, from 0 on. */
export function later(start: DayDistribution, days: DayDistribution): DayDistribution {
  const weights = new Float64Array(start.chances.length + days.chances.length - 1);
  for (let i = 0; i < start.chances.length; i += 1) {
    const chance = start.chances[i] ?? 0;
    if (chance === 0) continue;
    for (let j = 0; j < days.chances.length; j += 1)
      weights[i + j] = (weights[i + j] ?? 0) + chance * (days.chances[j] ?? 0);
  }
  return distributionFrom(start.first + days.first, weights);
}
