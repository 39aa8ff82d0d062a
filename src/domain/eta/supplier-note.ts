import { daysBetween, type LocalDate } from '../kernel/dates.js';
import { ENOUGH_RECEIPTS, ownRecord, type SupplierRecords, type SupplyLine } from './arrival-distribution.js';

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

/** Says why a supply line's date is what it is, from its promise and its supplier's record. */
export function describeSupplier(line: SupplyLine, today: LocalDate, records: SupplierRecords): SupplierNote {
  const overdueBy = line.promisedOn ? daysBetween(line.promisedOn, today) : 0;
  if (overdueBy > 0) return { kind: 'overdue', days: overdueBy };
  if (!line.promisedOn) return { kind: 'no_promise' };

  const slips = ownRecord(line, records);
  if (slips.length < ENOUGH_RECEIPTS) return { kind: 'thin_history', receipts: slips.length };
  const days = reachedByHalf(slips);
  return days > 0 ? { kind: 'supplier_usually_late', days } : { kind: 'on_time' };
}

/** The largest value that at least half of the values reach. */
function reachedByHalf(values: readonly number[]): number {
  const descending = [...values].sort((a, b) => b - a);
  return descending[Math.ceil(values.length / 2) - 1] ?? 0;
}
