import type { OrderNumber } from '../../domain/kernel/ids.js';
import { getDelayStatus } from '../../tools/get-delay-status.js';
import { getLineEta } from '../../tools/get-line-eta.js';
import { getOrderCase } from '../../tools/get-order-case.js';
import { getOrderStatus } from '../../tools/get-order-status.js';
import { previewDelayNotice } from '../../tools/preview-delay-notice.js';
import { sentence } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import { orderCard } from './cards/order-card.js';
import type { Handling } from './handling.js';
import type { Post } from './posts.js';

/** Shows what was sold, what waits, until when, the delay rule's clock, and what was asked of the shop. */
export async function showOrder(
  order: OrderNumber,
  { call, reply, todayOn }: Pick<Handling, 'call' | 'reply' | 'todayOn'>,
): Promise<readonly Post[]> {
  const status = await call(getOrderStatus, { orderNumber: order });
  if (status.kind === 'not_found') return [reply(sentence(mrkdwn`There is no order ${order}.`))];
  const waiting = status.lines.filter(({ lineState }) => lineState === 'backordered' || lineState === 'part_shipped');
  const etas = [];
  for (const { orderLineId } of waiting) etas.push(await call(getLineEta, { orderLineId }));
  const delay = await call(getDelayStatus, { orderNumber: order });
  const owesNotice = (await call(previewDelayNotice, { orderNumber: order })).kind === 'ready';
  const found = await call(getOrderCase, { orderNumber: order });
  if (found.kind === 'not_found') return [reply(sentence(mrkdwn`There is no order ${order}.`))];
  const { customer, offers, shopRequests } = found;
  return [reply(orderCard({ status, owesNotice, etas, delay, customer, offers, shopRequests, todayOn }))];
}
