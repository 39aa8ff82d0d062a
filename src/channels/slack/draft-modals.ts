import type { z } from 'zod';
import type { draftReply } from '../../tools/draft-reply.js';
import { LONGEST_REPLY } from '../../tools/reply-to-shopper.js';
import { clip, context, input, section, verbatim, words } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import type { Opening } from './handling.js';

type Drafted = Extract<z.infer<typeof draftReply.output>, { kind: 'drafted' }>;

/** The draft of a reply to edit, with the procedure it follows and what to think about. */
export function editDraft({ orderNumber, text, step, findings, reach }: Drafted): Opening {
  const chat = reach.find((one) => one.channel === 'chat');
  const thoughts = findings.map(({ words: said, why }) => mrkdwn`“${clip(said, 100)}”: ${clip(why, 200)}`);
  return {
    view: 'draft-reply',
    keeps: { order: orderNumber, conversation: chat?.conversationId ?? null },
    title: `Reply on ${clip(orderNumber, 12)}`,
    submit: 'Preview',
    blocks: [
      section(mrkdwn`*${step.title}*, ${step.heading}: ${step.because}`),
      context(mrkdwn`SOP \`${step.citation}\`, version ${step.version}, kept by ${step.owner}`),
      input('text', 'What the customer will read', {
        type: 'plain_text_input',
        action_id: 'text-input',
        multiline: true,
        max_length: LONGEST_REPLY,
        initial_value: text.slice(0, LONGEST_REPLY),
      }),
      ...thoughts.slice(0, 5).map((thought) => context(thought)),
    ],
  };
}

/** What the customer will see and where; without a way to them there is nothing to press. */
export const previewDraft = (text: string, conversation: string | null, signed: string | null): Opening => ({
  view: 'hand-off-send',
  keeps: { conversation, text },
  title: 'What they will see',
  submit: conversation === null ? null : 'Send',
  blocks: [
    conversation === null
      ? section(
          words(
            'This customer has no open chat, and there is no other way to send yet. You can copy the words from here.',
          ),
        )
      : section(words('They will read this in their web chat:')),
    context(mrkdwn`*${signed ?? 'A person'} from our team*`),
    verbatim(text),
    ...(conversation === null ? [] : [context(words('A message that was sent cannot be taken back.'))]),
  ],
});
