import { addBusinessDays, type BusinessCalendar } from '../kernel/business-calendar.js';
import { epochDay, fromEpochDay, type LocalDate } from '../kernel/dates.js';
import type { OrderLineId, Sku, SupplierId } from '../kernel/ids.js';
import { arrivalDistribution, type SupplyLine } from './arrival-distribution.js';
import { coverageDistribution, type Shortfall, type UncertainArrival } from './coverage-distribution.js';
import { chanceBy, type DayDistribution, later, mapDays, quantileDay } from './day-distribution.js';
import type { DeliveryRecord } from './delivery-record.js';
import { CAUTIOUS, chainLink, type DatedSupply, type EtaLink, LIKELY, serveQueue } from './serve-queue.js';
import { describeSupplier, type SupplierNote, type SupplierSlips, supplierSlips } from './supplier-note.js';
import { type TransitDays, transitDistribution } from './transit-days.js';

export type { SupplyLine } from './arrival-distribution.js';
export type { EtaLink } from './serve-queue.js';

/** One order line that waits, with the units that others ahead of it in its SKU's queue still need. */
export interface Backorder {
  readonly orderLineId: OrderLineId;
  readonly sku: Sku;
  readonly quantity: number;
  readonly unitsAhead: number;
}

export interface EtaContext extends DeliveryRecord {
  /** Today at the warehouse. What has not arrived by now arrives tomorrow at the earliest. */
  readonly today: LocalDate;
  /** When the warehouse works. */
  readonly calendar: BusinessCalendar;
  /** Business days from the dock to the shelf. */
  readonly receivingDays: number;
  /** Business days from the shelf to the carrier. */
  readonly packingDays: number;
  readonly transitDays: TransitDays;
}

/** What the dates rest on, step by step: queue → purchase orders → suppliers' receipts → warehouse → carrier. */
export interface EtaChain {
  readonly unitsAhead: number;
  readonly quantity: number;
  /** In the order in which they are likely to arrive; the last one completes the line. */
  readonly purchaseOrders: readonly EtaLink[];
  /** What each of their suppliers' receipts have shown. */
  readonly suppliers: ReadonlyMap<SupplierId, SupplierSlips>;
  readonly receivingDays: number;
  readonly packingDays: number;
  readonly transitDays: TransitDays;
}

/** Ship dates are when the carrier takes the goods; arrival dates are when the customer has them. */
export interface EstimatedEta {
  readonly kind: 'estimated';
  readonly shipsLikelyOn: LocalDate;
  readonly shipsCautiousOn: LocalDate;
  readonly arrivesLikelyOn: LocalDate;
  readonly arrivesCautiousOn: LocalDate;
  readonly chain: EtaChain;
  /** About the supplier of the chain's last purchase order. */
  readonly supplierNote: SupplierNote;
  /** On which day it ships and arrives: the whole answers of which the dates are two points each. */
  readonly shipping: DayDistribution;
  readonly arriving: DayDistribution;
}

/**
 * `no_supply`: nothing is on order. `short_supply`: what is on order does not reach this line; both say how many units
 * would have to be ordered. `no_record`: enough is on order, but without a date from its supplier, and nobody has ever
 * delivered anything to judge by.
 */
export type Eta =
  | EstimatedEta
  | { readonly kind: 'no_supply'; readonly missingUnits: number }
  | { readonly kind: 'short_supply'; readonly missingUnits: number }
  | { readonly kind: 'no_record' };

/**
 * When a backordered line ships and arrives. Open purchase order lines of its SKU serve the queue as they come, units
 * ahead first; the line ships when enough have come for those ahead and for all of it, after receiving and packing.
 * `supply` is every open purchase order line of the backorder's SKU, in any order, at any location. Formulas, their
 * sources and worked examples: docs/eta.md.
 */
