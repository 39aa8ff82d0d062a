import { z } from 'zod';
import type { LocalDate, Zone } from '../../../domain/kernel/dates.js';
import type { TeamQuestion } from '../../../store/team-questions.js';
import { sayMoment } from '../../../wording/formats.js';
import { clip, context, message, section } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { channelName } from './hand-off-words.js';

const LONGEST_NAME = 80;

/** What was asked of a customer, whether it reached the channel, and what they said. */
export function questionCard(
  question: TeamQuestion,
  { zone, todayOn }: { readonly zone: Zone; readonly todayOn: LocalDate },
): Message {
  const { customerName, orderNumber, channel, state, delivery, expiresAt } = question;
  const title = mrkdwn`*Asked ${clip(customerName, LONGEST_NAME)}*, order ${orderNumber}: ${askedWords(question)}?`;
  const until = mrkdwn`They can answer until ${sayMoment(expiresAt, zone, todayOn)}; I tell you here what they say.`;
  const by = mrkdwn`By ${channelName(channel)} · ${DELIVERIES[delivery ?? 'on_its_way']}`;
  if (state !== 'live') return message(title, [section(title), section(answerWords(question)), context(by)]);
  return message(title, [section(title), context(by, until)]);
}

const DELIVERIES = {
  on_its_way: 'on its way',
  sent: 'sent',
  failed: 'it did not reach them; please find another way',
} as const;

const Swap = z.object({ lineName: z.string(), substituteName: z.string() });

/** What was asked, as the end of a sentence. */
function askedWords({ tool, recap }: TeamQuestion): string {
  const swap = tool === 'swap_line' ? Swap.safeParse(recap).data : undefined;
  if (swap) return `${clip(swap.substituteName, LONGEST_NAME)} instead of ${clip(swap.lineName, LONGEST_NAME)}`;
  return tool === 'upgrade_shipping' ? 'express for what has not left' : 'what is ready now, the rest later';
}

/** How a question ended, in a sentence of its own. */
export function answerWords(question: TeamQuestion): Mrkdwn {
  const name = clip(question.customerName, LONGEST_NAME);
  const about = mrkdwn`${askedWords(question)}, order ${question.orderNumber}`;
  switch (question.state) {
    case 'live':
      return mrkdwn`${name} has not answered yet: ${about}.`;
    case 'committed':
      return mrkdwn`*${name} said yes*: ${about}. The order shows how far it is, and they were told.`;
    case 'declined':
      return mrkdwn`*${name} said no*: ${about}. Nothing has changed.`;
    case 'expired':
      return mrkdwn`${name} did not answer in time: ${about}. Nothing has changed.`;
    case 'superseded':
      return mrkdwn`The question to ${name} is no longer open, since something else was asked after it: ${about}. Nothing has changed by it.`;
    case 'stale':
      return mrkdwn`${name} said yes, but the facts had moved since: ${about}. Nothing has changed; where it can still be had they are asked anew.`;
  }
}
