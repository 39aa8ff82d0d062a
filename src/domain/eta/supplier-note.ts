import { daysBetween, type LocalDate } from '../kernel/dates.js';
import type { SupplyLine } from './arrival-distribution.js';
import type { DeliveryRecord } from './delivery-record.js';

/** With fewer receipts than this, a supplier's date rests more on other suppliers' habits than on its own. */
const ENOUGH_RECEIPTS = 8;

/**
 * The one thing to know about a supply line's date, most telling first; wording is elsewhere. All in calendar days.
 * `overdue`: the promised date has passed, `days` ago. `no_promise`: the supplier gave no date, the estimate rests on
 * lead times. `thin_history`: the supplier has few receipts, so all suppliers' were used too. `supplier_usually_late`:
 * half its deliveries or more came at least `days` after their promise. `on_time`: none of these.
 */
export type SupplierNote =
  | { readonly kind: 'overdue'; readonly days: number }
  | { readonly kind: 'no_promise' }
  | { readonly kind: 'thin_history'; readonly receipts: number }
  | { readonly kind: 'supplier_usually_late'; readonly days: number }
  | { readonly kind: 'on_time' };

/** A supplier's receipts against their first promises. */
export interface SupplierSlips {
  readonly receipts: number;
  /** The share that came after the promised day. */
  readonly lateShare: number;
  /** Half of them or more came at least so many days after it; negative when early. Null without receipts. */
  readonly reachedByHalf: number | null;
}

/** What a supplier's receipts have shown so far. */
export function supplierSlips(supplierId: string, { arrivals }: Pick<DeliveryRecord, 'arrivals'>): SupplierSlips {
  const { values, weights } = arrivals.slips(supplierId) ?? { values: [], weights: [] };
  const receipts = weights.reduce((sum, weight) => sum + weight, 0);
  const late = values.reduce((sum, days, at) => sum + (days > 0 ? (weights[at] ?? 0) : 0), 0);
  const descending = values.map((days, at) => ({ days, weight: weights[at] ?? 0 })).sort((a, b) => b.days - a.days);
  let seen = 0;
  const half = descending.find(({ weight }) => {
    seen += weight;
    return seen >= receipts / 2;
  });
  return { receipts, lateShare: receipts > 0 ? late / receipts : 0, reachedByHalf: half?.days ?? null };
}

/** Says why a supply line's date is what it is, from its promise and its supplier's record. */
export function describeSupplier(line: SupplyLine, today: LocalDate, record: DeliveryRecord): SupplierNote {
  const overdueBy = line.promisedOn ? daysBetween(line.promisedOn, today) : 0;
  if (overdueBy > 0) return { kind: 'overdue', days: overdueBy };
  if (!line.promisedOn) return { kind: 'no_promise' };

  const { receipts, reachedByHalf } = supplierSlips(line.supplierId, record);
  if (receipts < ENOUGH_RECEIPTS) return { kind: 'thin_history', receipts };
  return (reachedByHalf ?? 0) > 0 ? { kind: 'supplier_usually_late', days: reachedByHalf ?? 0 } : { kind: 'on_time' };
}
