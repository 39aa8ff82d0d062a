import type { ConversationId } from '../domain/kernel/ids.js';
import { money } from '../domain/kernel/money.js';
import { findOrder } from '../store/orders.js';
import { moveRefund, type RefundRecord } from '../store/refunds.js';
import { requestOfShop } from '../store/shop-requests.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** Asks the shop's system to send an owed refund, once, whoever asks again. The caller holds the order. */
export async function askForRefund(
  refund: RefundRecord,
  conversationId: ConversationId | null,
  context: ToolContext,
): Promise<void> {
  const tx = inTransaction(context);
  const order = await findOrder(tx, refund.orderNumber);
  if (!order) throw new Error(`Refund ${refund.id} is about an order that is not there`);
  if (!(await moveRefund(tx, refund.id, 'owed', 'requested'))) return;
  await requestOfShop(tx, {
    kind: 'refund',
    orderNumber: order.number,
    about: {
      refundId: refund.id,
      amount: refund.amount,
      paid: money(order.paidInAllCents, order.currency),
      method: refund.method,
      orderLineIds: refund.orderLineIds,
    },
    key: `refund:${refund.id}`,
    at: context.now,
    conversationId,
  });
}
