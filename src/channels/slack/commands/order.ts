import { getDelayStatus } from '../../../tools/get-delay-status.js';
import { getLineEta } from '../../../tools/get-line-eta.js';
import { getOrderCase } from '../../../tools/get-order-case.js';
import { getOrderStatus } from '../../../tools/get-order-status.js';
import { orderNumber } from '../arguments/ids.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { orderCard } from '../cards/order-card.js';
import { defineCommand } from '../define-command.js';

/** `/backorder order 1042`: what was sold, what waits, until when, and the delay rule's clock. */
export default defineCommand({
  name: 'order',
  usage: 'order 1042',
  summary: 'an order’s lines, dates and delay clock',
  arguments: { order: orderNumber },
  async run({ order }, { call, reply, todayOn }) {
    const status = await call(getOrderStatus, { orderNumber: order });
    if (status.kind === 'not_found') return [reply(sentence(mrkdwn`There is no order ${order}.`))];
    const waiting = status.lines.filter(({ lineState }) => lineState === 'backordered' || lineState === 'part_shipped');
    const etas = [];
    for (const { orderLineId } of waiting) etas.push(await call(getLineEta, { orderLineId }));
    const delay = await call(getDelayStatus, { orderNumber: order });
    const found = await call(getOrderCase, { orderNumber: order });
    if (found.kind === 'not_found') return [reply(sentence(mrkdwn`There is no order ${order}.`))];
    const { customer, offers } = found;
    return [reply(orderCard({ status, etas, delay, customer, offers, todayOn }))];
  },
});
