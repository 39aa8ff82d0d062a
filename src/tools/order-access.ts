import type { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { findOrder } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { currentIdentity } from './principal.js';

/** Staff see every order; a shopper sees those their proof of identity covers. An unknown order is nobody's. */
export async function ownsOrderOrIsStaff(
  { orderNumber }: { orderNumber: OrderNumber },
  context: ToolContext,
): Promise<boolean> {
  const { principal, sql, now } = context;
  if (principal.kind !== 'shopper') return true;
  const identity = currentIdentity(principal, now);
  if (!identity || (identity.orders !== 'all' && !identity.orders.includes(orderNumber))) return false;
  return (await findOrder(sql, orderNumber))?.customerId === identity.customerId;
}

export function ownsLineOrIsStaff(
  { orderLineId }: { orderLineId: OrderLineId },
  context: ToolContext,
): Promise<boolean> {
  return ownsOrderOrIsStaff({ orderNumber: orderOf(orderLineId) }, context);
}

/** The order a line belongs to: its id without the last `-n`. */
export const orderOf = (id: OrderLineId): OrderNumber => id.slice(0, id.lastIndexOf('-')) as OrderNumber;
