import type { OrderNumber } from '../../domain/kernel/ids.js';
import type { StaffPolicy } from '../../knowledge/staff-policy.js';
import { closeEscalation } from '../../tools/close-escalation.js';
import { escalateOrder } from '../../tools/escalate-order.js';
import { sentence, words } from './blocks/build.js';
import { mention, mrkdwn } from './blocks/mrkdwn.js';
import { escalationCard } from './cards/escalation-card.js';
import type { Handling } from './handling.js';
import type { Post } from './posts.js';

/** Whether somebody can be given an order: with user groups that is seen only when they answer. */
export const canTake = (colleague: string, { people, groups }: StaffPolicy): boolean =>
  groups.length > 0 || people.some(({ slack }) => slack === colleague);

export const CANNOT_TAKE = 'That colleague has no role in this desk.';

interface Wanted {
  readonly order: OrderNumber;
  readonly reason: string;
  readonly assignTo: string | null;
}

/** Puts an order before the team; the colleague it is for gets the same card in their own messages. */
export async function escalate({ order, reason, assignTo }: Wanted, handling: Handling): Promise<readonly Post[]> {
  const { call, reply, policy, todayOn, now, team, staff } = handling;
  if (assignTo !== null && !canTake(assignTo, team)) return [reply(sentence(words(CANNOT_TAKE)))];
  const done = await call(escalateOrder, {
    orderNumber: order,
    reason,
    ...(assignTo !== null && { assignTo }),
  });
  if (done.kind === 'not_found') return [reply(sentence(mrkdwn`There is no order ${order}.`))];
  const card = escalationCard(done, done.kind, { zone: policy.zone, todayOn, now });
  const isOthers = assignTo !== null && assignTo !== staff.staffId;
  return [
    reply(card),
    ...(isOthers ? [{ method: 'chat.postMessage' as const, channel: assignTo, message: card }] : []),
  ];
}

/** Ends an order's escalation with what came of it; who asked for it is told. */
export async function close(
  { order, outcome }: { readonly order: OrderNumber; readonly outcome: string },
  { call, reply, staff }: Handling,
): Promise<readonly Post[]> {
  const done = await call(closeEscalation, { orderNumber: order, outcome });
  if (done.kind === 'none_open') return [reply(sentence(mrkdwn`Order ${order} is not escalated.`))];
  const told = sentence(mrkdwn`Order ${order}: closed by ${mention(staff.staffId)}. “${outcome}”`);
  const isOthers = /^[UW][A-Z0-9]{4,}$/.test(done.askedBy) && done.askedBy !== staff.staffId;
  return [
    reply(told),
    ...(isOthers ? [{ method: 'chat.postMessage' as const, channel: done.askedBy, message: told }] : []),
  ];
}
