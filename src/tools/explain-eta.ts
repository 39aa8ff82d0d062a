import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import { OrderLineId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import { LINE_STATES } from '../domain/orders/line-state.js';
import { findOrder, linesOf } from '../store/orders.js';
import { openSupply } from '../store/purchasing.js';
import { sourcesOf } from '../store/sources.js';
import { type StockPosition, stockPositions } from '../store/stock-positions.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { contextForEta } from './eta-context.js';
import { Explanation } from './eta-explanation.js';
import { explainLine, type LineInQueue } from './explain-line.js';
import { orderOf } from './order-access.js';
import { STAFF } from './principal.js';
import { type ServingQueue, servingOrders } from './serving-order.js';

/**
 * Why the dates of a line, of all waiting lines of an order, or of a SKU ordered now are what they are: the chain from
 * the queue to the door as data, and what would change them. Formulas: docs/eta.md; src/domain/eta.
 */
export const explainEta = defineTool({
  name: 'explain_eta',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description:
    'Explain when something ships and arrives and why: P10, P50 and P90, place in line, the purchase orders it rests on with their suppliers’ habits, and what would change it. Name one of orderLineId, orderNumber or sku (a new order at the end of the queue).',
  input: z
    .object({
      orderLineId: OrderLineId.optional(),
      orderNumber: OrderNumber.optional(),
      sku: Sku.optional(),
      /** How many units a new order would want; with sku. */
      units: z.int().min(1).max(100_000).default(1),
      byDate: LocalDate.optional(),
      limit: z.int().min(1).max(50).default(10),
    })
    .refine(
      ({ orderLineId, orderNumber, sku }) =>
        [orderLineId, orderNumber, sku].filter((one) => one !== undefined).length === 1,
      { error: 'name one of orderLineId, orderNumber and sku' },
    ),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('explained'),
      explanations: z.array(Explanation),
      /** All lines that wait, of which `explanations` are the first. */
      total: z.int(),
      notWaiting: z.array(z.object({ orderLineId: OrderLineId, itemName: z.string(), lineState: z.enum(LINE_STATES) })),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: (_input, { principal }) => principal.kind !== 'shopper',
  async run({ orderLineId, orderNumber, sku, units, byDate, limit }, context) {
    const { sql } = context;
    const number = orderNumber ?? (orderLineId && orderOf(orderLineId));
    const [order, all] = number ? await Promise.all([findOrder(sql, number), linesOf(sql, [number])]) : [null, []];
    const lines = orderLineId ? all.filter(({ id }) => id === orderLineId) : all;
    const skus = [...new Set([...(sku ? [sku] : []), ...lines.map((line) => line.sku)])];
    const positions = new Map((await stockPositions(sql, skus)).map((position) => [position.sku, position]));
    if (positions.size === 0) return { kind: 'not_found' as const };

    const queues = await servingOrders(context, skus);
    const waiting = lines.flatMap((line): LineInQueue[] => {
      const placed = placeIn(queues.get(line.sku) ?? [], line.id);
      const isExpress = order?.shippingService === 'express';
      return placed
        ? [
            {
              ...placed,
              orderLineId: line.id,
              orderNumber: line.orderNumber,
              sku: line.sku,
              itemName: line.title,
              isExpress,
            },
          ]
        : [];
    });
    const isWaiting = new Set(waiting.map(({ orderLineId: id }) => id));
    const asked = sku ? [newOrder(positions.get(sku), queues.get(sku) ?? [], units)].flat() : waiting;
    const told = asked.slice(0, limit);
    return {
      kind: 'explained' as const,
      explanations: await explainAll(told, positions, { byDate, service: order?.shippingService }, context),
      total: asked.length,
      notWaiting: lines
        .filter(({ id }) => !isWaiting.has(id))
        .map(({ id, title, state }) => ({ orderLineId: id, itemName: title, lineState: state })),
    };
  },
});

const unitsOf = (lines: Readonly<ServingQueue>): number => lines.reduce((units, { quantity }) => units + quantity, 0);

function placeIn(queue: Readonly<ServingQueue>, id: OrderLineId) {
  const at = queue.findIndex(({ orderLineId }) => orderLineId === id);
  const line = queue[at];
  if (!line) return null;
  return {
    units: line.quantity,
    queuePosition: at + 1,
    unitsAhead: unitsOf(queue.slice(0, at)),
    waitingLines: queue.length,
    waitingUnits: unitsOf(queue),
  };
}

/** Behind all who wait; what lies free on the shelf is told beside, since it would be sent at once. */
function newOrder(position: StockPosition | undefined, queue: Readonly<ServingQueue>, units: number): LineInQueue[] {
  if (!position) return [];
  const { sku, title } = position;
  return [
    {
      orderLineId: null,
      orderNumber: null,
      sku,
      itemName: title,
      units,
      queuePosition: queue.length + 1,
      unitsAhead: unitsOf(queue),
      waitingLines: queue.length,
      waitingUnits: unitsOf(queue),
      isExpress: false,
    },
  ];
}

async function explainAll(
  lines: readonly LineInQueue[],
  positions: ReadonlyMap<Sku, StockPosition>,
  { byDate, service }: { byDate: LocalDate | undefined; service: 'standard' | 'express' | undefined },
  context: ToolContext,
): Promise<Explanation[]> {
  const skus = [...new Set(lines.map(({ sku }) => sku))];
  const [supply, sources, eta] = await Promise.all([
    openSupply(context.sql, { skus }),
    sourcesOf(context.sql, skus),
    contextForEta(context, service),
  ]);
  const supplyBySku = groupBy(supply, (line) => line.sku);
  return lines.map((line) => {
    const position = positions.get(line.sku);
    const facts = {
      supply: supplyBySku.get(line.sku) ?? [],
      source: sources.find(({ sku }) => sku === line.sku),
      unitsFree: position ? Math.max(0, position.onHand - position.allocated) : 0,
    };
    return explainLine(line, facts, eta, { policy: context.policy, byDate });
  });
}
