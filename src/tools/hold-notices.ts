import type { OrderNumber } from '../domain/kernel/ids.js';
import { type DelayMailRecord, findDelayMail } from '../store/delay-mails.js';
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

/** A mail about a notice as it is now that its order is held. */
export async function holdDelayMail(
  mailId: string,
  context: ToolContext,
): Promise<{ readonly mail: DelayMailRecord; readonly order: OrderRecord } | null> {
  const tx = inTransaction(context);
  const known = await findDelayMail(tx, mailId);
  const order = known && (await lockOrder(tx, known.facts.orderNumber));
  const mail = order && (await findDelayMail(tx, mailId));
  return mail && order && { mail, order };
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
