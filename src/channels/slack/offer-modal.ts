import { OfferKindName } from '../../tools/offer-facts.js';
import { input, option, section } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import { KIND_WORDS, type OfferKind } from './cards/offer-words.js';
import type { Opening } from './handling.js';

const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const kindOption = (kind: OfferKind) => option(sentenceCase(KIND_WORDS[kind].replace(/^an? /, '')), kind);

/** How an offer's worth is written, for the field of a modal. */
export const WORTH_HINT = 'Such as 10%, $10 or 500 points.';

/** Asks what to offer for an order. */
export const offerModal = (order: string, chosen: OfferKind | null = null): Opening => ({
  view: 'offer',
  keeps: { order },
  title: 'Offer',
  submit: 'Preview',
  blocks: [
    section(mrkdwn`For the wait on order *${order}*. You see what it costs before anything is given.`),
    input('offer', 'What?', {
      type: 'static_select',
      action_id: 'offer-input',
      options: OfferKindName.options.map(kindOption),
      ...(chosen && { initial_option: kindOption(chosen) }),
    }),
    input(
      'worth',
      'How much?',
      { type: 'plain_text_input', action_id: 'worth-input', max_length: 40 },
      { hint: `${WORTH_HINT} May be left empty for a gift, express or an upgrade.`, optional: true },
    ),
  ],
});
