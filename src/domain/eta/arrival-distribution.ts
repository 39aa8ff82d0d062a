import { epochDay, type LocalDate } from '../kernel/dates.js';
import type { LocationId, PurchaseOrderLineId, PurchaseOrderNumber, SupplierId } from '../kernel/ids.js';
import { type DayDistribution, distributionOf } from './day-distribution.js';

/** An open purchase order line of the SKU in question. Dates are local to the receiving location. */
export interface SupplyLine {
  readonly poLineId: PurchaseOrderLineId;
  readonly poNumber: PurchaseOrderNumber;
  readonly supplierId: SupplierId;
  /** Units ordered, not cancelled and not yet received. */
  readonly openQuantity: number;
  /** The supplier's newest promised date, or null when it gave none. */
  readonly promisedOn: LocalDate | null;
  readonly orderedOn: LocalDate;
  readonly locationId: LocationId;
}

/** What a supplier's received lines have shown, newest first, in calendar days. */
export interface SlipHistory {
  readonly supplierId: SupplierId;
  /** Receipt minus the date promised when the order was placed; negative when early. */
  readonly slipDays: readonly number[];
  /** Receipt minus order date. */
  readonly leadDays: readonly number[];
}

/** All that is known about suppliers' habits. The pooled records hold every supplier's receipts. */
export interface SupplierRecords {
  readonly histories: ReadonlyMap<SupplierId, SlipHistory>;
  readonly allSlips: readonly number[];
  readonly allLeadDays: readonly number[];
}

/** From this many receipts on, a supplier's own record stands alone; with n fewer it counts n/8, all suppliers' the rest. */
export const ENOUGH_RECEIPTS = 8;

/** The least mean, in days, of how much later than anything on record a delivery comes. */
const SHORTEST_TAIL_DAYS = 7;

/** The tail is cut where less than this share of it is left; the last day carries the rest. */
const TAIL_CUT = 0.001;

/** The record that speaks for a supply line: its slips when there is a promise to slip from, else its lead times. */
export const ownRecord = (line: SupplyLine, { histories }: SupplierRecords): readonly number[] =>
  histories.get(line.supplierId)?.[line.promisedOn ? 'slipDays' : 'leadDays'] ?? [];

/**
 * When an open purchase order line arrives, given that it has not by the end of `today`:
 * - each receipt on record is an equally likely outcome, counted from the promised date (slips), or from the order date
 *   (lead times) when nothing was promised; a supplier with few receipts is filled up from all suppliers;
 * - n receipts leave a chance of 1/(n+1) that this one is later than all of them. That tail falls off exponentially,
 *   with the mean of all late slips as its mean, so it looks the same however long the wait already is;
 * - outcomes up to today are struck out and the rest scaled up to 1.
 * Undefined when no supplier has any receipt of the kind needed: then there is no basis for a date.
 */
export function arrivalDistribution(
  line: SupplyLine,
  today: LocalDate,
  records: SupplierRecords,
): DayDistribution | undefined {
  const own = ownRecord(line, records);
  const pooled = line.promisedOn ? records.allSlips : records.allLeadDays;
  if (own.length + pooled.length === 0) return undefined;
  const ownShare = Math.min(1, own.length / ENOUGH_RECEIPTS);

  const anchor = epochDay(line.promisedOn ?? line.orderedOn);
  const now = epochDay(today);
  const tailMean = meanLateness(records.allSlips);
  const weights = new Map<number, number>();
  for (const [record, share] of [[own, ownShare] as const, [pooled, 1 - ownShare] as const]) {
    if (record.length === 0 || share === 0) continue;
    const each = share / (record.length + 1);
    let longest = Number.NEGATIVE_INFINITY;
    for (const days of record) {
      longest = Math.max(longest, days);
      if (anchor + days > now) addTo(weights, anchor + days, each);
    }
    const overdueBy = Math.max(0, now - anchor - longest);
    addTail(weights, Math.max(now, anchor + longest), tailMean, each * Math.exp(-overdueBy / tailMean));
  }
  // So long after every outcome on record that their weight vanishes: only the tail's shape is left.
  if (weights.size === 0) addTail(weights, now, tailMean, 1);
  return distributionOf(weights);
}

function meanLateness(slips: readonly number[]): number {
  const late = slips.filter((days) => days > 0);
  const mean = late.reduce((all, days) => all + days, 0) / Math.max(1, late.length);
  return Math.max(SHORTEST_TAIL_DAYS, mean);
}

/** Spreads `mass` over the days after `from`, falling off exponentially. */
function addTail(weights: Map<number, number>, from: number, mean: number, mass: number): void {
  const length = Math.ceil(mean * Math.log(1 / TAIL_CUT));
  for (let day = 1; day <= length; day += 1) {
    const until = day === length ? 0 : Math.exp(-day / mean);
    addTo(weights, from + day, mass * (Math.exp(-(day - 1) / mean) - until));
  }
}

function addTo(weights: Map<number, number>, day: number, weight: number): void {
  if (weight > 0) weights.set(day, (weights.get(day) ?? 0) + weight);
}
