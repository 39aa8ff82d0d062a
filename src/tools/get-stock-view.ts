import { z } from 'zod';
import { availableToPromise } from '../domain/allocation/available-to-promise.js';
import { LocationId, Sku } from '../domain/kernel/ids.js';
import { stockOf } from '../store/allocations.js';
import { salesChannels } from '../store/sales-channels.js';
import { OnOrder, onOrderFacts } from './dated-supply.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { rounded } from './rounded.js';
import { servingOrder } from './serving-order.js';
import { stockOutlooks } from './stock-outlook.js';
import { Waiting, waitingOf } from './waiting-revenue.js';

/** Purchase order lines told of one SKU. */
const MOST_ON_ORDER = 50;

/** Where a SKU lies, for whom, and what comes. ATP: docs/glossary.md; days of cover: docs/demand.md. */
export const getStockView = defineTool({
  name: 'get_stock_view',
  effect: 'read',
  audience: STAFF,
  description:
    'Show one SKU by location and sales channel: on hand, allocated, kept back, available to promise; what is on order with dates; what waits; days of cover.',
  input: z.object({ sku: Sku }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      sku: Sku,
      itemName: z.string(),
      unitsOnHand: z.int(),
      unitsAllocated: z.int(),
      unitsOnOrder: z.int(),
      daysOfCover: z.number().nullable(),
      locations: z.array(
        z.object({
          locationId: LocationId,
          locationKind: z.enum(['warehouse', 'store', 'drop_ship']),
          onHand: z.int(),
          allocated: z.int(),
          channels: z.array(z.object({ salesChannelId: z.string(), keptBack: z.int(), availableToPromise: z.int() })),
        }),
      ),
      onOrder: z.array(OnOrder),
      onOrderLines: z.int(),
      waiting: Waiting,
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: (_input, { principal }) => principal.kind !== 'shopper',
  async run({ sku }, context) {
    const { sql, policy } = context;
    const [[outlook], stock, channels, queue] = await Promise.all([
      stockOutlooks(context, [sku]),
      stockOf(sql, sku),
      salesChannels(sql),
      servingOrder(sku, context),
    ]);
    if (!outlook) return { kind: 'not_found' as const };
    const { position, supply, risk } = outlook;
    return {
      kind: 'found' as const,
      sku,
      itemName: position.title,
      unitsOnHand: position.onHand,
      unitsAllocated: position.allocated,
      unitsOnOrder: supply.reduce((units, { line }) => units + line.openQuantity, 0),
      daysOfCover: risk.daysOfCover === null ? null : rounded(risk.daysOfCover, 1),
      locations: stock.map(({ buffers, ...place }) => ({
        ...place,
        channels: channels.map((salesChannelId) => ({
          salesChannelId,
          keptBack: buffers.find((buffer) => buffer.salesChannelId === salesChannelId)?.units ?? 0,
          availableToPromise: availableToPromise({ ...place, buffers }, salesChannelId),
        })),
      })),
      onOrder: supply.slice(0, MOST_ON_ORDER).map(onOrderFacts),
      onOrderLines: supply.length,
      waiting: waitingOf(
        queue.map((line) => ({ line, units: line.quantity })),
        policy.currency,
      ),
    };
  },
});
