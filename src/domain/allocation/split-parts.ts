/** One order line in units: ordered, in the carrier's hands, on the shelf with the line's name on them, sent ahead already. */
export interface LineUnits {
  readonly quantity: number;
  readonly shipped: number;
  /** Set aside and not shipped. */
  readonly held: number;
  /** Of those held, what an earlier split sends ahead and no carrier has taken yet. */
  readonly leaving: number;
}

export interface SplitParts {
  /** Ready, and not on its way out yet: what a split would send. */
  readonly now: number;
  readonly later: number;
}

/**
 * How a split divides what has not left of a line: never more now than is ready, nothing that leaves already a second
 * time, and shipped + leaving + now + later is always what was ordered.
 */
export function splitParts({ quantity, shipped, held, leaving }: LineUnits): SplitParts {
  const open = Math.max(0, quantity - shipped - leaving);
  const now = Math.min(Math.max(0, held - leaving), open);
  return { now, later: open - now };
}

export type SplitVerdict = 'splits' | 'all_ready' | 'nothing_ready' | 'already_split' | 'nothing_left';

/** Whether an order can be split now, from its open lines and their parts. */
export function splitVerdict(lines: readonly (LineUnits & SplitParts)[]): SplitVerdict {
  const sum = (of: (line: LineUnits & SplitParts) => number): number =>
    lines.reduce((units, one) => units + of(one), 0);
  const [now, later, leaving] = [sum((one) => one.now), sum((one) => one.later), sum((one) => one.leaving)];
  if (now > 0) return later > 0 ? 'splits' : 'all_ready';
  if (leaving > 0) return 'already_split';
  return later > 0 ? 'nothing_ready' : 'nothing_left';
}
