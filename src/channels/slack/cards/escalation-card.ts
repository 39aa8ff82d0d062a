import type { Instant, LocalDate, Zone } from '../../../domain/kernel/dates.js';
import type { OrderEscalation } from '../../../store/order-escalations.js';
import { sayMoment } from '../../../wording/formats.js';
import { actions, button, clip, message, section } from '../blocks/build.js';
import { lines, type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';

export type Escalation = OrderEscalation;

const LONGEST_REASON = 500;
const HEADS = {
  escalated: 'is escalated',
  raised: 'was escalated already, and has your reason now',
  open: 'is escalated',
} as const;

export interface EscalationScene {
  readonly zone: Zone;
  readonly todayOn: LocalDate;
  readonly now: Instant;
}

/** An order before the team: why, whose it is, how urgent and by when. */
export function escalationCard(
  escalation: Escalation,
  how: keyof typeof HEADS,
  { zone, todayOn, now }: EscalationScene,
): Message {
  const { orderNumber, reason, askedBy, owner, assignedTo, priority, dueAt } = escalation;
  const title = mrkdwn`*Order ${orderNumber}* ${HEADS[how]}`;
  const whose = assignedTo === null ? mrkdwn`any ${owner}` : personWords(assignedTo);
  const due = dueAt < now ? 'was due' : 'due';
  return message(title, [
    section(
      lines([
        title,
        mrkdwn`“${clip(reason, LONGEST_REASON)}” (${personWords(askedBy)})`,
        mrkdwn`For ${whose} · ${priority} · ${due} ${sayMoment(dueAt, zone, todayOn)} · open`,
      ]),
    ),
    actions(
      button({ text: 'Close', action: 'escalation:close', value: { order: orderNumber }, style: 'primary' }),
      button({ text: 'Escalate again', action: 'escalation:open', value: { order: orderNumber } }),
    ),
  ]);
}

/** Somebody by their Slack user id, or by whatever else they were named with. */
const personWords = (person: string): Mrkdwn =>
  /^[UW][A-Z0-9]{4,}$/.test(person) ? mention(person) : mrkdwn`${clip(person, 80)}`;
