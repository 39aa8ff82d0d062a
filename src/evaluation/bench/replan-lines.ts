import type { PriorityRules } from '../../domain/allocation/priority.js';
import { replan, type SupplyLadders, type WaitingBook } from '../../domain/allocation/replan.js';
import type { Subject } from './rounds.js';

const LINES = 1_000_000;
const SKUS = 20_000;
const RUNGS = 4;
const NOW = Date.parse('2026-11-23T18:00:00Z');
const DAY_MS = 86_400_000;

const RULES: PriorityRules = {
  worthDays: { promiseAge: 8, urgency: 6, tier: 4, lifetimeValue: 3, business: 3, orderSize: 2, skuImportance: 0 },
  fullAt: { promiseLateDays: 30, lifetimeValueCents: 500_000, urgencyDays: 14, orderValueCents: 200_000 },
  tierPercent: { standard: 0, plus: 50, vip: 100 },
  skuPercent: {},
  fairness: { afterDays: 45, afterRounds: 6 },
};

/**
 * A million waiting lines planned anew: who is served first, what they get, likely and cautious days. Beside it the least
 * that any program must do for the same on typed arrays: points by the same factors without fairness floor and exact
 * ties, one built-in sort of packed numbers, one walk along units and days.
 */
export function replanLines(): Subject {
  const book = makeBook();
  const supply = makeSupply();
  const reference = makeReference(book, supply, RULES);
  return {
    name: 're-planning a million lines',
    async measure() {
      const ours = milliseconds(() => replan(book, supply, RULES, NOW).units);
      const bare = milliseconds(reference);
      if (ours.given !== bare.given)
        throw new Error(`Re-planning gave ${ours.given} units, the reference ${bare.given}`);
      return { replanMilliseconds: ours.took, typedArrayMilliseconds: bare.took };
    },
  };
}

function milliseconds(work: () => Int32Array): { took: number; given: number } {
  const begin = performance.now();
  const units = work();
  const took = performance.now() - begin;
  return { took, given: units.reduce((sum, one) => sum + one, 0) };
}

/** A fixed sequence of whole numbers below `end`, the same in every run. */
function numbers(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
}

function makeBook(): WaitingBook {
  const next = numbers(7);
  return {
    // a few items hold long lines, most hold short ones
    sku: Uint32Array.from({ length: LINES }, () => Math.floor(next(SKUS) * (next(1_000) / 1_000))),
    quantity: Int32Array.from({ length: LINES }, () => 1 + next(4)),
    since: Float64Array.from({ length: LINES }, () => NOW - next(60 * DAY_MS)),
    promiseLateDays: Int32Array.from({ length: LINES }, () => next(50) - 20),
    neededInDays: Int32Array.from({ length: LINES }, () => next(100) - 80),
    tier: Uint8Array.from({ length: LINES }, () => Math.max(0, next(10) - 7)),
    lifetimeValueCents: Float64Array.from({ length: LINES }, () => next(800_000)),
    isBusiness: Uint8Array.from({ length: LINES }, () => (next(8) === 0 ? 1 : 0)),
    orderValueCents: Float64Array.from({ length: LINES }, () => next(300_000)),
    rounds: Uint16Array.from({ length: LINES }, () => next(7)),
  };
}

function makeSupply(): SupplyLadders {
  const next = numbers(11);
  const likelyDay = Int32Array.from({ length: SKUS * RUNGS }, (_, rung) => 5 + 10 * (rung % RUNGS) + next(5));
  return {
    free: Int32Array.from({ length: SKUS }, () => next(60)),
    firstRung: Uint32Array.from({ length: SKUS + 1 }, (_, sku) => sku * RUNGS),
    rungUnits: Int32Array.from({ length: SKUS * RUNGS }, (_, rung) => 40 * (1 + (rung % RUNGS))),
    likelyDay,
    cautiousDay: likelyDay.map((day) => day + 8),
  };
}

/** SKU, points and line packed into one number of 53 bits: 15 + 18 + 20. */
const POINT_SPAN = 2 ** 18;
const LINE_SPAN = 2 ** 20;

function makeReference(book: WaitingBook, supply: SupplyLadders, rules: PriorityRules): () => Int32Array {
  const { worthDays, fullAt, tierPercent } = rules;
  const tiers = [tierPercent.standard, tierPercent.plus, tierPercent.vip];
  const share = (part: number, full: number) => Math.max(0, Math.min(1_000, (part * 1_000) / full));
  return () => {
    const keys = new Float64Array(LINES);
    for (let line = 0; line < LINES; line += 1) {
      const left = book.neededInDays[line] as number;
      const points =
        (NOW - (book.since[line] as number)) / 86_400 +
        worthDays.promiseAge * share(book.promiseLateDays[line] as number, fullAt.promiseLateDays) +
        (left < 0 ? 0 : worthDays.urgency * share(fullAt.urgencyDays - left, fullAt.urgencyDays)) +
        worthDays.tier * 10 * (tiers[book.tier[line] as number] as number) +
        worthDays.lifetimeValue * share(book.lifetimeValueCents[line] as number, fullAt.lifetimeValueCents) +
        worthDays.business * 1_000 * (book.isBusiness[line] as number) +
        worthDays.orderSize * share(book.orderValueCents[line] as number, fullAt.orderValueCents);
      const rank = POINT_SPAN - 1 - Math.min(POINT_SPAN - 1, Math.floor(points));
      keys[line] = ((book.sku[line] as number) * POINT_SPAN + rank) * LINE_SPAN + line;
    }
    keys.sort();
    const units = new Int32Array(LINES);
    const likely = new Int32Array(LINES);
    const cautious = new Int32Array(LINES);
    let sku = -1;
    let needed = 0;
    let rung = 0;
    for (let place = 0; place < LINES; place += 1) {
      const line = (keys[place] as number) % LINE_SPAN;
      if ((book.sku[line] as number) !== sku) {
        sku = book.sku[line] as number;
        needed = 0;
        rung = supply.firstRung[sku] as number;
      }
      const wanted = book.quantity[line] as number;
      const free = supply.free[sku] as number;
      units[line] = Math.max(0, Math.min(wanted, free - needed));
      needed += wanted;
      const last = supply.firstRung[sku + 1] as number;
      while (rung < last && needed - free > (supply.rungUnits[rung] as number)) rung += 1;
      likely[line] = needed <= free ? -1 : rung < last ? (supply.likelyDay[rung] as number) : -2;
      cautious[line] = needed <= free ? -1 : rung < last ? (supply.cautiousDay[rung] as number) : -2;
    }
    return units;
  };
}