export function estimateEta(backorder: Backorder, supply: readonly SupplyLine[], context: EtaContext): Eta {
  const { unitsAhead, quantity, sku } = backorder;
  const open = supply.filter((line) => line.openQuantity > 0);
  const needed = unitsAhead + quantity;
  const missingUnits = needed - unitsOf(open);
  if (open.length === 0) return { kind: 'no_supply', missingUnits };
  if (missingUnits > 0) return { kind: 'short_supply', missingUnits };

  const dated = open.flatMap((line): DatedSupply[] => {
    const arrival = arrivalDistribution(line, sku, context.today, context);
    return arrival ? [{ line, arrival }] : [];
  });
  if (unitsOf(dated.map(({ line }) => line)) < needed) return { kind: 'no_record' };

  const serving = serveQueue(dated, unitsAhead, quantity);
  const completing = serving.at(-1);
  if (!completing) throw new RangeError(`Order line ${backorder.orderLineId} waits for no units`);

  const covered = coverageDistribution(
    dated.map((one) => uncertain(one, context)),
    needed,
  );
  const shipping = mapDays(covered, (day) => shipDay(day, context));
  const arriving = later(shipping, transitDistribution(context.transitDays));
  const { receivingDays, packingDays, transitDays } = context;
  return {
    kind: 'estimated',
    shipsLikelyOn: fromEpochDay(quantileDay(shipping, LIKELY)),
    shipsCautiousOn: fromEpochDay(quantileDay(shipping, CAUTIOUS)),
    arrivesLikelyOn: fromEpochDay(quantileDay(arriving, LIKELY)),
    arrivesCautiousOn: fromEpochDay(quantileDay(arriving, CAUTIOUS)),
    chain: {
      unitsAhead,
      quantity,
      purchaseOrders: serving.map(chainLink),
      suppliers: new Map(serving.map(({ line }) => [line.supplierId, supplierSlips(line.supplierId, context)])),
      receivingDays,
      packingDays,
      transitDays,
    },
    supplierNote: describeSupplier(completing.line, context.today, context),
    shipping,
    arriving,
  };
}

/** The chance, from 0 to 1, that the carrier has the line by the end of `date`. */
export const chanceShippedBy = (eta: EstimatedEta, date: LocalDate): number => chanceBy(eta.shipping, epochDay(date));

/** The chance, from 0 to 1, that the customer has the line by the end of `date`. */
export const chanceArrivedBy = (eta: EstimatedEta, date: LocalDate): number => chanceBy(eta.arriving, epochDay(date));

const unitsOf = (lines: readonly SupplyLine[]): number => lines.reduce((units, line) => units + line.openQuantity, 0);

/** Where no order of anybody was ever seen through, a new one counts as taking a month. */
const UNKNOWN_LEAD_DAYS = 30;

function uncertain({ line, arrival }: DatedSupply, { arrivals, fills }: DeliveryRecord): UncertainArrival {
  const fill = fills.of(line.supplierId);
  // of a line of which part has come, the rest comes in one go or not at all
  const isRest = line.partReceivedOn !== null;
  const shortfall: Shortfall = {
    chanceCancelled: isRest ? 1 - fill.chanceRestComes : fill.chanceCancelled,
    chanceShort: isRest ? 0 : fill.chanceShort,
    firstUnits: Math.floor(fill.firstShare * line.openQuantity),
    chanceRestComes: fill.chanceRestComes,
    restAfterDays: fill.restAfterDays,
    reorderAfterDays: Math.round(arrivals.usualLeadDays(line.supplierId) ?? UNKNOWN_LEAD_DAYS),
  };
  return { units: line.openQuantity, arrival, shortfall };
}

/** By calendar and business days to add: when what comes on a day ships. Asked for hundreds of days per estimate. */
const shipDays = new WeakMap<BusinessCalendar, Map<number, number>[]>();

/** Goods that come on a closed day wait at the dock for the next open one; then receiving, then packing. */
function shipDay(arrivalDay: number, { calendar, receivingDays, packingDays }: EtaContext): number {
  const inHouse = receivingDays + packingDays;
  let byDays = shipDays.get(calendar);
  if (!byDays) {
    byDays = [];
    shipDays.set(calendar, byDays);
  }
  let known = byDays[inHouse];
  if (!known) {
    known = new Map();
    byDays[inHouse] = known;
  }
  const before = known.get(arrivalDay);
  if (before !== undefined) return before;
  const atDock = addBusinessDays(calendar, fromEpochDay(arrivalDay), 0);
  const day = epochDay(addBusinessDays(calendar, atDock, inHouse));
  known.set(arrivalDay, day);
  return day;
}
