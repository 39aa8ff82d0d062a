import { z } from 'zod';
import { OrderNumber } from '../../domain/kernel/ids.js';
import { HEARD_HOW } from '../../store/words-heard.js';
import { input, option, section } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import type { Opening } from './handling.js';

/** A way to send an order, as it was quoted. */
export const Sending = z.object({
  order: OrderNumber,
  choice: z.enum(['express', 'split']),
  /** Names the quote. */
  recapId: z.string(),
});
export type Sending = z.infer<typeof Sending>;

/** Where a customer said so, as a choice of a modal. */
export const HEARD_WORDS: Readonly<Record<(typeof HEARD_HOW)[number], string>> = {
  phone: 'On the phone',
  email: 'By e-mail',
  in_person: 'In person',
};

/** Asks where and in what words the customer agreed. */
export const agreedModal = (sending: Sending): Opening => ({
  view: 'agreed',
  keeps: sending,
  title: 'They agreed',
  submit: sending.choice === 'express' ? 'Send by express' : 'Send in two parts',
  blocks: [
    section(
      mrkdwn`Order *${sending.order}*. Only what they have heard counts: the items, the dates and the cost as the quote has them. I keep their words as evidence.`,
    ),
    input('how', 'Where did they say so?', {
      type: 'radio_buttons',
      action_id: 'how-input',
      options: HEARD_HOW.map((how) => option(HEARD_WORDS[how], how)),
    }),
    input('said', 'What did they say?', {
      type: 'plain_text_input',
      action_id: 'said-input',
      multiline: true,
      max_length: 500,
    }),
  ],
});
