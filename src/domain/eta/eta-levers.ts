import { epochDay, fromEpochDay, type LocalDate } from '../kernel/dates.js';
import type { LocationId, PurchaseOrderLineId, SupplierId } from '../kernel/ids.js';
import { PurchaseOrderLineId as LineId, PurchaseOrderNumber } from '../kernel/ids.js';
import { type DayDistribution, later, quantileDay } from './day-distribution.js';
import { type Backorder, type EstimatedEta, type EtaContext, estimateEta, type SupplyLine } from './estimate-eta.js';
import { CAUTIOUS, LIKELY } from './serve-queue.js';
import { type TransitDays, transitDistribution } from './transit-days.js';

/** Two dates of a distribution: likely is P50, cautious is P90. */
export interface DatePair {
  readonly likelyOn: LocalDate;
  readonly cautiousOn: LocalDate;
}

/**
 * What would change an estimate, and to what. `served_first`: it went before all who wait. `without_order`: the purchase
 * order line that completes it never came; no dates where nothing else reaches it. `sent_express`: only the arrival
 * moves. `arrives` is at the customer's, `ships` at the carrier's.
 */
export type EtaLever =
  | { readonly kind: 'served_first'; readonly ships: DatePair }
  | { readonly kind: 'without_order'; readonly poLineId: PurchaseOrderLineId; readonly ships: DatePair | null }
  | { readonly kind: 'sent_express'; readonly arrives: DatePair };

const pair = (days: DayDistribution): DatePair => ({
  likelyOn: fromEpochDay(quantileDay(days, LIKELY)),
  cautiousOn: fromEpochDay(quantileDay(days, CAUTIOUS)),
});

/** Each lever is the same estimate anew with one thing changed; those that change nothing are left out. */
export function etaLevers(
  backorder: Backorder,
  supply: readonly SupplyLine[],
  context: EtaContext,
  { eta, express }: { readonly eta: EstimatedEta; readonly express: TransitDays | null },
): EtaLever[] {
  const now = pair(eta.shipping);
  const levers: EtaLever[] = [];
  if (backorder.unitsAhead > 0) {
    const first = estimateEta({ ...backorder, unitsAhead: 0 }, supply, context);
    if (first.kind === 'estimated' && first.shipsLikelyOn < now.likelyOn)
      levers.push({ kind: 'served_first', ships: pair(first.shipping) });
  }
  if (express) {
    const arrives = pair(later(eta.shipping, transitDistribution(express)));
    if (arrives.likelyOn < eta.arrivesLikelyOn) levers.push({ kind: 'sent_express', arrives });
  }
  const completing = eta.chain.purchaseOrders.at(-1);
  if (completing) {
    const { poLineId } = completing;
    const others = supply.filter((line) => line.poLineId !== poLineId);
    const without = estimateEta(backorder, others, context);
    levers.push({
      kind: 'without_order',
      poLineId,
      ships: without.kind === 'estimated' ? pair(without.shipping) : null,
    });
  }
  return levers;
}

/** When a line would ship if `units` were ordered today from a supplier, beside what is on order; null without any record. */
export function ifOrderedToday(
  backorder: Backorder,
  supply: readonly SupplyLine[],
  context: EtaContext,
  order: { readonly units: number; readonly supplierId: SupplierId; readonly locationId: LocationId },
): DatePair | null {
  const ordered: SupplyLine = {
    poLineId: LineId.parse('NEW-1'),
    poNumber: PurchaseOrderNumber.parse('NEW'),
    supplierId: order.supplierId,
    locationId: order.locationId,
    openQuantity: order.units,
    orderedOn: context.today,
    firstPromisedOn: null,
    promisedOn: null,
    partReceivedOn: null,
  };
  const eta = estimateEta(backorder, [...supply, ordered], context);
  return eta.kind === 'estimated' ? pair(eta.shipping) : null;
}

/** The day by which a thing has happened with this chance. */
export const dayBy = (days: DayDistribution, chance: number): LocalDate => fromEpochDay(quantileDay(days, chance));

/** Mean and variance, in days from `today`. */
export function momentsFrom({ first, chances }: DayDistribution, today: LocalDate): { mean: number; variance: number } {
  const now = epochDay(today);
  let mean = 0;
  for (let at = 0; at < chances.length; at += 1) mean += (first + at - now) * (chances[at] as number);
  let variance = 0;
  for (let at = 0; at < chances.length; at += 1) variance += (first + at - now - mean) ** 2 * (chances[at] as number);
  return { mean, variance };
}
