import { dateIn } from '../domain/kernel/dates.js';
import type { CustomerMessageRecord } from '../store/customer-messages.js';
import { findOrder } from '../store/orders.js';
import { reachOfCustomer } from '../store/reaching-customers.js';
import { ordersIn } from './choose-ways.js';
import type { ToolContext } from './define-tool.js';
import type { MessageFrame } from './word-customer-message.js';

/** Whom a message is for, in which language, and what day it is there. */
export async function frameOf(message: CustomerMessageRecord, context: ToolContext): Promise<MessageFrame> {
  const { sql, now, policy } = context;
  const reach = await reachOfCustomer(sql, message.customerId);
  const [number] = ordersIn(message);
  const order = number ? await findOrder(sql, number) : null;
  return {
    locale: reach?.locale ?? '',
    customerName: reach?.name ?? '',
    todayOn: dateIn(order?.shipToZone ?? policy.zone, now),
    shopName: policy.name,
    assistantName: policy.assistantName,
  };
}
