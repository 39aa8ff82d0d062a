import type { DecayedRecord } from './decayed-record.js';
import type { Day } from './delivery.js';
import { chanceUpTo, DEVIATION_RANGE } from './deviation-pool.js';
import { EXPERTS } from './experts.js';
import type { Usual } from './usual-day.js';

/** Days ahead that are told apart; whatever is later counts as the last of them. */
export const HORIZON = 1_200;
/** No more records than this ever speak about one delivery. */
const MOST_RECORDS = 40;
/** The late expert's tail is followed this far, or until so little of it is left. */
const TAIL_DAYS = 400;

interface CurveView {
  readonly expert: number;
  readonly curve: Float64Array;
  /** Days from the asking day to the centre. */
  readonly centre: number;
  readonly spread: number;
}

/** A record and how much it counts, from the general to the particular. */
export type Level = readonly [record: DecayedRecord | undefined, needed: number];

/**
 * What the experts say about one delivery: each is a distribution over days, made of records, of curves, or of a tail.
 * One mixture is used for one question after another, so that asking allocates next to nothing.
 */
export class ArrivalMixture {
  /** After `blend`: the chance of each day after the asking day; index 0 is the asking day itself and always 0. */
  readonly chances = new Float64Array(HORIZON + 1);
  /** The last day with any chance. */
  last = 0;
  /** By expert: whether it has anything to say, and which share of it lies after the asking day. */
  readonly speaks = new Uint8Array(EXPERTS.length);
  readonly open = new Float64Array(EXPERTS.length);
  #asOf: Day = 0;
  #count = 0;
  readonly #records: DecayedRecord[] = [];
  readonly #shifts = new Float64Array(MOST_RECORDS);
  readonly #shares = new Float64Array(MOST_RECORDS * EXPERTS.length);
  readonly #curves: CurveView[] = [];
  #tail: { expert: number; shift: number; scale: number } | undefined;

  begin(asOf: Day): void {
    this.#asOf = asOf;
    this.#shares.fill(0, 0, this.#count * EXPERTS.length);
    this.#count = 0;
    this.#curves.length = 0;
    this.#tail = undefined;
    this.speaks.fill(0);
    this.open.fill(0);
  }

  /**
   * An expert that goes by records from the general to the particular. A record with receipts on n days, decayed,
   * counts n/(n + needed), what is more general the rest (Dirichlet shrinkage); the first that exists is the ground.
   */
  addRecords(expert: number, anchor: Day, levels: readonly Level[]): void {
    const ground = levels.findIndex(([record]) => record !== undefined && record.total > 0);
    let rest = 1;
    for (let at = levels.length - 1; at >= 0 && at >= ground; at -= 1) {
      const [record, needed] = levels[at] ?? [undefined, 0];
      if (!record || record.total === 0) continue;
      const share = at === ground ? 1 : record.receiptDays / (record.receiptDays + needed);
      this.#share(record, anchor, expert, rest * share);
      rest *= 1 - share;
    }
  }

