import { z } from 'zod';
import { estimateEta } from '../domain/eta/estimate-eta.js';
import { Instant, LocalDate } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import { OrderLineId, Sku } from '../domain/kernel/ids.js';
import { openSupply } from '../store/purchasing.js';
import { stockPositions } from '../store/stock-positions.js';
import { stockoutsSince } from '../store/supply-changes.js';
import { defineTool } from './define-tool.js';
import { contextForEta } from './eta-context.js';
import { STAFF } from './principal.js';
import { servingOrders } from './serving-order.js';
import { Waiting, waitingOf } from './waiting-revenue.js';

/** Order lines named per SKU; the rest are counted. */
const MOST_LINES = 20;

const Dates = z.object({ likelyOn: LocalDate, cautiousOn: LocalDate });

const Stockout = Waiting.extend({
  sku: Sku,
  itemName: z.string(),
  /** Since when the first of those who wait has waited. */
  outSince: Instant,
  unitsOnOrder: z.int(),
  /** When all who wait now will have shipped; null where what is on order does not reach them or no record says. */
  allShip: Dates.nullable(),
  missingUnits: z.int(),
  orderLineIds: z.array(OrderLineId),
});

/** What ran out since a moment: for whom, what it holds up, and when all who wait will have it (docs/eta.md). */
export const listNewStockouts = defineTool({
  name: 'list_new_stockouts',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description:
    'List SKUs that ran out since a moment and that customers wait for: units, orders, customers, revenue, and when all of them are likely to ship. Most revenue first.',
  input: z.object({ since: Instant, limit: z.int().min(1).max(200).default(20) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('listed'), stockouts: z.array(Stockout), total: z.int(), since: Instant }),
  ]),
  authorize: (_input, { principal }) => principal.kind !== 'shopper',
  async run({ since, limit }, context) {
    const { sql, policy } = context;
    const skus = await stockoutsSince(sql, since);
    const [queues, supply, positions, eta] = await Promise.all([
      servingOrders(context, skus),
      openSupply(sql, { skus }),
      stockPositions(sql, skus),
      contextForEta(context),
    ]);
    const supplyBySku = groupBy(supply, ({ sku }) => sku);
    const names = new Map(positions.map(({ sku, title }) => [sku, title]));
    const stockouts = [...queues].flatMap(([sku, queue]): z.infer<typeof Stockout>[] => {
      const last = queue.at(-1);
      if (!last) return [];
      const open = supplyBySku.get(sku) ?? [];
      const units = queue.reduce((all, { quantity }) => all + quantity, 0);
      const whole = estimateEta(
        { orderLineId: last.orderLineId, sku, quantity: last.quantity, unitsAhead: units - last.quantity },
        open,
        eta,
      );
      return [
        {
          sku,
          itemName: names.get(sku) ?? sku,
          outSince: queue.map(({ backorderedAt }) => backorderedAt).reduce((a, b) => (a < b ? a : b)),
          unitsOnOrder: open.reduce((all, { openQuantity }) => all + openQuantity, 0),
          allShip:
            whole.kind === 'estimated' ? { likelyOn: whole.shipsLikelyOn, cautiousOn: whole.shipsCautiousOn } : null,
          missingUnits: 'missingUnits' in whole ? whole.missingUnits : 0,
          orderLineIds: queue.slice(0, MOST_LINES).map(({ orderLineId }) => orderLineId),
          ...waitingOf(
            queue.map((line) => ({ line, units: line.quantity })),
            policy.currency,
          ),
        },
      ];
    });
    stockouts.sort((a, b) => b.revenueWaiting.cents - a.revenueWaiting.cents || (a.sku < b.sku ? -1 : 1));
    return { kind: 'listed' as const, stockouts: stockouts.slice(0, limit), total: stockouts.length, since };
  },
});
