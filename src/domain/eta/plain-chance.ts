/** The odds people say, each with what it stands for. */
const ODDS: readonly (readonly [words: string, chance: number])[] = [
  ['1 in 10', 1 / 10],
  ['1 in 5', 1 / 5],
  ['1 in 4', 1 / 4],
  ['1 in 3', 1 / 3],
  ['1 in 2', 1 / 2],
  ['2 in 3', 2 / 3],
  ['3 in 4', 3 / 4],
  ['4 in 5', 4 / 5],
  ['9 in 10', 9 / 10],
];

/** Below the one and from the other on, odds would claim to know more than an estimate does. */
const HARDLY = 0.05;
const NEARLY_SURE = 0.95;

/**
 * A chance from 0 to 1 as people say it: the nearest of a few odds ("3 in 4"), "very unlikely" or "very likely". Never
 * "certain" or "impossible": it is an estimate.
 */
export function plainChance(chance: number): string {
  if (chance < HARDLY) return 'very unlikely';
  if (chance >= NEARLY_SURE) return 'very likely';
  const away = ([, odds]: (typeof ODDS)[number]): number => Math.abs(odds - chance);
  return ODDS.reduce((nearest, one) => (away(one) < away(nearest) ? one : nearest))[0];
}
