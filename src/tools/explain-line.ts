import {
  chanceArrivedBy,
  chanceShippedBy,
  type EstimatedEta,
  type EtaContext,
  estimateEta,
} from '../domain/eta/estimate-eta.js';
import { dayBy, etaLevers, ifOrderedToday } from '../domain/eta/eta-levers.js';
import { CAUTIOUS, LIKELY } from '../domain/eta/serve-queue.js';
import type { SupplierNote } from '../domain/eta/supplier-note.js';
import type { LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, type OrderNumber, type Sku } from '../domain/kernel/ids.js';
import type { OpenSupply } from '../store/purchasing.js';
import type { Source } from '../store/sources.js';
import { type DatedSupplyLine, datedSupply, onOrderFacts } from './dated-supply.js';
import type { ToolContext } from './define-tool.js';
import type { EtaChange, Explanation } from './eta-explanation.js';
import { rounded } from './rounded.js';

/** An order that is not placed yet has no line; it stands behind everyone. */
const NOT_PLACED = OrderLineId.parse('NEW-1');
const EARLIEST = 0.1;

/** One line, or an order to be, in its SKU's queue. */
export interface LineInQueue {
  readonly orderLineId: OrderLineId | null;
  readonly orderNumber: OrderNumber | null;
  readonly sku: Sku;
  readonly itemName: string;
  readonly units: number;
  readonly queuePosition: number;
  readonly unitsAhead: number;
  readonly waitingLines: number;
  readonly waitingUnits: number;
  readonly isExpress: boolean;
}

/** What is known of its SKU. */
export interface SkuFacts {
  readonly supply: readonly OpenSupply[];
  readonly source: Source | undefined;
  readonly unitsFree: number;
}

/** Estimates one line and says why, what would change it, and where nothing covers it, what would. */
export function explainLine(
  { isExpress, ...about }: LineInQueue,
  { supply, source, unitsFree }: SkuFacts,
  eta: EtaContext,
  { policy, byDate }: Pick<ToolContext, 'policy'> & { readonly byDate: LocalDate | undefined },
): Explanation {
  const backorder = {
    orderLineId: about.orderLineId ?? NOT_PLACED,
    sku: about.sku,
    quantity: about.units,
    unitsAhead: about.unitsAhead,
  };
  const estimate = estimateEta(backorder, supply, eta);
  const dated = datedSupply(supply, eta);
  const free: EtaChange[] = unitsFree > 0 ? [{ kind: 'free_units_allocated', unitsFree }] : [];
  if (estimate.kind === 'no_record') return { kind: 'no_record', ...about, onOrder: dated.map(onOrderFacts) };
  if (estimate.kind !== 'estimated') {
    const units = estimate.missingUnits;
    const ships = source && ifOrderedToday(backorder, supply, eta, { ...source, units });
    return {
      kind: 'not_covered',
      ...about,
      reason: estimate.kind,
      missingUnits: units,
      onOrder: dated.map(onOrderFacts),
      ifOrderedToday: ships
        ? { ...ships, supplierId: source.supplierId, supplierName: source.supplierName, units }
        : null,
      wouldChange: free,
    };
  }
  const { receivingDays, packingDays, transitDays } = estimate.chain;
  const express = isExpress ? null : policy.fulfilment.transitDays.express;
  return {
    kind: 'estimated',
    ...about,
    ships: {
      earliestOn: dayBy(estimate.shipping, EARLIEST),
      likelyOn: estimate.shipsLikelyOn,
      cautiousOn: estimate.shipsCautiousOn,
    },
    arrives: {
      earliestOn: dayBy(estimate.arriving, EARLIEST),
      likelyOn: dayBy(estimate.arriving, LIKELY),
      cautiousOn: dayBy(estimate.arriving, CAUTIOUS),
    },
    chanceByDate:
      byDate === undefined
        ? null
        : {
            byDate,
            shipped: rounded(chanceShippedBy(estimate, byDate)),
            arrived: rounded(chanceArrivedBy(estimate, byDate)),
          },
    because: becauseOf(estimate.supplierNote),
    purchaseOrders: chainLinks(estimate, dated, eta),
    receivingDays,
    packingDays,
    transitLikelyDays: transitDays.likely,
    transitCautiousDays: transitDays.cautious,
    wouldChange: [...free, ...etaLevers(backorder, supply, eta, { eta: estimate, express })],
  };
}

const becauseOf = (note: SupplierNote) => ({
  reason: note.kind,
  days: 'days' in note ? note.days : null,
  receipts: 'receipts' in note ? note.receipts : null,
});

function chainLinks({ chain }: EstimatedEta, dated: readonly DatedSupplyLine[], { arrivals, fills }: EtaContext) {
  return chain.purchaseOrders.flatMap(({ poLineId, supplierId, unitsForOthers, unitsForThisLine }) => {
    const supply = dated.find(({ line }) => line.poLineId === poLineId);
    if (!supply) return [];
    const slips = chain.suppliers.get(supplierId);
    const lead = arrivals.usualLeadDays(supplierId);
    const fill = fills.of(supplierId);
    return [
      {
        ...onOrderFacts(supply),
        timesMoved: Math.max(0, supply.line.promisesGiven - 1),
        unitsForOthers,
        unitsForThisLine,
        habit: {
          receipts: Math.round(slips?.receipts ?? 0),
          lateShare: rounded(slips?.lateShare ?? 0),
          usualSlipDays: slips?.reachedByHalf ?? null,
          usualLeadDays: lead === undefined ? null : rounded(lead, 1),
          chanceShort: rounded(fill.chanceShort),
          chanceCancelled: rounded(fill.chanceCancelled),
        },
      },
    ];
  });
}
