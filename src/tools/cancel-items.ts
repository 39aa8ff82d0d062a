import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { lockOrder } from '../store/orders.js';
import { HEARD_HOW, keepWordsHeard } from '../store/words-heard.js';
import { CANNOT_CANCEL_ITEMS, CancelPreview, cancelPreview } from './cancel-preview.js';
import { CancelDone, commitCancelling, ON_CUSTOMERS_WORD } from './cancellation.js';
import { defineTool } from './define-tool.js';
import { principalId, STAFF } from './principal.js';
import { inTransaction } from './transaction.js';

const Why = z.string().trim().min(1).max(500);

/**
 * Cancels what a preview showed, on the customer's word given outside a chat, or because the shop is not going to
 * deliver. The recap is made again while the order is held, and carried out only if it is still the one that was seen: with
 * the same refund and the same request to the shop as after a shopper's own yes. SOP: cancellations.
 */
export const cancelItems = defineTool({
  name: 'cancel_items',
  effect: 'record',
  audience: STAFF,
  description:
    'Cancel what preview_cancellation showed, named by its recapId, for the customer or by the shop’s decision.',
  input: z.object({
    orderNumber: OrderNumber,
    line: z.int().min(1).nullable(),
    recapId: z.string(),
    because: z.discriminatedUnion('who', [
      z.object({ who: z.literal('customer'), how: z.enum(HEARD_HOW), said: Why }),
      z.object({ who: z.literal('shop'), reason: Why }),
    ]),
  }),
  output: z.discriminatedUnion('kind', [
    ...CancelDone.options,
    /** Something moved since it was looked at: this is how it stands now. Nothing was done. */
    CancelPreview.extend({ kind: z.literal('facts_moved') }),
    ...CANNOT_CANCEL_ITEMS,
  ]),
  // a customer's words are kept with the evidence
  audited: ({ because, ...named }) => ({ ...named, because: because.who }),
  authorize: () => true,
  async run({ orderNumber, line, recapId, because }, context) {
    const tx = inTransaction(context);
    const order = await lockOrder(tx, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const preview = await cancelPreview(order, line, context);
    if (preview.kind !== 'can_cancel') return preview;
    if (preview.recapId !== recapId) return { ...preview, kind: 'facts_moved' as const };
    if (because.who === 'shop') return commitCancelling(preview.recap, context, `by the shop: ${because.reason}`);
    const { how, said } = because;
    await keepWordsHeard(tx, {
      ...{ orderNumber, about: 'cancel', recap: preview.recap, how, said },
      heardBy: principalId(context.principal),
      heardAt: context.now,
    });
    return commitCancelling(preview.recap, context, ON_CUSTOMERS_WORD);
  },
});
