import type { z } from 'zod';
import type { draftOffer } from '../../tools/draft-offer.js';
import type { draftReply } from '../../tools/draft-reply.js';
import type { OfferWanted } from '../../tools/offer-to-tell.js';
import { LONGEST_REPLY } from '../../tools/reply-to-shopper.js';
import { clip, context, input, section, verbatim, words } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import type { Opening } from './handling.js';

type DraftedOffer = Extract<z.infer<typeof draftOffer.output>, { kind: 'drafted' }>;
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

/** The words that tell of an offer, to edit. `giving`: the offer is given when they are sent; else it was given before. */
export const editOffer = (
  { orderNumber, customerName, text, reach }: DraftedOffer,
  giving: OfferWanted | null,
): Opening => ({
  view: giving ? 'offer-words' : 'draft-reply',
  keeps: {
    order: orderNumber,
    conversation: reach.find((one) => one.channel === 'chat')?.conversationId ?? null,
    ...(giving && { giving }),
  },
  title: giving ? 'Offer and words' : 'Tell the customer',
  submit: 'Preview',
  blocks: [
    section(
      mrkdwn`For *${clip(customerName, 80)}*, order ${orderNumber}. ${giving ? 'Nothing is given or sent yet.' : 'It is given; they have not been told by it.'}`,
    ),
    input('text', 'What the customer will read', {
      type: 'plain_text_input',
      action_id: 'text-input',
      multiline: true,
      max_length: LONGEST_REPLY,
      initial_value: text.slice(0, LONGEST_REPLY),
    }),
  ],
});

/** An offer and its words as the customer will read them, with the button that gives and tells in one. */
export const previewOfferWords = (
  keeps: {
    readonly order: string;
    readonly conversation: string | null;
    readonly text: string;
    readonly giving: OfferWanted;
  },
  signed: string | null,
): Opening => ({
  view: 'offer-send',
  keeps,
  title: 'What they will see',
  submit: keeps.conversation === null ? 'Give it' : 'Send',
  blocks: [
    keeps.conversation === null
      ? section(
          words(
            'This customer has no open chat, and there is no other way to send yet. “Give it” gives the offer and tells them nothing; copy the words and tell them yourself.',
          ),
        )
      : section(words('They will read this in their web chat, and the offer is given with it:')),
    context(mrkdwn`*${signed ?? 'A person'} from our team*`),
    verbatim(keeps.text),
    context(words('An offer that was given and a message that was sent cannot be taken back.')),
  ],
});
