import type { OrderNumber } from '../../domain/kernel/ids.js';
import { findSubstitutes } from '../../tools/find-substitutes.js';
import { getOrderStatus } from '../../tools/get-order-status.js';
import { sentence } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import { substitutesCard } from './cards/substitutes-card.js';
import type { Handling } from './handling.js';
import type { Post } from './posts.js';

/** Shows what could go instead of one line of an order, or of each that waits. */
export async function showSubstitutes(
  { order, line }: { readonly order: OrderNumber; readonly line: number | null },
  { call, reply }: Handling,
): Promise<readonly Post[]> {
  const status = await call(getOrderStatus, { orderNumber: order });
  if (status.kind === 'not_found') return [reply(sentence(mrkdwn`There is no order ${order}.`))];
  const wanted = status.lines.filter((one) =>
    line === null ? one.lineState === 'backordered' || one.lineState === 'placed' : one.line === line,
  );
  if (wanted.length === 0 && line !== null)
    return [reply(sentence(mrkdwn`Order ${order} has no line ${line}: it has ${status.lines.length}.`))];
  if (wanted.length === 0) return [reply(sentence(mrkdwn`Nothing of order ${order} waits as a whole.`))];
  const found = [];
  for (const { orderLineId } of wanted) {
    const substitutes = await call(findSubstitutes, { orderLineId });
    if (substitutes.kind !== 'not_found') found.push(substitutes);
  }
  return [reply(substitutesCard(order, found))];
}
