import { epochDay, type LocalDate } from '../kernel/dates.js';
import type { LocationId, PurchaseOrderLineId, PurchaseOrderNumber, Sku, SupplierId } from '../kernel/ids.js';
import { type DayDistribution, distributionFrom } from './day-distribution.js';
import type { DeliveryRecord } from './delivery-record.js';

/** An open purchase order line of the SKU in question. Dates are local to the receiving location. */
export interface SupplyLine {
  readonly poLineId: PurchaseOrderLineId;
  readonly poNumber: PurchaseOrderNumber;
  readonly supplierId: SupplierId;
  /** Units ordered, not cancelled and not yet received. */
  readonly openQuantity: number;
  /** The date the supplier promised first, or null when it gave none. */
  readonly firstPromisedOn: LocalDate | null;
  /** The supplier's newest promised date; the first one where it gave no other. */
  readonly promisedOn: LocalDate | null;
  readonly orderedOn: LocalDate;
  /** When the newest part of it came; null while nothing has. */
  readonly partReceivedOn: LocalDate | null;
  readonly locationId: LocationId;
}

/**
 * When an open purchase order line arrives, given that it has not by the end of `today`. What is left of a line of which
 * part has come is counted from there: its promise is spent.
 * Undefined when the supplier named no date and no supplier has any receipt of the kind needed: then there is no basis
 * for one.
 */
export function arrivalDistribution(
  line: SupplyLine,
  sku: Sku,
  today: LocalDate,
  { arrivals, fills }: DeliveryRecord,
): DayDistribution | undefined {
  const now = epochDay(today);
  const promised = line.firstPromisedOn ? epochDay(line.firstPromisedOn) : null;
  const newest = line.promisedOn ? epochDay(line.promisedOn) : null;
  const rest = line.partReceivedOn ? epochDay(line.partReceivedOn) + fills.of(line.supplierId).restAfterDays : null;
  // a promise given after the first part came is about the rest
  const stands = rest === null || (newest !== null && newest > now);
  const { chances, last, hasBasis } = arrivals.forecast(
    {
      supplier: line.supplierId,
      sku,
      segment: line.locationId,
      orderedOn: epochDay(line.orderedOn),
      promisedOn: stands ? promised : rest,
      revisedOn: stands && newest !== promised ? newest : null,
    },
    now,
  );
  if (!hasBasis) return undefined;
  return distributionFrom(now, chances.subarray(0, last + 1));
}
