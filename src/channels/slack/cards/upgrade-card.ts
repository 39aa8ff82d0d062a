import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { previewOffer } from '../../../tools/preview-offer.js';
import type { quoteUpgrade } from '../../../tools/quote-upgrade.js';
import { recapId } from '../../../tools/recap-id.js';
import { sayDate, sayMoney } from '../../../wording/formats.js';
import { actions, button, context, message, section, sentence } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { costWords, refusalWords } from './offer-words.js';
import { askButtons } from './sending-buttons.js';
import { arrivalWords, cannotSendWords, itemsWords } from './sending-words.js';

type Quoted = z.infer<typeof quoteUpgrade.output>;
export type UpgradeQuote = Extract<Quoted, { kind: 'quoted' }>;
/** What giving it away would be, for express that costs the customer something. */
export type GivenFree = z.infer<typeof previewOffer.output>;

/** What express gains and costs, who would pay it, and the ways to have it. */
export function upgradeCard(
  { quote, given, order }: { readonly quote: Quoted; readonly given: GivenFree | null; readonly order: string },
  todayOn: LocalDate,
): Message {
  if (quote.kind !== 'quoted') return sentence(cannotSendWords(order, quote.kind));
  const { kind: _quoted, ...recap } = quote;
  const value = { order: quote.orderNumber, choice: 'express' as const, recapId: recapId(recap) };
  const title = mrkdwn`*Express for order ${quote.orderNumber}*`;
  return message(title, [
    section(
      lines([
        title,
        mrkdwn`What has not left: ${itemsWords(quote.items)}`,
        gainWords(quote, todayOn),
        priceWords(quote),
        ...(given ? [shopPaysWords(given)] : []),
      ]),
    ),
    actions(
      ...(quote.isFree
        ? [button({ text: 'Send by express', action: 'express:send', value, style: 'primary' })]
        : [...giveFree(quote, given), ...askButtons(value)]),
    ),
    context(mrkdwn`Only you see this. Nothing is changed yet.`),
  ]);
}

function gainWords(quote: UpgradeQuote, todayOn: LocalDate): Mrkdwn {
  const { arrivesLikelyOn, arrivesCautiousOn, usualLikelyOn, daysGained } = quote;
  if (arrivesLikelyOn === null || arrivesCautiousOn === null)
    return mrkdwn`Express shortens the way, not the wait for stock: there is no date for all of it yet.`;
  const gain =
    usualLikelyOn && daysGained !== null
      ? `; without it likely ${sayDate(usualLikelyOn, todayOn)}, ${daysGained} ${daysGained === 1 ? 'day' : 'days'} later`
      : '';
  return mrkdwn`With express ${arrivalWords({ arrivesLikelyOn, arrivesCautiousOn }, todayOn)}${gain}.`;
}

function priceWords({ upgradeCost, isFree, freeBecause, chargedTo }: UpgradeQuote): Mrkdwn {
  if (!isFree) return mrkdwn`${sayMoney(upgradeCost)}, charged to ${chargedTo} when it leaves, if the customer pays.`;
  if (freeBecause === 'tier') return mrkdwn`Costs the customer nothing: express is free for their tier.`;
  return freeBecause === 'offer'
    ? mrkdwn`Costs the customer nothing: they were given free express for this order.`
    : mrkdwn`Costs the customer nothing: the postage they paid covers it.`;
}

/** An offer of free express: the same as any other offer, with the same limits. */
function shopPaysWords(given: GivenFree): Mrkdwn {
  switch (given.kind) {
    case 'not_found':
      return mrkdwn`The shop cannot pay it.`;
    case 'refused':
      return mrkdwn`The shop cannot give it away: ${refusalWords(given.because)}.`;
    case 'needs_approval':
      return mrkdwn`If the shop pays: ${costWords(given)}. Your limit here is ${sayMoney(given.limit)}; it needs a ${given.by}.`;
    case 'within_limit':
      return mrkdwn`If the shop pays: ${costWords(given)}. Your limit here is ${sayMoney(given.limit)}.`;
  }
}

function giveFree({ orderNumber, upgradeCost }: UpgradeQuote, given: GivenFree | null) {
  if (given?.kind !== 'within_limit' && given?.kind !== 'needs_approval') return [];
  const value = { order: orderNumber, offer: 'free_express', worth: { cents: upgradeCost.cents } };
  return [
    given.kind === 'within_limit'
      ? button({ text: 'Give it free', action: 'offer:give', value, style: 'primary' })
      : button({ text: 'Request approval to give it free', action: 'offer:request', value, style: 'primary' }),
  ];
}
