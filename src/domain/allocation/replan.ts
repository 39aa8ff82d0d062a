import type { PriorityRules } from './priority.js';
import { sortWaiting } from './sort-waiting.js';

/** All waiting lines of a shop as columns, in order of line id. `sku` is a number from 0. */
export interface WaitingBook {
  readonly sku: Uint32Array;
  readonly quantity: Int32Array;
  /** Milliseconds since 1970 at which the wait began. */
  readonly since: Float64Array;
  /** Days by which the first stated ship date has passed; 0 or less counts nothing. */
  readonly promiseLateDays: Int32Array;
  /** Days until the order is needed; negative when it has passed or none is known. */
  readonly neededInDays: Int32Array;
  /** 0 standard, 1 plus, 2 vip. */
  readonly tier: Uint8Array;
  readonly lifetimeValueCents: Float64Array;
  readonly isBusiness: Uint8Array;
  readonly orderValueCents: Float64Array;
  readonly rounds: Uint16Array;
}

/**
 * What there is and what comes, by SKU. Rung r of SKU s (from `firstRung[s]` up to, not including, `firstRung[s + 1]`):
 * whoever needs at most `rungUnits[r]` units, counted from the head of the line and over what lies free, likely gets them on
 * `likelyDay[r]`, cautiously on `cautiousDay[r]`, in days of the caller's count. Rungs ascend.
 */
export interface SupplyLadders {
  /** Units that lie free. */
  readonly free: Int32Array;
  readonly firstRung: Uint32Array;
  readonly rungUnits: Int32Array;
  readonly likelyDay: Int32Array;
  readonly cautiousDay: Int32Array;
}

/** By line, as in the book. */
export interface Replanned {
  /** Place in the line for its SKU, from 1. */
  readonly position: Uint32Array;
  /** Units it gets of what lies free. */
  readonly units: Int32Array;
  readonly likelyDay: Int32Array;
  readonly cautiousDay: Int32Array;
}

/** The day of a line that gets all it needs now, and of one that nothing on order reaches. */
export const NOW = -1;
export const NEVER = -2;

/**
 * allocationOrder, sharing out of one pool for each SKU, and the days of what is to come, for a whole book at once. A
 * SKU's importance is
 * left out, since it is equal within each line of waiting.
 */
export function replan(book: WaitingBook, supply: SupplyLadders, rules: PriorityRules, now: number): Replanned {
  const { bySku, firstOf } = groupBySku(book.sku, supply.free.length);
  sortWaiting(bySku, firstOf, servingKeys(book, rules, now), book.since);
  const count = book.sku.length;
  const position = new Uint32Array(count);
  const units = new Int32Array(count);
  const likelyDay = new Int32Array(count);
  const cautiousDay = new Int32Array(count);
  for (let sku = 0; sku < supply.free.length; sku += 1) {
    const first = firstOf[sku] as number;
    const end = firstOf[sku + 1] as number;
    const free = supply.free[sku] as number;
    const lastRung = supply.firstRung[sku + 1] as number;
    let rung = supply.firstRung[sku] as number;
    let needed = 0;
    for (let place = first; place < end; place += 1) {
      const line = bySku[place] as number;
      const wanted = book.quantity[line] as number;
      position[line] = place - first + 1;
      units[line] = Math.max(0, Math.min(wanted, free - needed));
      needed += wanted;
      while (rung < lastRung && needed - free > (supply.rungUnits[rung] as number)) rung += 1;
      const isThere = needed <= free;
      likelyDay[line] = isThere ? NOW : rung < lastRung ? (supply.likelyDay[rung] as number) : NEVER;
      cautiousDay[line] = isThere ? NOW : rung < lastRung ? (supply.cautiousDay[rung] as number) : NEVER;
    }
  }
  return { position, units, likelyDay, cautiousDay };
}

/** Line numbers grouped by SKU, each group in order of line number; group s begins at `firstOf[s]`. */
function groupBySku(sku: Uint32Array, skus: number): { bySku: Uint32Array; firstOf: Uint32Array } {
  const firstOf = new Uint32Array(skus + 1);
  for (let line = 0; line < sku.length; line += 1) {
    const after = (sku[line] as number) + 1;
    firstOf[after] = (firstOf[after] as number) + 1;
  }
  for (let one = 0; one < skus; one += 1) firstOf[one + 1] = (firstOf[one + 1] as number) + (firstOf[one] as number);
  const next = firstOf.slice();
  const bySku = new Uint32Array(sku.length);
  for (let line = 0; line < sku.length; line += 1) {
    const own = sku[line] as number;
    const place = next[own] as number;
    bySku[place] = line;
    next[own] = place + 1;
  }
  return { bySku, firstOf };
}

const POINT_MS = 86_400;
const DAY_POINTS = 1_000;
/** Puts lines on the fairness floor before all others, whatever their points. */
const FLOOR = -1e15;

/** Ascending: first to be served first. Lines on the floor by when their wait began, the others by points. */
function servingKeys(book: WaitingBook, rules: PriorityRules, now: number): Float64Array {
  const { worthDays, fullAt, tierPercent, fairness } = rules;
  const lateTable = shareTable(fullAt.promiseLateDays, worthDays.promiseAge, (days) => days);
  const urgencyTable = shareTable(fullAt.urgencyDays, worthDays.urgency, (days) => fullAt.urgencyDays - days);
  const tierTable = [tierPercent.standard, tierPercent.plus, tierPercent.vip].map((percent) =>
    Math.floor(worthDays.tier * percent * 10),
  );
  const businessPoints = worthDays.business * 1_000;
  const floorPoints = fairness.afterDays * DAY_POINTS;
  const keys = new Float64Array(book.sku.length);
  for (let line = 0; line < keys.length; line += 1) {
    const since = book.since[line] as number;
    const waitPoints = Math.floor(Math.max(0, now - since) / POINT_MS);
    if (waitPoints >= floorPoints || (book.rounds[line] as number) >= fairness.afterRounds) {
      keys[line] = FLOOR + since;
      continue;
    }
    const late = book.promiseLateDays[line] as number;
    const left = book.neededInDays[line] as number;
    const points =
      waitPoints +
      (late > 0 ? (lateTable[Math.min(late, fullAt.promiseLateDays)] as number) : 0) +
      (left >= 0 && left < fullAt.urgencyDays ? (urgencyTable[left] as number) : 0) +
      (tierTable[book.tier[line] as number] ?? 0) +
      worth(book.lifetimeValueCents[line] as number, fullAt.lifetimeValueCents, worthDays.lifetimeValue) +
      ((book.isBusiness[line] as number) ? businessPoints : 0) +
      worth(book.orderValueCents[line] as number, fullAt.orderValueCents, worthDays.orderSize);
    keys[line] = -points;
  }
  return keys;
}

const shareTable = (full: number, days: number, part: (day: number) => number): Float64Array =>
  Float64Array.from({ length: full + 1 }, (_, day) => worth(part(day), full, days));

const worth = (part: number, full: number, days: number): number =>
  part >= full ? days * 1_000 : Math.floor(days * Math.floor((part * 1_000) / full));
