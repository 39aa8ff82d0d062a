import type { OrderNumber } from '../domain/kernel/ids.js';
import { type NoticeRecord, noticesInMail } from '../store/delay-notices.js';
import { lockOrder, type OrderRecord } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** A notice with its order, which is held. */
export interface HeldNotice {
  readonly notice: NoticeRecord;
  readonly order: OrderRecord;
}

/** The notices that go in one mail, by its first, as they are now that their orders are held. */
export async function holdNoticesInMail(mailId: string, context: ToolContext): Promise<HeldNotice[]> {
  const tx = inTransaction(context);
  const known = await noticesInMail(tx, mailId);
  const orders = await holdOrders(
    known.map(({ facts }) => facts.orderNumber),
    context,
  );
  return (await noticesInMail(tx, mailId)).flatMap((notice) => {
    const order = orders.find(({ number }) => number === notice.facts.orderNumber);
    return order ? [{ notice, order }] : [];
  });
}

/** Holds some orders, always in the order of their numbers, so that two who want the same do not wait for each other. */
export async function holdOrders(numbers: readonly OrderNumber[], context: ToolContext): Promise<OrderRecord[]> {
  const held: OrderRecord[] = [];
  for (const number of [...new Set(numbers)].sort()) {
    const order = await lockOrder(inTransaction(context), number);
    if (order) held.push(order);
  }
  return held;
}
