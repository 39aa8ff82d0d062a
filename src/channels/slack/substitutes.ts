import type { OrderNumber, Sku } from '../../domain/kernel/ids.js';
import { findSubstitutes } from '../../tools/find-substitutes.js';
import { getOrderStatus } from '../../tools/get-order-status.js';
import { getStockView } from '../../tools/get-stock-view.js';
import { type Looked, lookAtQuestion } from './ask-in-chat.js';
import { sentence } from './blocks/build.js';
import { type Mrkdwn, mrkdwn } from './blocks/mrkdwn.js';
import { substitutesCard } from './cards/substitutes-card.js';
import type { Handling } from './handling.js';
import type { Post } from './posts.js';

/** Of an order, one line by its number, or each that waits. */
interface Where {
  readonly order: OrderNumber;
  readonly line: number | null;
}

async function linesWanted({ order, line }: Where, { call }: Pick<Handling, 'call'>) {
  const status = await call(getOrderStatus, { orderNumber: order });
  if (status.kind === 'not_found') return { kind: 'none' as const, why: mrkdwn`There is no order ${order}.` };
  const wanted = status.lines.filter((one) =>
    line === null ? one.lineState === 'backordered' || one.lineState === 'placed' : one.line === line,
  );
  if (wanted.length > 0) return { kind: 'some' as const, lines: wanted.map(({ orderLineId }) => orderLineId) };
  const why =
    line === null
      ? mrkdwn`Nothing of order ${order} waits as a whole.`
      : mrkdwn`Order ${order} has no line ${line}: it has ${status.lines.length}.`;
  return { kind: 'none' as const, why };
}

/** Shows what could go instead of one line of an order, or of each that waits. */
export async function showSubstitutes(where: Where, { call, reply }: Handling): Promise<readonly Post[]> {
  const wanted = await linesWanted(where, { call });
  if (wanted.kind === 'none') return [reply(sentence(wanted.why))];
  const found = [];
  for (const orderLineId of wanted.lines) {
    const substitutes = await call(findSubstitutes, { orderLineId });
    if (substitutes.kind !== 'not_found') found.push(substitutes);
  }
  return [reply(substitutesCard(where.order, found))];
}

/** Looks at a substitute that was named: for the first of the lines it can go for. Null where the order has none such. */
export async function lookAtSubstitute(where: Where, sku: Sku, handling: Handling): Promise<Looked | null> {
  const wanted = await linesWanted(where, handling);
  if (wanted.kind === 'none') return null;
  let last: Looked | null = null;
  for (const orderLineId of wanted.lines) {
    last = await lookAtQuestion({ tool: 'swap_line', input: { orderLineId, sku } }, handling);
    if (last.kind === 'shown') return last;
  }
  return last;
}

/** Why a substitute cannot be put to the customer. */
export async function wrongSubstitute(sku: Sku, looked: Looked, { call }: Pick<Handling, 'call'>): Promise<Mrkdwn> {
  switch (looked.kind) {
    case 'shown':
      return mrkdwn`The preview took too long to open, and nothing was sent. Please try once more.`;
    case 'not_found':
      return mrkdwn`There is no such line any more.`;
    case 'not_possible':
      if (looked.because === 'dearer')
        return mrkdwn`${sku} costs more, and no payment can be taken in the chat: that has to be settled with the customer in person.`;
      if (looked.because === 'not_waiting')
        return mrkdwn`That line does not wait as a whole, so nothing else is sent for it.`;
      if (looked.because === 'being_swapped')
        return mrkdwn`The shop's system was asked to send something else for that line already and has not answered yet.`;
      return notAvailable(sku, { call });
  }
}

async function notAvailable(sku: Sku, { call }: Pick<Handling, 'call'>): Promise<Mrkdwn> {
  const stock = await call(getStockView, { sku });
  if (stock.kind === 'not_found') return mrkdwn`There is no SKU ${sku}.`;
  const free = stock.unitsOnHand - stock.unitsAllocated;
  return free > 0
    ? mrkdwn`${sku} (${stock.itemName}) does not do the same work, or fewer are free than the line needs.`
    : mrkdwn`${sku} (${stock.itemName}) is not on the shelf now.`;
}
