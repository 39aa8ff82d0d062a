import { z } from 'zod';
import { Sku } from '../domain/kernel/ids.js';
import { removeStockAlert as remove } from '../store/stock-alerts.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { inTransaction } from './transaction.js';

/** Stops watching the days of cover of a SKU. */
export const removeStockAlert = defineTool({
  name: 'remove_stock_alert',
  effect: 'record',
  audience: STAFF,
  description: 'Stop telling the team when a SKU runs low.',
  input: z.object({ sku: Sku }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('removed'), sku: Sku }),
    z.object({ kind: z.literal('none'), sku: Sku }),
  ]),
  authorize: () => true,
  run: async ({ sku }, context) => ({
    kind: (await remove(inTransaction(context), sku)) ? ('removed' as const) : ('none' as const),
    sku,
  }),
});
