import type { ArrivalMixture, Level } from './arrival-mixture.js';
import type { Day, Delivery } from './delivery.js';
import type { DeviationPool } from './deviation-pool.js';
import { knowledgeLevel } from './deviation-pool.js';
import { EXPERT } from './experts.js';
import type { MeasureBook, Membership } from './measure-book.js';
import type { RecordLibrary } from './record-library.js';
import type { Usual, UsualDay } from './usual-day.js';

/** With receipts on this many days a particular record counts as much as the more general one it is laid over. */
const SOON = 0.7;
const NORMAL = 3;
const LATE = 5;
const SHORT = 2;
const GROUP = 10;
/** Where nothing is known at all: two weeks, give or take one. */
const UNKNOWN: Usual = { centre: 14, spread: 3 };
/**
 * A promise while no promise of anybody was ever seen through: never early, three days late by half, eleven by nine in
 * ten. An assumption on the careful side; the first receipts replace it.
 */
const UNTRIED_TAIL_DAYS = 5;

/** What the experts were asked by: whom to trust depends on it. */
export interface Consultation {
  /** On how many days receipts of the supplier came. */
  readonly receiptDays: number;
  /** How far from the usual day the supplier's deliveries are. */
  readonly spread: number;
  /** Whether there is a promise to go by or, where nothing is promised, any supplier ever delivered something ordered. */
  readonly hasBasis: boolean;
}

/** Lets every expert who has something to say about a delivery speak, as of the end of a day. */
export function consultExperts(
  library: RecordLibrary,
  delivery: Delivery,
  member: Membership,
  asOf: Day,
  mixture: ArrivalMixture,
): Consultation {
  mixture.begin(asOf);
  const { promisedOn, revisedOn } = delivery;
  // without a promise to count from, an order whose date is not known counts as placed today
  const orderedOn = delivery.orderedOn ?? (promisedOn === null ? asOf : null);
  if (promisedOn !== null) slipExperts(library.slips, promisedOn, member, mixture);
  if (orderedOn !== null) leadExperts(library.leads, orderedOn, member, mixture);
  if (revisedOn !== null) {
    const page = library.revisions.page(member.supplier);
    mixture.addRecords(EXPERT.revised, revisedOn, [
      [library.revisions.everyone.long, 0],
      [page?.long, NORMAL],
    ]);
  }
  if (library.waits.total > 0) mixture.addRecords(EXPERT.wait, asOf, [[library.waits, 0]]);

  const book = promisedOn === null ? library.leads : library.slips;
  const page = book.page(member.supplier);
  const usual = page?.slow.usual ?? book.everyone.slow.usual ?? UNKNOWN;
  const from = revisedOn ?? promisedOn ?? (orderedOn ?? asOf) + usual.centre;
  const general = book.everyone.slow.usual ?? UNKNOWN;
  const isTried = book.everyone.ever.total > 0;
  mixture.addTail(EXPERT.late, from, isTried ? Math.max(3, 3 * general.spread) : UNTRIED_TAIL_DAYS);
  const hasBasis = isTried || promisedOn !== null;
  return { receiptDays: page?.slow.receiptDays ?? 0, spread: usual.spread, hasBasis };
}

function slipExperts(book: MeasureBook, promisedOn: Day, member: Membership, mixture: ArrivalMixture): void {
  const { everyone, groups } = book;
  const { supplier, segment, sku, promisedLead, month } = member;
  const page = book.page(supplier);
  const say = (expert: number, ...levels: readonly Level[]): void => mixture.addRecords(expert, promisedOn, levels);
  const inSegment = groups.segment?.all(segment);
  say(EXPERT.everyone, [everyone.ever, 0]);
  say(EXPERT.everyoneLately, [everyone.long, 0], [everyone.short, NORMAL]);
  if (page) {
    const long: readonly Level[] = [
      [everyone.long, 0],
      [inSegment, GROUP],
      [page.long, NORMAL],
    ];
    say(EXPERT.supplierEver, [everyone.ever, 0], [page.ever, SOON]);
    say(EXPERT.supplierPooled, [everyone.ever, 0], [inSegment, GROUP], [page.ever, LATE]);
    say(EXPERT.supplierLong, ...long);
    say(EXPERT.supplierShort, ...long, [page.short, SHORT]);
    if (segment >= 0) say(EXPERT.supplierSegment, ...long, [groups.segment?.own(segment, supplier), NORMAL]);
  } else if (inSegment) say(EXPERT.supplierSegment, [everyone.long, 0], [inSegment, GROUP]);
  if (sku >= 0) {
    const own = groups.sku?.own(sku, supplier);
    say(
      EXPERT.sku,
      [everyone.long, 0],
      [inSegment, GROUP],
      [page?.long, NORMAL],
      [groups.sku?.all(sku), NORMAL],
      [own, NORMAL],
    );
  }
  if (promisedLead >= 0) {
    const [all, own] = [groups.promisedLead?.all(promisedLead), groups.promisedLead?.own(promisedLead, supplier)];
    say(EXPERT.promisedLead, [everyone.long, 0], [all, GROUP], [page?.long, NORMAL], [own, NORMAL]);
  }
  const [inMonth, ownMonth] = [groups.month?.all(month), groups.month?.own(month, supplier)];
  say(EXPERT.month, [everyone.ever, 0], [inMonth, GROUP], [page?.ever, NORMAL], [ownMonth, NORMAL]);
  usualExperts(book, supplier, promisedOn, { slow: EXPERT.usualSlow, fast: EXPERT.usualFast }, mixture);
}

function leadExperts(book: MeasureBook, orderedOn: Day, member: Membership, mixture: ArrivalMixture): void {
  const { everyone, groups } = book;
  const { supplier, segment, sku } = member;
  const page = book.page(supplier);
  const say = (expert: number, ...levels: readonly Level[]): void => mixture.addRecords(expert, orderedOn, levels);
  const inSegment: Level = [groups.segment?.all(segment), GROUP];
  const own: Level = [page?.long, NORMAL];
  const particular: readonly Level[] = [
    [groups.segment?.own(segment, supplier), NORMAL],
    [groups.sku?.own(sku, supplier), NORMAL],
  ];
  say(EXPERT.leadEver, [everyone.ever, 0], [page?.ever, 2 * SOON]);
  say(EXPERT.leadLong, [everyone.long, 0], inSegment, own, ...particular);
  if (page) say(EXPERT.leadShort, [everyone.long, 0], inSegment, own, [page.short, SHORT]);
  usualExperts(book, supplier, orderedOn, { slow: EXPERT.leadUsualSlow, fast: EXPERT.leadUsualFast }, mixture);
}

function usualExperts(
  book: MeasureBook,
  supplier: number,
  anchor: Day,
  expert: { readonly slow: number; readonly fast: number },
  mixture: ArrivalMixture,
): void {
  const page = book.page(supplier);
  around(expert.slow, page?.slow, book.everyone.slow, book.slowDeviations, anchor, mixture);
  if (page) around(expert.fast, page.fast, book.everyone.fast, book.fastDeviations, anchor, mixture);
}

function around(
  expert: number,
  own: UsualDay | undefined,
  general: UsualDay,
  deviations: DeviationPool,
  anchor: Day,
  mixture: ArrivalMixture,
): void {
  const usual = own?.usual ?? general.usual;
  if (!usual || deviations.isEmpty) return;
  mixture.addCurve(expert, anchor, deviations.curve(knowledgeLevel(own?.receiptDays ?? 0)), usual);
}
