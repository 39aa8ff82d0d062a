import { demandUntil } from '../domain/demand/demand-over-days.js';
import type { Moments } from '../domain/demand/lead-time-demand.js';
import { type StockRisk, stockRisk } from '../domain/demand/stock-risk.js';
import { momentsFrom } from '../domain/eta/eta-levers.js';
import { addDays, dateIn, type LocalDate } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import type { Sku } from '../domain/kernel/ids.js';
import { money } from '../domain/kernel/money.js';
import { openSupply } from '../store/purchasing.js';
import { type LeadTime, leadTimes, type Source, sourcesOf } from '../store/sources.js';
import { type StockPosition, stockPositions } from '../store/stock-positions.js';
import { type DatedSupplyLine, datedSupply } from './dated-supply.js';
import type { ToolContext } from './define-tool.js';
import { demandForecasts, type SkuForecast } from './demand-forecasts.js';
import { contextForEta } from './eta-context.js';

/** Where nothing is on order and no delivery of its suppliers is known, an order counts as taking a month. */
const ASSUMED_LEAD: Moments = { mean: 30, variance: 100 };
/** How far back lead times are read. */
export const LEAD_DAYS_READ = 730;

/** What the wait until the next receipt rests on. */
export type ReceiptBasis = 'on_order' | 'usual_lead_time' | 'assumed_lead_time';

/** Everything about one SKU's stock until goods come next. */
export interface StockOutlook {
  readonly position: StockPosition;
  readonly forecast: SkuForecast | undefined;
  readonly supply: readonly DatedSupplyLine[];
  readonly sources: readonly Source[];
  readonly leadTime: LeadTime | undefined;
  /** Days until the next units are on the shelf, at least 1, and what that rests on. */
  readonly wait: Moments;
  readonly basis: ReceiptBasis;
  /** The likely day (P50) of it at the dock. */
  readonly nextReceiptOn: LocalDate;
  readonly risk: StockRisk;
}

/**
 * The outlook of all active SKUs, or those named: one read for each kind of fact and one forecast pass, however many.
 * Available is on hand less allocated less what orders wait for. Demand runs until the likely day of the next receipt and
 * its receiving; where nothing is on order, over the usual lead time of the supplier ordered from last.
 */
export async function stockOutlooks(context: ToolContext, skus?: readonly Sku[]): Promise<StockOutlook[]> {
  const { sql, now, policy } = context;
  const today = dateIn(policy.zone, now);
  const [positions, supply, sources, leads, forecasts, eta] = await Promise.all([
    stockPositions(sql, skus),
    openSupply(sql, skus ? { skus } : {}),
    sourcesOf(sql, skus),
    leadTimes(sql, addDays(today, -LEAD_DAYS_READ)),
    demandForecasts(context),
    contextForEta(context),
  ]);
  const supplyBySku = groupBy(supply, ({ sku }) => sku);
  const sourcesBySku = groupBy(sources, ({ sku }) => sku);
  const leadBySupplier = new Map(leads.map((lead) => [lead.supplierId, lead]));
  const { receivingDays } = policy.fulfilment;
  return positions.map((position): StockOutlook => {
    const { sku, priceCents, currency, onHand, allocated, unitsOwed } = position;
    const dated = datedSupply(supplyBySku.get(sku) ?? [], eta);
    const own = sourcesBySku.get(sku) ?? [];
    const leadTime = own[0] && leadBySupplier.get(own[0].supplierId);
    const next = nextReceipt(dated, leadTime, today, receivingDays);
    const forecast = forecasts.get(sku);
    return {
      position,
      forecast,
      supply: dated,
      sources: own,
      leadTime,
      ...next,
      risk: stockRisk({
        available: onHand - allocated - unitsOwed,
        demand: forecast ? demandUntil(forecast.forecast, next.wait) : { mean: 0, variance: 0, isCount: true },
        days: next.wait.mean,
        price: money(priceCents, currency),
      }),
    };
  });
}

function nextReceipt(
  dated: readonly DatedSupplyLine[],
  leadTime: LeadTime | undefined,
  today: LocalDate,
  receivingDays: number,
): Pick<StockOutlook, 'wait' | 'basis' | 'nextReceiptOn'> {
  const onShelf = ({ mean, variance }: Moments): Moments => ({ mean: Math.max(1, mean + receivingDays), variance });
  const next = dated[0];
  if (next?.arrival && next.likelyOn)
    return { wait: onShelf(momentsFrom(next.arrival, today)), basis: 'on_order', nextReceiptOn: next.likelyOn };
  if (!leadTime)
    return {
      wait: onShelf(ASSUMED_LEAD),
      basis: 'assumed_lead_time',
      nextReceiptOn: addDays(today, ASSUMED_LEAD.mean),
    };
  return {
    wait: onShelf({ mean: leadTime.meanDays, variance: leadTime.varianceDays }),
    basis: 'usual_lead_time',
    nextReceiptOn: addDays(today, leadTime.likelyDays),
  };
}
