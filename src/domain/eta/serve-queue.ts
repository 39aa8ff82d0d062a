import { fromEpochDay, type LocalDate } from '../kernel/dates.js';
import type { LocationId, PurchaseOrderLineId, PurchaseOrderNumber, SupplierId } from '../kernel/ids.js';
import type { SupplyLine } from './arrival-distribution.js';
import { type DayDistribution, quantileDay } from './day-distribution.js';

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

export interface DatedSupply {
  readonly line: SupplyLine;
  readonly arrival: DayDistribution;
}

export interface ServingSupply extends DatedSupply {
  readonly unitsForOthers: number;
  readonly unitsForThisLine: number;
}

/** Likely is P50, cautious is P90 (docs/glossary.md). */
export const LIKELY = 0.5;
export const CAUTIOUS = 0.9;

/** The supplies that serve the line when each comes on its likely day, in that order, up to the one that completes it. */
export function serveQueue(supplies: readonly DatedSupply[], unitsAhead: number, quantity: number): ServingSupply[] {
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
    const unitsForOthers = Math.min(ahead, supply.line.openQuantity);
    const unitsForThisLine = Math.min(mine, supply.line.openQuantity - unitsForOthers);
    ahead -= unitsForOthers;
    mine -= unitsForThisLine;
    serving.push({ ...supply, unitsForOthers, unitsForThisLine });
  }
  return serving;
}

export function chainLink({ line, arrival, unitsForOthers, unitsForThisLine }: ServingSupply): EtaLink {
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
