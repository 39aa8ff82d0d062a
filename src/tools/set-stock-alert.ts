import { z } from 'zod';
import { Sku } from '../domain/kernel/ids.js';
import { setStockAlert as set } from '../store/stock-alerts.js';
import { defineTool } from './define-tool.js';
import { principalId, STAFF } from './principal.js';
import { inTransaction } from './transaction.js';

/** Has the alerts channel told when a SKU's days of cover fall below a threshold; one threshold a SKU. */
export const setStockAlert = defineTool({
  name: 'set_stock_alert',
  effect: 'record',
  audience: STAFF,
  description: 'Tell the team when the days of cover of a SKU fall below a threshold.',
  input: z.object({ sku: Sku, belowDays: z.int().min(1).max(365) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('set'), sku: Sku, belowDays: z.int() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ sku, belowDays }, context) {
    const by = principalId(context.principal);
    const isSet = await set(inTransaction(context), { sku, belowDays, by, at: context.now });
    return isSet ? { kind: 'set' as const, sku, belowDays } : { kind: 'not_found' as const };
  },
});
