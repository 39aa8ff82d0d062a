import { DecayedRecord, type Memory } from './decayed-record.js';
import type { Day } from './delivery.js';
import { DeviationPool, knowledgeLevel } from './deviation-pool.js';
import { KeptRecords } from './kept-records.js';
import { Credibility, type Usual, UsualDay } from './usual-day.js';

/** Nothing fades; the last year or so; the last weeks. */
const EVER: Memory = { days: Number.POSITIVE_INFINITY, receiptDays: Number.POSITIVE_INFINITY };
const SUPPLIER_LONG: Memory = { days: 540, receiptDays: 120 };
const SUPPLIER_SHORT: Memory = { days: 60, receiptDays: 6 };
const EVERYONE_LONG: Memory = { days: 540, receiptDays: 400 };
const EVERYONE_SHORT: Memory = { days: 25, receiptDays: 30 };
const GROUP: Memory = { days: 540, receiptDays: 200 };
const SEASON: Memory = { days: 2_000, receiptDays: Number.POSITIVE_INFINITY };

/** Least steps of the running centres: one for what lasts, one for what is new. */
const SLOW = 0.04;
const FAST = 0.3;
/** Where the first receipt of all is measured from: itself, give or take two days. */
const FIRST_SPREAD = 2;

/** What is known of one supplier, or of all, in one measure. */
export interface MeasurePage {
  readonly ever: DecayedRecord;
  readonly long: DecayedRecord;
  readonly short: DecayedRecord;
  readonly slow: UsualDay;
  readonly fast: UsualDay;
}

const newPage = (long: Memory, short: Memory): MeasurePage => ({
  ever: new DecayedRecord(EVER),
  long: new DecayedRecord(long),
  short: new DecayedRecord(short),
  slow: new UsualDay(SLOW),
  fast: new UsualDay(FAST),
});

/** What a delivery belongs to, as codes from 0; -1 where that is not known. */
export interface Membership {
  readonly supplier: number;
  readonly sku: number;
  readonly segment: number;
  /** The class of its promised lead time (`promisedLeadClass`). */
  readonly promisedLead: number;
  /** Month of the promised date, 0 to 11. */
  readonly month: number;
}

export type Grouping = 'segment' | 'sku' | 'promisedLead' | 'month';

/** Above any code: supplier and group code make one number. */
const CODES = 2 ** 24;

/** Records of a kind of group: over all suppliers, and of each supplier within it. */
class GroupRecords {
  readonly #all: KeptRecords;
  readonly #own: KeptRecords;

  constructor(memory: Memory) {
    this.#all = new KeptRecords(memory);
    this.#own = new KeptRecords(memory);
  }

  add(code: number, supplier: number, value: number, on: Day): void {
    if (code < 0) return;
    this.#all.add(code, value, on);
    if (supplier >= 0) this.#own.add(supplier * CODES + code, value, on);
  }

  all(code: number): DecayedRecord | undefined {
    return code < 0 ? undefined : this.#all.get(code);
  }

  own(code: number, supplier: number): DecayedRecord | undefined {
    return code < 0 || supplier < 0 ? undefined : this.#own.get(supplier * CODES + code);
  }
}

/** All records of one measure: how many days after its anchor a delivery came. */
export class MeasureBook {
  readonly everyone = newPage(EVERYONE_LONG, EVERYONE_SHORT);
  readonly slowDeviations = new DeviationPool();
  readonly fastDeviations = new DeviationPool();
  readonly groups: Readonly<Partial<Record<Grouping, GroupRecords>>>;
  readonly #pages: MeasurePage[] = [];
  readonly #credibility = new Credibility();

  constructor(groupings: readonly Grouping[]) {
    this.groups = Object.fromEntries(
      groupings.map((grouping) => [grouping, new GroupRecords(grouping === 'month' ? SEASON : GROUP)]),
    );
  }

  /** What is known of this supplier; undefined where nothing is, or the supplier is not known. */
  page(supplier: number): MeasurePage | undefined {
    return supplier < 0 ? undefined : this.#pages[supplier];
  }

  /** Takes in how many days after its anchor a delivery came. Days must not go back from one call to the next. */
  learn(value: number, on: Day, member: Membership): void {
    const general = this.everyone.slow.usual ?? { centre: value, spread: FIRST_SPREAD };
    this.#measureDeviation(value, general, this.page(member.supplier));
    if (member.supplier >= 0) this.#learnSupplier(value, on, member.supplier, general);
    const { everyone } = this;
    const itself = { centre: value, spread: FIRST_SPREAD };
    everyone.slow.add(value, on, itself, 0);
    everyone.fast.add(value, on, itself, 0);
    for (const record of [everyone.ever, everyone.long, everyone.short]) record.add(value, on);
    this.groups.segment?.add(member.segment, member.supplier, value, on);
    this.groups.sku?.add(member.sku, member.supplier, value, on);
    this.groups.promisedLead?.add(member.promisedLead, member.supplier, value, on);
    this.groups.month?.add(member.month, member.supplier, value, on);
  }

  #measureDeviation(value: number, general: Usual, page: MeasurePage | undefined): void {
    const slow = page?.slow.usual ?? general;
    const fast = page?.fast.usual ?? general;
    const level = knowledgeLevel(page?.slow.receiptDays ?? 0);
    this.slowDeviations.add((value - slow.centre) / slow.spread, level);
    this.fastDeviations.add((value - fast.centre) / fast.spread, level);
  }

  #learnSupplier(value: number, on: Day, supplier: number, general: Usual): void {
    let page = this.#pages[supplier];
    if (!page) {
      page = newPage(SUPPLIER_LONG, SUPPLIER_SHORT);
      this.#pages[supplier] = page;
    }
    const first = page.slow.firstBefore(on);
    if (first !== undefined) this.#credibility.learn(first, value, general.centre);
    page.slow.add(value, on, general, this.#credibility.prior);
    page.fast.add(value, on, general, this.#credibility.prior);
    for (const record of [page.ever, page.long, page.short]) record.add(value, on);
  }
}

/** Two thirds of a doubling of the promised lead time in days make a class; -1 where either date is not known. */
export function promisedLeadClass(orderedOn: Day | null, promisedOn: Day | null): number {
  if (orderedOn === null || promisedOn === null) return -1;
  const days = promisedOn - orderedOn;
  return days < 1 ? 0 : 1 + Math.floor(1.5 * Math.log2(days));
}
