import { addBusinessDays, type BusinessCalendar } from '../kernel/business-calendar.js';
import { addDays, epochDay, fromEpochDay, type LocalDate, latest } from '../kernel/dates.js';
import type {
  LocationId,
  OrderLineId,
  PurchaseOrderLineId,
  PurchaseOrderNumber,
  Sku,
  SupplierId,
} from '../kernel/ids.js';
import { arrivalDistribution, type SupplierRecords, type SupplyLine } from './arrival-distribution.js';
import { coverageDistribution } from './coverage-distribution.js';
import { chanceBy, type DayDistribution, mapDays, quantileDay } from './day-distribution.js';
import { describeSupplier, type SupplierNote } from './supplier-note.js';

export type { SlipHistory, SupplyLine } from './arrival-distribution.js';

/** One order line that waits, with the units that others ahead of it in its SKU's queue still need. */
export interface Backorder {
  readonly orderLineId: OrderLineId;
  readonly sku: Sku;
  readonly quantity: number;
  readonly unitsAhead: number;
}

export interface EtaContext extends SupplierRecords {
  /** Today at the warehouse. What has not arrived by now arrives tomorrow at the earliest. */
  readonly today: LocalDate;
  /** When the warehouse works. */
  readonly calendar: BusinessCalendar;
  /** Business days from the dock to the shelf. */
  readonly receivingDays: number;
  /** Business days from the shelf to the carrier. */
  readonly packingDays: number;
  /** Calendar days with the carrier. */
  readonly transitDays: { readonly likely: number; readonly cautious: number };
}

/** A purchase order line that the estimate rests on, with its dates at the dock: nothing has shipped by then. */
export interface EtaLink {
  readonly poLineId: PurchaseOrderLineId;
  readonly poNumber: PurchaseOrderNumber;
  readonly supplierId: SupplierId;
  readonly locationId: LocationId;
  readonly promisedOn: LocalDate | null;
  readonly receiptLikelyOn: LocalDate;
  readonly receiptCautiousOn: LocalDate;
  /** How its open units go, first to those ahead in the queue, then to this order line. */
  readonly unitsForOthers: number;
  readonly unitsForThisLine: number;
}

/** Ship dates are when the carrier takes the goods; arrival dates are when the customer has them. */
export interface EstimatedEta {
  readonly kind: 'estimated';
  readonly shipsLikelyOn: LocalDate;
  readonly shipsCautiousOn: LocalDate;
  readonly arrivesLikelyOn: LocalDate;
  readonly arrivesCautiousOn: LocalDate;
  /** In the order in which they are likely to arrive; the last one completes the line. */
  readonly chain: readonly EtaLink[];
  /** About the supplier of the chain's last link. */
  readonly supplierNote: SupplierNote;
  /** On which day it ships, the whole answer of which the ship dates are two points. */
  readonly shipping: DayDistribution;
}

/**
 * `no_supply`: nothing is on order. `short_supply`: what is on order does not reach this line.
 * `no_record`: enough is on order, but no supplier has ever delivered anything to judge a date by.
 */
export type Eta =
  | EstimatedEta
  | { readonly kind: 'no_supply' }
  | { readonly kind: 'short_supply'; readonly missingUnits: number }
  | { readonly kind: 'no_record' };

/** Likely is P50, cautious is P90 (docs/glossary.md). */
const LIKELY = 0.5;
const CAUTIOUS = 0.9;

/**
 * When a backordered line ships and arrives. Open purchase order lines of its SKU serve the queue as they come, units
 * ahead first; the line ships when enough have come for those ahead and for all of it, after receiving and packing.
 * `supply` is every open purchase order line of the backorder's SKU, in any order, at any location. Formulas, their
 * sources and worked examples: docs/domain.md.
 */
