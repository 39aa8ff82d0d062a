import fc from 'fast-check';
import type { SupplyLine } from '../../../src/domain/eta/arrival-distribution.js';
import {
  type Backorder,
  type EstimatedEta,
  type EtaContext,
  estimateEta,
} from '../../../src/domain/eta/estimate-eta.js';
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

/**
 * Nine receipts: each weighs 1/10 and the last 1/10 is later than all of them. So half have come by +2, nine in ten by
 * +9. The late ones are 27 days late in seven receipts, 3.9 on average: the tail's mean is the least there is, 7 days.
 */
export const NINE_SLIPS = [0, 1, 9, 2, 0, 5, 1, 6, 3];

export const acme = SupplierId.parse('acme');
export const bolt = SupplierId.parse('bolt');

export function aSupply({
  number = 1,
  open = 10,
  promisedOn = '2026-12-01',
  orderedOn = '2026-10-20',
  supplierId = acme,
}: {
  number?: number;
  open?: number;
  promisedOn?: string | null;
  orderedOn?: string;
  supplierId?: SupplierId;
} = {}): SupplyLine {
  return {
    poLineId: PurchaseOrderLineId.parse(`PO-${number}-1`),
    poNumber: PurchaseOrderNumber.parse(`PO-${number}`),
    supplierId,
    openQuantity: open,
    promisedOn: promisedOn === null ? null : d(promisedOn),
    orderedOn: d(orderedOn),
    locationId: LocationId.parse('oakland'),
  };
}

export const aBackorder = (quantity = 1, unitsAhead = 0): Backorder => ({
  orderLineId: OrderLineId.parse('1042-1'),
  sku: Sku.parse('CAM-50'),
  quantity,
  unitsAhead,
});

/** Monday 2026-11-23, one supplier with nine receipts, two business days in the warehouse, four to six on the road. */
export function aContext({
  today = d('2026-11-23'),
  slips = { acme: NINE_SLIPS },
  leads = {},
  allSlips = Object.values(slips).flat(),
  allLeadDays = Object.values(leads).flat(),
}: {
  today?: LocalDate;
  slips?: Record<string, readonly number[]>;
  leads?: Record<string, readonly number[]>;
  allSlips?: readonly number[];
  allLeadDays?: readonly number[];
} = {}): EtaContext {
  const names = new Set([...Object.keys(slips), ...Object.keys(leads)]);
  const histories = new Map(
    [...names].map((name) => {
      const supplierId = SupplierId.parse(name);
      return [supplierId, { supplierId, slipDays: slips[name] ?? [], leadDays: leads[name] ?? [] }] as const;
    }),
  );
  return {
    today,
    histories,
    allSlips,
    allLeadDays,
    calendar: usWorkingDays,
    receivingDays: 1,
    packingDays: 1,
    transitDays: { likely: 4, cautious: 6 },
  };
}

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
