/** How a supplier fills an order line, beside when. Chances from 0 to 1. */
export interface Fill {
  /** That nothing of it ever comes. */
  readonly chanceCancelled: number;
  /** That the first delivery brings only part of it. */
  readonly chanceShort: number;
  /** Which part the first delivery brings when it is short. */
  readonly firstShare: number;
  /** That what is missing then comes later. */
  readonly chanceRestComes: number;
  /** How many days after the first delivery, as a rule. */
  readonly restAfterDays: number;
}

/** A closed purchase order line: what was ordered and what became of it. */
export interface FilledLine {
  readonly orderedUnits: number;
  readonly firstUnits: number;
  /** Days from the first delivery to the last; null where only one came. */
  readonly restAfterDays: number | null;
}

/** A supplier's own lines count n/(n + 5), all suppliers' the rest. */
const OWN_AFTER = 5;
/** Where no delivery was ever completed later: half of it, after two weeks. */
const FIRST_SHARE = 0.5;
const REST_AFTER_DAYS = 14;

interface Tally {
  lines: number;
  cancelled: number;
  short: number;
  completed: number;
  firstShares: number;
  readonly restDays: number[];
}

const newTally = (): Tally => ({ lines: 0, cancelled: 0, short: 0, completed: 0, firstShares: 0, restDays: [] });

/** Short deliveries and cancellations of all suppliers, and of each. */
export class FillHabits {
  readonly #all = newTally();
  readonly #suppliers = new Map<string, Tally>();
  readonly #known = new Map<string, Fill>();

  learn(supplier: string, line: FilledLine): void {
    let own = this.#suppliers.get(supplier);
    if (!own) {
      own = newTally();
      this.#suppliers.set(supplier, own);
    }
    for (const tally of [this.#all, own]) count(tally, line);
    this.#known.clear();
  }

  /** A supplier's habit; all suppliers' where it is not known. With nothing on record: everything comes, in one go. */
  of(supplier: string): Fill {
    let fill = this.#known.get(supplier);
    if (!fill) {
      fill = this.#work(supplier);
      this.#known.set(supplier, fill);
    }
    return fill;
  }

  #work(supplier: string): Fill {
    const all = this.#all;
    const own = this.#suppliers.get(supplier) ?? newTally();
    const pooled = (mine: number, ofMine: number, general: number): number =>
      (mine + OWN_AFTER * general) / (ofMine + OWN_AFTER);
    const share = (part: number, whole: number, otherwise: number): number => (whole > 0 ? part / whole : otherwise);
    return {
      chanceCancelled: pooled(own.cancelled, own.lines, share(all.cancelled, all.lines, 0)),
      chanceShort: pooled(own.short, own.lines, share(all.short, all.lines, 0)),
      firstShare: pooled(own.firstShares, own.short, share(all.firstShares, all.short, FIRST_SHARE)),
      chanceRestComes: pooled(own.completed, own.short, share(all.completed, all.short, 1)),
      restAfterDays: median(own.restDays.length >= OWN_AFTER ? own.restDays : all.restDays) ?? REST_AFTER_DAYS,
    };
  }
}

function count(tally: Tally, { orderedUnits, firstUnits, restAfterDays }: FilledLine): void {
  tally.lines += 1;
  if (firstUnits === 0) tally.cancelled += 1;
  else if (firstUnits < orderedUnits) {
    tally.short += 1;
    tally.firstShares += firstUnits / orderedUnits;
    if (restAfterDays === null) return;
    tally.completed += 1;
    tally.restDays.push(restAfterDays);
  }
}

/** The lower of the two middle ones where their number is even. */
function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}