export function estimateEta(backorder: Backorder, supply: readonly SupplyLine[], context: EtaContext): Eta {
  const open = supply.filter((line) => line.openQuantity > 0);
  if (open.length === 0) return { kind: 'no_supply' };
  const needed = backorder.unitsAhead + backorder.quantity;
  const missingUnits = needed - unitsOf(open);
  if (missingUnits > 0) return { kind: 'short_supply', missingUnits };

  const dated = open.flatMap((line): DatedSupply[] => {
    const arrival = arrivalDistribution(line, context.today, context);
    return arrival ? [{ line, units: line.openQuantity, arrival }] : [];
  });
  if (unitsOf(dated.map(({ line }) => line)) < needed) return { kind: 'no_record' };

  const serving = serveQueue(dated, backorder);
  const completing = serving.at(-1);
  if (!completing) throw new RangeError(`Order line ${backorder.orderLineId} waits for no units`);

  const shipping = mapDays(coverageDistribution(dated, needed), (day) => shipDay(day, context));
  const shipsLikelyOn = fromEpochDay(quantileDay(shipping, LIKELY));
  const shipsCautiousOn = fromEpochDay(quantileDay(shipping, CAUTIOUS));
  const arrivesLikelyOn = addDays(shipsLikelyOn, context.transitDays.likely);
  return {
    kind: 'estimated',
    shipsLikelyOn,
    shipsCautiousOn,
    arrivesLikelyOn,
    arrivesCautiousOn: latest(arrivesLikelyOn, addDays(shipsCautiousOn, context.transitDays.cautious)),
    chain: serving.map(chainLink),
    supplierNote: describeSupplier(completing.line, context.today, context),
    shipping,
  };
}

/** The chance, from 0 to 1, that the carrier has the line by the end of `date`. */
export const chanceShippedBy = (eta: EstimatedEta, date: LocalDate): number => chanceBy(eta.shipping, epochDay(date));

interface DatedSupply {
  readonly line: SupplyLine;
  readonly units: number;
  readonly arrival: DayDistribution;
}

interface ServingSupply extends DatedSupply {
  readonly unitsForOthers: number;
  readonly unitsForThisLine: number;
}

const unitsOf = (lines: readonly SupplyLine[]): number => lines.reduce((units, line) => units + line.openQuantity, 0);

/** The supplies that serve the line when each comes on its likely day, in that order, up to the one that completes it. */
function serveQueue(supplies: readonly DatedSupply[], { unitsAhead, quantity }: Backorder): ServingSupply[] {
  const inTime = [...supplies].sort(
    (a, b) =>
      quantileDay(a.arrival, LIKELY) - quantileDay(b.arrival, LIKELY) ||
      quantileDay(a.arrival, CAUTIOUS) - quantileDay(b.arrival, CAUTIOUS) ||
      (a.line.poLineId < b.line.poLineId ? -1 : 1),
  );
  const serving: ServingSupply[] = [];
  let ahead = unitsAhead;
  let mine = quantity;
  for (const supply of inTime) {
    if (mine === 0) break;
    const unitsForOthers = Math.min(ahead, supply.units);
    const unitsForThisLine = Math.min(mine, supply.units - unitsForOthers);
    ahead -= unitsForOthers;
    mine -= unitsForThisLine;
    serving.push({ ...supply, unitsForOthers, unitsForThisLine });
  }
  return serving;
}

function chainLink({ line, arrival, unitsForOthers, unitsForThisLine }: ServingSupply): EtaLink {
  return {
    poLineId: line.poLineId,
    poNumber: line.poNumber,
    supplierId: line.supplierId,
    locationId: line.locationId,
    promisedOn: line.promisedOn,
    receiptLikelyOn: fromEpochDay(quantileDay(arrival, LIKELY)),
    receiptCautiousOn: fromEpochDay(quantileDay(arrival, CAUTIOUS)),
    unitsForOthers,
    unitsForThisLine,
  };
}

/** Goods that come on a closed day wait at the dock for the next open one; then receiving, then packing. */
function shipDay(arrivalDay: number, { calendar, receivingDays, packingDays }: EtaContext): number {
  const atDock = addBusinessDays(calendar, fromEpochDay(arrivalDay), 0);
  return epochDay(addBusinessDays(calendar, atDock, receivingDays + packingDays));
}
