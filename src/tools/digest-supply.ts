import { dateIn } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import type { OrderLineId } from '../domain/kernel/ids.js';
import { openCalls } from '../store/supplier-calls.js';
import type { ToolContext } from './define-tool.js';
import type { ArrivalItem, CallItem, FreeItem, RiskItem } from './digest-facts.js';
import { riskFacts } from './get-stock-risk.js';
import { previewAllocation } from './preview-allocation.js';
import { reorderOf } from './propose-reorder.js';
import type { ServingQueue } from './serving-order.js';
import type { StockOutlook } from './stock-outlook.js';
import { supplierCallFacts } from './supplier-call-facts.js';
import { supplyShares } from './supply-shares.js';

/** Orders named of an item; the rest are counted. */
const MOST_ORDERS = 3;

/** What is not out yet and may be before goods come, most revenue first, each with what to order of it. */
export async function willRunOut(outlooks: readonly StockOutlook[], context: ToolContext): Promise<RiskItem[]> {
  const least = context.rules.purchasing.riskFromPercent / 100;
  const atRisk = outlooks
    .map((outlook) => ({ outlook, facts: riskFacts(outlook) }))
    .filter(({ facts }) => facts.unitsAvailable >= 0 && facts.stockOutChance >= least)
    .sort((a, b) => b.facts.revenueAtRisk.cents - a.facts.revenueAtRisk.cents || (a.facts.sku < b.facts.sku ? -1 : 1));
  const items: RiskItem[] = [];
  for (const { outlook, facts } of atRisk) {
    const order = await reorderOf(outlook, undefined, context);
    items.push({
      ...facts,
      item: `risk:${facts.sku}`,
      order:
        order.kind === 'order'
          ? {
              unitsToOrder: order.unitsToOrder,
              supplierName: order.supplierName,
              cost: order.cost,
              arrivesLikelyOn: order.arrivesLikelyOn,
            }
          : null,
    });
  }
  return items;
}

/** Units that lie free while somebody waits for them, with who gets them by the allocation policy. */
export async function freeUnits(outlooks: readonly StockOutlook[], context: ToolContext): Promise<FreeItem[]> {
  const candidates = outlooks.filter(
    ({ position: { onHand, allocated, unitsOwed } }) => onHand > allocated && unitsOwed > 0,
  );
  const items: FreeItem[] = [];
  for (const { position } of candidates) {
    const preview = await previewAllocation.run({ sku: position.sku }, context);
    if (preview.kind !== 'previewed' || preview.planId === null) continue;
    items.push({
      item: `free:${position.sku}`,
      sku: position.sku,
      itemName: preview.itemName,
      units: preview.unitsGiven,
      orderNumbers: [...new Set(preview.shares.map(({ orderNumber }) => orderNumber))].slice(0, MOST_ORDERS),
      orderLines: preview.shares.length,
    });
  }
  return items.sort((a, b) => b.units - a.units || (a.sku < b.sku ? -1 : 1));
}

/** What is promised or likely to come today and is not here yet, with whom it serves. */
export async function arrivalsToday(
  outlooks: readonly StockOutlook[],
  today: string,
  context: ToolContext,
): Promise<ArrivalItem[]> {
  const expected = outlooks.flatMap(({ position, supply }) =>
    supply
      .filter(({ line, likelyOn }) => line.promisedOn === today || likelyOn === today)
      .map((dated) => ({ position, line: dated.line })),
  );
  const shares = await supplyShares(context, [...new Set(expected.map(({ position }) => position.sku))]);
  return expected
    .map(({ position, line }) => {
      const served = shares.get(line.poLineId) ?? [];
      return {
        item: `arrival:${line.poLineId}`,
        poLineId: line.poLineId,
        sku: position.sku,
        itemName: position.title,
        supplierName: line.supplierName,
        openUnits: line.openQuantity,
        promisedOn: line.promisedOn,
        orderNumbers: [...new Set(served.map((one) => one.line.orderNumber))].slice(0, MOST_ORDERS),
        waitingLines: served.length,
      };
    })
    .sort((a, b) => b.waitingLines - a.waitingLines || (a.poLineId < b.poLineId ? -1 : 1));
}

/** The suppliers whom somebody must call, the most urgent first. */
export async function callsToMake(context: ToolContext): Promise<CallItem[]> {
  const items: CallItem[] = [];
  for (const call of await openCalls(context.sql)) {
    const facts = await supplierCallFacts(call, context);
    if (facts) items.push({ ...facts, item: `call:${call.poNumber}`, dueOn: dateIn(context.policy.zone, facts.dueAt) });
  }
  return items;
}

/** What each waiting line is worth at the price it was sold for, in cents; lines in another currency are left out. */
export function worthOfLines(
  queues: Iterable<Readonly<ServingQueue>>,
  currency: string,
): ReadonlyMap<OrderLineId, number> {
  const own = [...queues].flat().filter((line) => line.currency === currency);
  return new Map(
    [...groupBy(own, ({ orderLineId }) => orderLineId)].map(([id, lines]) => [
      id,
      lines.reduce((cents, { quantity, unitPriceCents }) => cents + quantity * unitPriceCents, 0),
    ]),
  );
}
