import { z } from 'zod';
import { lockOrder } from '../store/orders.js';
import { refundsToAskFor } from '../store/refunds.js';
import { askForRefund } from './ask-for-refund.js';
import { defineTool } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** As many as one transaction takes at once; the next run takes the next. */
const AT_ONCE = 100;

/** Asks the shop's system for refunds that are owed and that it was never asked for, so that none is forgotten. */
export const askOwedRefunds = defineTool({
  name: 'ask_owed_refunds',
  effect: 'record',
  audience: ['system'],
  description: 'Ask the shop’s own system to send every refund that is owed and not asked for yet.',
  input: z.object({}),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('asked'), refunds: z.int() }),
    z.object({ kind: z.literal('no_shop_connected') }),
  ]),
  authorize: (_input, { principal }) => principal.kind === 'system',
  async run(_input, context) {
    if (!context.shop.connected) return { kind: 'no_shop_connected' as const };
    const tx = inTransaction(context);
    const owed = await refundsToAskFor(tx, AT_ONCE);
    for (const refund of owed) {
      await lockOrder(tx, refund.orderNumber);
      await askForRefund(refund, null, context);
    }
    return { kind: 'asked' as const, refunds: owed.length };
  },
});
