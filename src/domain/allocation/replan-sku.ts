import type { PriorityRules } from './priority.js';
import { NEVER, NOW, type Replanned, replan, type SupplyLadders, type WaitingBook } from './replan.js';

/** Units on their way for one SKU: what is still to come of a purchase order line, and when, in days of the caller's count. */
export interface Arriving {
  readonly units: number;
  readonly likelyDay: number;
  readonly cautiousDay: number;
}

/** What one SKU has after a change: units that lie free, and all that is on its way. */
export interface SkuSupply {
  readonly free: number;
  readonly arriving: readonly Arriving[];
}

/** A line whose days are not what they were. Days as in a plan: NOW and NEVER are no days. */
export interface MovedLine {
  readonly line: number;
  readonly likelyBefore: number;
  readonly likelyAfter: number;
  readonly cautiousBefore: number;
  readonly cautiousAfter: number;
  /** Days by which the likely day is later, below 0 earlier; null where there was none before or is none now. */
  readonly likelyLater: number | null;
  /** The same of the cautious day. */
  readonly cautiousLater: number | null;
}

/**
 * Several SKUs' supply as the ladders that `replan` climbs. Arrivals go by likely day; whoever needs those of several
 * waits for the last of them, by either day.
 */
export function supplyLadders(supplies: readonly SkuSupply[]): SupplyLadders {
  const rungs = supplies.map(({ arriving }) => rungsOf(arriving));
  const firstRung = new Uint32Array(supplies.length + 1);
  for (const [sku, own] of rungs.entries()) firstRung[sku + 1] = (firstRung[sku] as number) + own.length;
  const all = rungs.flat();
  return {
    free: Int32Array.from(supplies, ({ free }) => free),
    firstRung,
    rungUnits: Int32Array.from(all, ({ units }) => units),
    likelyDay: Int32Array.from(all, ({ likelyDay }) => likelyDay),
    cautiousDay: Int32Array.from(all, ({ cautiousDay }) => cautiousDay),
  };
}

function rungsOf(arriving: readonly Arriving[]): Arriving[] {
  const inOrder = [...arriving].sort((a, b) => a.likelyDay - b.likelyDay || a.cautiousDay - b.cautiousDay);
  const rungs: Arriving[] = [];
  for (const next of inOrder) {
    const below = rungs.at(-1);
    rungs.push({
      units: (below?.units ?? 0) + next.units,
      likelyDay: next.likelyDay,
      cautiousDay: Math.max(below?.cautiousDay ?? next.cautiousDay, next.cautiousDay),
    });
  }
  return rungs;
}

/**
 * Plans one SKU's waiting anew, for when one of its purchase order lines changed: brings `plan` up to date for those
 * lines alone and returns those whose days moved, first served first. The result is what `replan` of the whole book would
 * give. `lines` are all lines of that SKU, in order of line number. The work grows with them, not with the book.
 */
export function replanSku(
  plan: Replanned,
  book: WaitingBook,
  lines: Uint32Array,
  supply: SkuSupply,
  rules: PriorityRules,
  now: number,
): MovedLine[] {
  const own = replan(excerpt(book, lines), supplyLadders([supply]), rules, now);
  const moved: MovedLine[] = [];
  for (const [at, line] of lines.entries()) {
    const likelyBefore = plan.likelyDay[line] as number;
    const cautiousBefore = plan.cautiousDay[line] as number;
    const likelyAfter = own.likelyDay[at] as number;
    const cautiousAfter = own.cautiousDay[at] as number;
    plan.position[line] = own.position[at] as number;
    plan.units[line] = own.units[at] as number;
    plan.likelyDay[line] = likelyAfter;
    plan.cautiousDay[line] = cautiousAfter;
    if (likelyBefore === likelyAfter && cautiousBefore === cautiousAfter) continue;
    moved.push({
      line,
      likelyBefore,
      likelyAfter,
      cautiousBefore,
      cautiousAfter,
      likelyLater: later(likelyBefore, likelyAfter),
      cautiousLater: later(cautiousBefore, cautiousAfter),
    });
  }
  return moved.sort((a, b) => (plan.position[a.line] as number) - (plan.position[b.line] as number));
}

const isDay = (day: number): boolean => day !== NOW && day !== NEVER;

const later = (before: number, after: number): number | null => (isDay(before) && isDay(after) ? after - before : null);

function excerpt(book: WaitingBook, lines: Uint32Array): WaitingBook {
  return {
    sku: new Uint32Array(lines.length),
    quantity: Int32Array.from(lines, (line) => book.quantity[line] as number),
    since: Float64Array.from(lines, (line) => book.since[line] as number),
    promiseLateDays: Int32Array.from(lines, (line) => book.promiseLateDays[line] as number),
    neededInDays: Int32Array.from(lines, (line) => book.neededInDays[line] as number),
    tier: Uint8Array.from(lines, (line) => book.tier[line] as number),
    lifetimeValueCents: Float64Array.from(lines, (line) => book.lifetimeValueCents[line] as number),
    isBusiness: Uint8Array.from(lines, (line) => book.isBusiness[line] as number),
    orderValueCents: Float64Array.from(lines, (line) => book.orderValueCents[line] as number),
    rounds: Uint16Array.from(lines, (line) => book.rounds[line] as number),
  };
}
