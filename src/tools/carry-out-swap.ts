import type { ConversationId } from '../domain/kernel/ids.js';
import { linesOf, moveLine, releaseAllocations } from '../store/orders.js';
import { recordRefund, refundsOf } from '../store/refunds.js';
import { allocateKeptUnits, releaseKeptUnits, type SwapRecord, swapLineGoods } from '../store/substitutes.js';
import { askForRefund } from './ask-for-refund.js';
import type { ToolContext } from './define-tool.js';
import { canSwap } from './find-substitutes.js';
import { receiptOfSwapping } from './receipts.js';
import { inTransaction } from './transaction.js';

/**
 * Sends a line as the substitute that was agreed: its units set aside, and what it leaves over owed and, where a shop is
 * connected, asked of it. `actor`: who made it so, for the line's history. The caller holds the order.
 */
export async function carryOutSwap(
  swap: SwapRecord,
  { actor, conversationId }: { actor: string; conversationId: ConversationId | null },
  context: ToolContext,
): Promise<void> {
  const tx = inTransaction(context);
  const line = (await linesOf(tx, [swap.orderNumber])).find(({ id }) => id === swap.orderLineId);
  if (!line) throw new Error(`Line ${swap.orderLineId} of a swap is not there`);
  await swapLineGoods(tx, swap);
  // units of its own may have come while the shop was asked; of what has left meanwhile there is nothing to set aside
  if (canSwap(line) || line.state === 'allocated') {
    await releaseAllocations(tx, line.id);
    await allocateKeptUnits(tx, swap);
    const reason = `${swap.toSku} instead of ${swap.fromSku}, agreed by the customer`;
    await moveLine(tx, { line, to: 'allocated', at: context.now, actor, reason });
  } else await releaseKeptUnits(tx, swap);
  await receiptOfSwapping(swap, context);
  if (swap.refund.cents === 0) return;
  await recordRefund(tx, {
    orderNumber: swap.orderNumber,
    orderLineIds: [swap.orderLineId],
    amount: swap.refund,
    method: swap.refundMethod,
    reason: 'a cheaper substitute',
    owedSince: context.now,
    sendBy: swap.refundSendBy,
    swapId: swap.id,
  });
  if (!context.shop.connected) return;
  const refund = (await refundsOf(tx, swap.orderNumber)).find(({ swapId }) => swapId === swap.id);
  if (refund) await askForRefund(refund, conversationId, context);
}
