import { z } from 'zod';
import { Sku } from '../domain/kernel/ids.js';
import { recordStance } from '../store/backorder-stances.js';
import { findSellable, lockForTaking } from '../store/sellable-products.js';
import { defineTool } from './define-tool.js';
import { labelText } from './new-address.js';
import { principalId } from './principal.js';
import { inTransaction } from './transaction.js';

/** Lays down whether orders are taken for one SKU that is not on the shelf. It counts at once and until it is set anew. */
export const setBackorderStance = defineTool({
  name: 'set_backorder_stance',
  effect: 'record',
  audience: ['manager'],
  description:
    'Set whether orders are taken for one SKU that is not in stock: accept, cap (with mostWaiting, the units that may wait in all), stop, or by_policy to go back to the shop’s rules. Give the reason.',
  input: z
    .object({
      sku: Sku,
      stance: z.enum(['accept', 'cap', 'stop', 'by_policy']),
      mostWaiting: z.int().min(1).max(1_000_000).optional(),
      reason: labelText(1, 300),
    })
    .refine(({ stance, mostWaiting }) => (stance === 'cap') === (mostWaiting !== undefined), {
      error: 'goes with cap, and with nothing else',
      path: ['mostWaiting'],
    }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('set'), sku: Sku, productName: z.string() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ sku, stance, mostWaiting, reason }, context) {
    const tx = inTransaction(context);
    const product = await findSellable(tx, sku, context.policy.currency);
    if (!product) return { kind: 'not_found' as const };
    // orders that are being taken right now end first, so that none passes the new stance afterwards
    await lockForTaking(tx, [sku]);
    await recordStance(tx, {
      sku,
      stance:
        stance === 'by_policy'
          ? null
          : stance === 'cap'
            ? { kind: stance, mostWaiting: mostWaiting ?? 1 }
            : { kind: stance },
      reason,
      setBy: principalId(context.principal),
      at: context.now,
    });
    return { kind: 'set' as const, sku, productName: product.title };
  },
});
