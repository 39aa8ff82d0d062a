import { CLOSING } from '../../tools/close-hand-off.js';
import { LONGEST_REPLY } from '../../tools/reply-to-shopper.js';
import { context, input, option, section, verbatim, words } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import type { HandOffFacts } from './cards/hand-off-card.js';
import { customerName, outcomeWords } from './cards/hand-off-card.js';
import { channelName } from './cards/hand-off-words.js';
import type { Opening } from './handling.js';

/** To write a reply; what is sent is shown once more before it goes. `draft`: words to begin with. */
export const writeReply = (facts: HandOffFacts, draft = ''): Opening => ({
  view: 'hand-off-reply',
  keeps: { conversation: facts.conversationId },
  title: 'Reply to the shopper',
  submit: 'Preview',
  blocks: [
    section(
      mrkdwn`To *${customerName(facts)}*, by ${channelName(facts.channel)}. You see it as they will before it goes.`,
    ),
    input('text', 'Your words', {
      type: 'plain_text_input',
      action_id: 'text-input',
      multiline: true,
      max_length: LONGEST_REPLY,
      ...(draft !== '' && { initial_value: draft.slice(0, LONGEST_REPLY) }),
    }),
  ],
});

/** The shopper's view of a reply, with the button that sends it. */
export const previewReply = (facts: HandOffFacts, text: string, signed: string | null): Opening => ({
  view: 'hand-off-send',
  keeps: { conversation: facts.conversationId, text },
  title: 'What they will see',
  submit: 'Send',
  blocks: [
    section(mrkdwn`*${customerName(facts)}* will read this in the ${channelName(facts.channel)}:`),
    context(mrkdwn`*${signed ?? 'A person'} from our team*`),
    verbatim(text),
    context(words('A message that was sent cannot be taken back.')),
  ],
});

export const writeNote = ({ conversationId }: HandOffFacts): Opening => ({
  view: 'hand-off-note',
  keeps: { conversation: conversationId },
  title: 'Note for the team',
  submit: 'Keep',
  blocks: [
    section(mrkdwn`:memo: Only the team sees a note. It cannot go to the customer.`),
    input('text', 'Note', { type: 'plain_text_input', action_id: 'text-input', multiline: true, max_length: 3_000 }),
  ],
});

export const writeClosing = (facts: HandOffFacts): Opening => ({
  view: 'hand-off-close',
  keeps: { conversation: facts.conversationId },
  title: 'Close the hand-off',
  submit: 'Close it',
  blocks: [
    section(mrkdwn`${customerName(facts)} is told that this is closed, and the assistant answers again.`),
    input('outcome', 'What came of it?', {
      type: 'static_select',
      action_id: 'outcome-input',
      options: CLOSING.map((outcome) => option(capital(outcomeWords(outcome)), outcome)),
    }),
    input(
      'note',
      'For the team',
      { type: 'plain_text_input', action_id: 'note-input', multiline: true, max_length: 1_000 },
      { optional: true },
    ),
  ],
});

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Why nothing can be written. */
export const nothingOpen = (): Opening => ({
  view: 'hand-off-nothing',
  keeps: {},
  title: 'Nothing to do',
  submit: null,
  blocks: [section(words('This hand-off is over: the assistant has the conversation again.'))],
});
