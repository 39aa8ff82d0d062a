/** One figure about a supplier, with what it rests on. */
export interface Measure {
  /** Null where nothing is on record. */
  readonly value: number | null;
  /** Records behind it: receipts, revisions, requests. */
  readonly count: number;
  /** Fewer than eight records: to be told with that word, not to be acted on. */
  readonly isThin: boolean;
}

/** From this many records on a figure is not called thin: the same number from which a supplier's slips stand alone. */
export const ENOUGH_RECORDS = 8;

export const measure = (value: number | null, count: number): Measure => ({
  value,
  count,
  isThin: count < ENOUGH_RECORDS,
});

export function meanOf(values: readonly number[]): Measure {
  const mean = values.length === 0 ? null : values.reduce((all, value) => all + value, 0) / values.length;
  return measure(mean, values.length);
}

/** The least value that at least a share `p` of all do not exceed (inverse of the empirical distribution). */
export function quantileOf(values: readonly number[], p: number): Measure {
  const sorted = [...values].sort((a, b) => a - b);
  // 0.9 × 10 is 9.000000000000002 in floating point for some counts: the hair must not cost a rank.
  const rank = Math.max(1, Math.ceil(p * sorted.length - 1e-9));
  return measure(sorted[rank - 1] ?? null, sorted.length);
}

/** Part over whole, both summed over `count` records; null where the whole is 0. */
export const shareOf = (part: number, whole: number, count: number): Measure =>
  measure(whole === 0 ? null : part / whole, count);
