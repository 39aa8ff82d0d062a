import type { LocalDate } from '../kernel/dates.js';
import type { PurchaseOrderLineId, Sku } from '../kernel/ids.js';

/** A delivery of a purchase order line. Dates are local to the warehouse. */
export interface SupplierReceipt {
  readonly poLineId: PurchaseOrderLineId;
  readonly sku: Sku;
  readonly orderedOn: LocalDate;
  /** The date promised when the order was placed; null when none was. */
  readonly promisedOn: LocalDate | null;
  /** The day its last units came. */
  readonly receivedOn: LocalDate;
  readonly quantityOrdered: number;
  readonly quantityReceived: number;
  readonly quantityDefective: number;
}

/** A date that the supplier put in place of an earlier one. */
export interface PromiseRevision {
  readonly poLineId: PurchaseOrderLineId;
  readonly revisedOn: LocalDate;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The day the line came; null while it is open. */
  readonly receivedOn: LocalDate | null;
}

/** Something the supplier was asked, and its answer: an order to be acknowledged, or a question. */
export interface SupplierRequest {
  readonly kind: 'acknowledgement' | 'question';
  readonly askedOn: LocalDate;
  readonly answeredOn: LocalDate | null;
}

export interface SupplierFacts {
  readonly receipts: readonly SupplierReceipt[];
  readonly revisions: readonly PromiseRevision[];
  readonly requests: readonly SupplierRequest[];
}

/** What was agreed with the supplier. Null where nothing was. */
export interface AgreedTerms {
  readonly leadDays: number | null;
  /** Least share of deliveries on time. */
  readonly onTimeRate: number | null;
  /** Least share of ordered units delivered. */
  readonly fillRate: number | null;
  /** Most days until an order is acknowledged. */
  readonly acknowledgementDays: number | null;
  /** Most defective units per unit delivered. */
  readonly defectRate: number | null;
}
