import fc from 'fast-check';
import type { SupplyLine } from '../../../src/domain/eta/arrival-distribution.js';
import type { ArrivalForecast } from '../../../src/domain/eta/arrival-learner.js';
import type { Delivery } from '../../../src/domain/eta/delivery.js';
import {
  type Backorder,
  type EstimatedEta,
  type EtaContext,
  estimateEta,
} from '../../../src/domain/eta/estimate-eta.js';
import { FillHabits } from '../../../src/domain/eta/fill-habit.js';
import { usWorkingDays } from '../../../src/domain/kernel/business-calendar.js';
import type { LocalDate } from '../../../src/domain/kernel/dates.js';
import {
  LocationId,
  OrderLineId,
  PurchaseOrderLineId,
  PurchaseOrderNumber,
  Sku,
  SupplierId,
} from '../../../src/domain/kernel/ids.js';
import { d } from '../arbitraries.js';

/** Ten slips, each as likely: half have come by +2, nine in ten by +9. */
export const TEN_SLIPS = [0, 0, 1, 1, 2, 3, 5, 6, 9, 16];

export const acme = SupplierId.parse('acme');
export const bolt = SupplierId.parse('bolt');
export const lens = Sku.parse('CAM-50');

export function aSupply({
  number = 1,
  open = 10,
  promisedOn = '2026-12-01',
  firstPromisedOn = promisedOn,
  orderedOn = '2026-10-20',
  partReceivedOn = null,
  supplierId = acme,
}: {
  number?: number;
  open?: number;
  promisedOn?: string | null;
  firstPromisedOn?: string | null;
  orderedOn?: string;
  partReceivedOn?: string | null;
  supplierId?: SupplierId;
} = {}): SupplyLine {
  return {
    poLineId: PurchaseOrderLineId.parse(`PO-${number}-1`),
    poNumber: PurchaseOrderNumber.parse(`PO-${number}`),
    supplierId,
    openQuantity: open,
    firstPromisedOn: firstPromisedOn === null ? null : d(firstPromisedOn),
    promisedOn: promisedOn === null ? null : d(promisedOn),
    orderedOn: d(orderedOn),
    partReceivedOn: partReceivedOn === null ? null : d(partReceivedOn),
    locationId: LocationId.parse('oakland'),
  };
}

export const aBackorder = (quantity = 1, unitsAhead = 0): Backorder => ({
  orderLineId: OrderLineId.parse('1042-1'),
  sku: lens,
  quantity,
  unitsAhead,
});

/**
 * Stands in for what was learned, so that the dates of an estimate can be worked out by hand: a delivery comes with one
 * of its supplier's slips, each as likely, from its newest promise (40 days after its order where there is none); what
 * is past is struck out; past all of them it comes tomorrow.
 */
export function knowing(slips: Readonly<Record<string, readonly number[]>>): EtaContext['arrivals'] {
  return {
    slips: (supplier) => {
      const values = slips[supplier];
      return values && { values: [...values], weights: values.map(() => 1) };
    },
    usualLeadDays: () => 40,
    forecast({ supplier, orderedOn, promisedOn, revisedOn }: Delivery, asOf: number): ArrivalForecast {
      const own = slips[supplier ?? ''] ?? [];
      const anchor = revisedOn ?? promisedOn ?? (orderedOn ?? asOf) + 40;
      const ahead = own.map((slip) => anchor + slip - asOf).filter((days) => days > 0);
      const open = ahead.length > 0 ? ahead : [1];
      const last = Math.max(...open);
      const chances = new Float64Array(last + 1);
      for (const days of open) chances[days] = (chances[days] ?? 0) + 1 / open.length;
      return { asOf, chances, last, hasBasis: own.length > 0 };
    },
  };
}

/** Monday 2026-11-23, one supplier with ten slips, two business days in the warehouse, four to six on the road. */
export const aContext = ({
  today = d('2026-11-23'),
  slips = { acme: TEN_SLIPS },
}: {
  today?: LocalDate;
  slips?: Readonly<Record<string, readonly number[]>>;
} = {}): EtaContext => ({
  today,
  arrivals: knowing(slips),
  fills: new FillHabits(),
  calendar: usWorkingDays,
  receivingDays: 1,
  packingDays: 1,
  transitDays: { likely: 4, cautious: 6 },
});

/** The estimate, where a test expects there to be one. */
export function estimated(
  backorder: Backorder,
  supply: readonly SupplyLine[],
  context: EtaContext = aContext(),
): EstimatedEta {
  const eta = estimateEta(backorder, supply, context);
  if (eta.kind !== 'estimated') throw new Error(`expected an estimate, got ${eta.kind}`);
  return eta;
}

export const dates = ({ shipsLikelyOn, shipsCautiousOn, arrivesLikelyOn, arrivesCautiousOn }: EstimatedEta) => ({
  ships: [shipsLikelyOn, shipsCautiousOn],
  arrives: [arrivesLikelyOn, arrivesCautiousOn],
});

export const someSlips = fc.array(fc.integer({ min: -10, max: 60 }), { minLength: 1, maxLength: 20 });
