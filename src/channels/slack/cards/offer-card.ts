import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { OfferWorth } from '../../../tools/offer-worth.js';
import type { previewOffer } from '../../../tools/preview-offer.js';
import { sayMoney } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section, sentence } from '../blocks/build.js';
import { lines, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { caseWords, costWords, customerWords, offerWords, refusalWords } from './offer-words.js';

const LONGEST_NAME = 80;

/** An offer before it is given: for whom, what it costs and leaves, what they will read; and who may give it. */
export function offerCard(
  preview: z.infer<typeof previewOffer.output>,
  worth: OfferWorth,
  todayOn: LocalDate,
): Message {
  const { orderNumber } = preview;
  if (preview.kind === 'not_found') return sentence(mrkdwn`There is no order ${orderNumber}.`);
  if (preview.kind === 'refused')
    return sentence(mrkdwn`No offer for order ${orderNumber}: ${refusalWords(preview.because)}.`);
  const name = clip(preview.customerName, LONGEST_NAME);
  const title = mrkdwn`*${offerWords(preview)}* for ${name}, order ${orderNumber}`;
  const limit = mrkdwn`Your limit here: ${sayMoney(preview.limit)} (${preview.limitPercent}%)`;
  const value = { order: orderNumber, offer: preview.offer, worth };
  const isMine = preview.kind === 'within_limit';
  return message(title, [
    section(
      lines([
        title,
        caseWords(preview),
        costWords(preview),
        isMine ? limit : mrkdwn`${limit}. This needs a ${preview.by}.`,
      ]),
    ),
    section(mrkdwn`*What to tell ${name}*\n>${customerWords(preview, todayOn)}`),
    actions(
      isMine
        ? button({ text: 'Preview', action: 'offer:give', value, style: 'primary' })
        : button({ text: 'Request approval', action: 'offer:request', value, style: 'primary' }),
      button({ text: 'Another offer', action: 'offer:choose', value: { order: orderNumber } }),
    ),
    context(mrkdwn`Only you see this. Nothing is given yet.`),
  ]);
}