  /** An expert that puts the usual deviations of all suppliers around one supplier's usual day. */
  addCurve(expert: number, anchor: Day, curve: Float64Array, { centre, spread }: Usual): void {
    const view = { expert, curve, centre: anchor - this.#asOf + centre, spread };
    this.#curves.push(view);
    this.speaks[expert] = 1;
    this.open[expert] = 1 - chanceUpTo(curve, (0.5 - view.centre) / spread);
  }

  /** An expert that expects it later than `from` by a Lomax distribution of shape 2: the longer late, the longer still. */
  addTail(expert: number, from: number, scale: number): void {
    this.#tail = { expert, shift: this.#asOf - from, scale };
    this.speaks[expert] = 1;
    this.open[expert] = beyond(this.#tail.shift, scale);
  }

  #share(record: DecayedRecord, anchor: Day, expert: number, share: number): void {
    const shift = anchor - this.#asOf;
    let at = 0;
    while (at < this.#count && (this.#records[at] !== record || this.#shifts[at] !== shift)) at += 1;
    if (at === MOST_RECORDS) throw new RangeError('More records than an estimate has room for');
    if (at === this.#count) {
      this.#count += 1;
      this.#records[at] = record;
      this.#shifts[at] = shift;
    }
    this.speaks[expert] = 1;
    const slot = at * EXPERTS.length + expert;
    this.#shares[slot] = (this.#shares[slot] ?? 0) + share;
    this.open[expert] = (this.open[expert] ?? 0) + share * openShare(record, shift);
  }

  /** Sets `chances`: the experts by their weights, what is past struck out, and the rest scaled up to 1. */
  blend(weights: Float64Array): void {
    this.chances.fill(0, 0, this.last + 1);
    this.last = 0;
    for (let at = 0; at < this.#count; at += 1) {
      let share = 0;
      for (let e = 0; e < EXPERTS.length; e += 1)
        share += (weights[e] ?? 0) * (this.#shares[at * EXPERTS.length + e] ?? 0);
      const record = this.#records[at];
      if (record && share > 0) this.#addRecord(record, this.#shifts[at] ?? 0, share / record.total);
    }
    for (const view of this.#curves) this.#addCurveChances(view, weights[view.expert] ?? 0);
    if (this.#tail) this.#addTailChances(this.#tail.shift, this.#tail.scale, weights[this.#tail.expert] ?? 0);
    let total = 0;
    for (let day = 1; day <= this.last; day += 1) total += this.chances[day] ?? 0;
    for (let day = 1; day <= this.last; day += 1) this.chances[day] = (this.chances[day] ?? 0) / total;
  }

  #put(day: number, chance: number): void {
    const at = day > HORIZON ? HORIZON : day;
    this.chances[at] = (this.chances[at] ?? 0) + chance;
    if (at > this.last) this.last = at;
  }

  #addRecord({ values, weights }: DecayedRecord, shift: number, factor: number): void {
    for (let i = 0; i < values.length; i += 1) {
      const day = (values[i] ?? 0) + shift;
      if (day > 0) this.#put(day, factor * (weights[i] ?? 0));
    }
  }

  #addCurveChances({ curve, centre, spread }: CurveView, weight: number): void {
    if (weight === 0) return;
    const first = Math.max(1, Math.floor(centre + DEVIATION_RANGE.earliest * spread));
    const last = Math.min(HORIZON, Math.max(first, Math.ceil(centre + DEVIATION_RANGE.latest * spread)));
    let before = chanceUpTo(curve, (first - 0.5 - centre) / spread);
    for (let day = first; day <= last; day += 1) {
      const until = day === last ? 1 : chanceUpTo(curve, (day + 0.5 - centre) / spread);
      if (until > before) this.#put(day, weight * (until - before));
      before = until;
    }
  }

  #addTailChances(shift: number, scale: number, weight: number): void {
    let left = beyond(shift, scale);
    for (let day = 1; day <= TAIL_DAYS; day += 1) {
      const next = day === TAIL_DAYS ? 0 : beyond(shift + day, scale);
      if (left > next) this.#put(day, weight * (left - next));
      left = next;
    }
  }

  /**
   * By expert: how likely it held the day `ahead` days after the asking day, before anything was struck out, averaged
   * over `halfWidth` days to either side: few receipts on record should not have to name the very day.
   */
  likelihoods(ahead: number, halfWidth: number, into: Float64Array): void {
    into.fill(0);
    for (let at = 0; at < this.#count; at += 1) {
      const record = this.#records[at];
      if (!record) continue;
      const near = nearShare(record, ahead - (this.#shifts[at] ?? 0), halfWidth, 1 - (this.#shifts[at] ?? 0));
      if (near === 0) continue;
      for (let e = 0; e < EXPERTS.length; e += 1)
        into[e] = (into[e] ?? 0) + near * (this.#shares[at * EXPERTS.length + e] ?? 0);
    }
    const from = Math.max(1, ahead - halfWidth) - 0.5;
    const to = ahead + halfWidth + 0.5;
    for (const { expert, curve, centre, spread } of this.#curves)
      into[expert] = chanceUpTo(curve, (to - centre) / spread) - chanceUpTo(curve, (from - centre) / spread);
    if (this.#tail) {
      const { expert, shift, scale } = this.#tail;
      into[expert] = beyond(shift + from - 0.5, scale) - beyond(shift + to - 0.5, scale);
    }
    for (let e = 0; e < EXPERTS.length; e += 1) into[e] = (into[e] ?? 0) / (2 * halfWidth + 1);
  }
}

/** The chance, under Lomax with shape 2, of being more than `days` later. */
const beyond = (days: number, scale: number): number => (days <= 0 ? 1 : (scale / (scale + days)) ** 2);

function openShare({ values, weights, total }: DecayedRecord, shift: number): number {
  let open = 0;
  for (let i = 0; i < values.length; i += 1) if ((values[i] ?? 0) + shift > 0) open += weights[i] ?? 0;
  return open / total;
}

/** The share of a record that is within `halfWidth` of `value`, and at `least` or more. */
function nearShare({ values, weights, total }: DecayedRecord, value: number, halfWidth: number, least: number): number {
  let near = 0;
  for (let i = 0; i < values.length; i += 1) {
    const off = (values[i] ?? 0) - value;
    if (off <= halfWidth && off >= -halfWidth && (values[i] ?? 0) >= least) near += weights[i] ?? 0;
  }
  return near / total;
}
