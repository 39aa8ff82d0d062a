import { localDate } from '../../../../domain/kernel/dates.js';
import { LocationId, SupplierId } from '../../../../domain/kernel/ids.js';
import { money } from '../../../../domain/kernel/money.js';
import type { Extent } from '../sample.js';

/** Days on which something ships or arrives. */
export const DATES = {
  earliestOn: localDate('2026-12-01'),
  likelyOn: localDate('2026-12-04'),
  cautiousOn: localDate('2026-12-18'),
};

/** Those who wait for an item. */
export const waiting = ({ count }: Extent) => ({
  waitingUnits: count(1_240),
  waitingLines: count(210),
  waitingOrders: count(204),
  waitingCustomers: count(198),
  revenueWaiting: money(count(18_400_00), 'USD'),
});

/** A purchase order line: one in four without a record of its supplier, every other without a promised date. */
export const onOrder = (n: number, { poLine, supplier, count }: Extent) => ({
  poLineId: poLine(n),
  supplierId: SupplierId.parse('kestrel'),
  supplierName: supplier,
  toLocationId: LocationId.parse('columbus-main-warehouse'),
  openUnits: count(400),
  orderedOn: localDate('2026-10-04'),
  firstPromisedOn: localDate('2026-11-10'),
  promisedOn: n % 2 === 0 ? null : localDate('2026-11-20'),
  overdueDays: n % 2 === 0 ? 0 : 3,
  receiptLikelyOn: n === 4 ? null : DATES.likelyOn,
  receiptCautiousOn: n === 4 ? null : DATES.cautiousOn,
});

/** A line that a supplier put off, or let pass. */
export const slipFacts = (n: number, extent: Extent) => ({
  ...waiting(extent),
  kind: n % 2 === 0 ? ('moved' as const) : ('passed' as const),
  item: `slip:${extent.poLine(n)}`,
  poLineId: extent.poLine(n),
  sku: extent.sku(n),
  itemName: extent.item,
  supplierId: SupplierId.parse('kestrel'),
  supplierName: extent.supplier,
  openUnits: extent.count(400),
  oldPromisedOn: localDate('2026-11-22'),
  newPromisedOn: n % 2 === 0 ? localDate('2026-12-20') : null,
  daysMoved: 28,
  timesMoved: 3,
  overdueDays: 1,
  orderLineIds: [],
});
