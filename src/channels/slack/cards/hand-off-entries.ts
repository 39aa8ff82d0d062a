import type { HandOffEntry } from '../../../store/hand-off-threads.js';
import type { MessageRecord } from '../../../store/messages.js';
import { sayMoment } from '../../../wording/formats.js';
import { clip, context, message, section, verbatim } from '../blocks/build.js';
import { mention, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { customerName, type HandOffFacts, type HandOffScene, outcomeWords } from './hand-off-card.js';
import { callRank, channelName } from './hand-off-words.js';

/** As much of somebody's words as a notification shows. */
const LONGEST_GLANCE = 200;

/** What happened, as a line of the thread; null for what the thread shows by itself. */
export function entryMessage(entry: HandOffEntry, facts: HandOffFacts, scene: HandOffScene): Message | null {
  const who = entry.byName ?? 'A colleague';
  const text = entry.text ?? '';
  const owner = facts.owner ?? 'rep';
  switch (entry.kind) {
    case 'opened':
    case 'raised': {
      const what = entry.kind === 'opened' ? 'asks for a person again' : 'has said something urgent';
      const line = mrkdwn`*${customerName(facts)}* ${what}. ${callRank(owner, scene.team)}`;
      return text === '' ? null : message(line, [section(line), verbatim(text)]);
    }
    case 'claimed':
      return small(mrkdwn`${who} has it now. The customer was told, and the assistant is silent.`);
    case 'reply':
      return replyMessage(entry, facts);
    case 'note':
      // one that was written in the thread stands there already
      return entry.source === null ? noteMessage(who, text) : null;
    case 'reminded': {
      const by = facts.dueAt ? ` They are to be looked at by ${moment(facts.dueAt, scene)}.` : '';
      return line(mrkdwn`Half of the time is gone and nobody has this yet.${by} ${callRank(owner, scene.team)}`);
    }
    case 'overdue':
      return line(mrkdwn`The time is up and nobody has looked. It is with ${callRank(owner, scene.team)} now.`);
    case 'late':
      return line(
        mrkdwn`The time is up and the customer has no answer yet. ${facts.claimedBy === null ? callRank(owner, scene.team) : mention(facts.claimedBy)}`,
      );
    case 'returned':
      return small(mrkdwn`${who} gave the conversation back to the assistant. The customer was told.`);
    case 'closed': {
      const closed = mrkdwn`${who} closed this: ${outcomeWords(facts.outcome ?? 'solved')}. The customer was told, and the assistant answers again.`;
      return message(closed, [context(closed), ...(text === '' ? [] : [verbatim(text)])]);
    }
    case 'note_changed':
    case 'note_deleted':
      return null;
  }
}

/** What was said in the conversation: the customer's words, and in small print the assistant's. */
export function saidMessage({ author, body }: MessageRecord, facts: HandOffFacts): Message | null {
  const text = typeof body.text === 'string' ? body.text : '';
  if (text === '') return null;
  if (author === 'shopper') {
    const head = mrkdwn`*${customerName(facts)}* writes`;
    return message(mrkdwn`${customerName(facts)}: ${clip(text, LONGEST_GLANCE)}`, [context(head), verbatim(text)]);
  }
  return small(mrkdwn`The assistant: ${clip(text, 500)}`);
}

const DELIVERIES = {
  on_its_way: 'on its way',
  sent: 'sent',
  failed: 'not sent',
} as const;

/** A reply that went to the customer, word for word, and what became of it. */
function replyMessage({ byName, text, delivery }: HandOffEntry, facts: HandOffFacts): Message {
  const who = byName ?? 'A colleague';
  const head = mrkdwn`*${who} → ${customerName(facts)}*, ${channelName(facts.channel)} · ${DELIVERIES[delivery ?? 'on_its_way']}`;
  return message(mrkdwn`${who} replied: ${clip(text ?? '', LONGEST_GLANCE)}`, [context(head), verbatim(text ?? '')]);
}

/** Said when a reply did not go out, so that nobody takes the customer for answered. */
export const notDelivered = ({ byId }: HandOffEntry, facts: HandOffFacts): Message =>
  line(
    mrkdwn`*This reply did not reach ${customerName(facts)}.* Please try again, or find another way. ${byId ? mention(byId) : ''}`,
  );

function noteMessage(who: string, text: string): Message {
  const head = mrkdwn`:memo: Note by ${who}, for the team alone`;
  return message(head, [context(head), verbatim(text)]);
}

const small = (text: ReturnType<typeof mrkdwn>): Message => message(text, [context(text)]);
const line = (text: ReturnType<typeof mrkdwn>): Message => message(text, [section(text)]);
const moment = (at: NonNullable<HandOffFacts['dueAt']>, { policy, todayOn }: HandOffScene): string =>
  sayMoment(at, policy.zone, todayOn);
