import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { quoteSplit } from '../../../tools/quote-split.js';
import { recapId } from '../../../tools/recap-id.js';
import { sayDate, sayMoney } from '../../../wording/formats.js';
import { actions, context, message, section, sentence } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { askButtons } from './sending-buttons.js';
import { arrivalWords, cannotSendWords, itemsWords, itemWords } from './sending-words.js';

type Quoted = z.infer<typeof quoteSplit.output>;
export type SplitQuote = Extract<Quoted, { kind: 'quoted' }>;

const MOST_LATER = 6;

/** What would go now and what later, and what that costs. The customer's word decides. */
export function splitCard(order: string, quote: Quoted, todayOn: LocalDate): Message {
  if (quote.kind !== 'quoted') return sentence(cannotSendWords(order, quote.kind));
  const { kind: _quoted, ...recap } = quote;
  const value = { order: quote.orderNumber, choice: 'split' as const, recapId: recapId(recap) };
  const title = mrkdwn`*Order ${quote.orderNumber} in two parts*`;
  return message(title, [
    section(
      lines([
        title,
        nowWords(quote, todayOn),
        ...laterWords(quote, todayOn),
        priceWords(quote),
        ...needed(quote, todayOn),
      ]),
    ),
    actions(...askButtons(value)),
    context(mrkdwn`Only you see this. Nothing is changed until the customer has agreed.`),
  ]);
}

function nowWords({ splitNow, shipsOn, parcelsNow, daysSooner, ...dates }: SplitQuote, todayOn: LocalDate): Mrkdwn {
  const parcels = parcelsNow > 1 ? `, in ${parcelsNow} parcels` : '';
  const sooner = daysSooner ? `, ${daysSooner} ${daysSooner === 1 ? 'day' : 'days'} sooner than all together` : '';
  return mrkdwn`Now: ${itemsWords(splitNow)}. Leaves ${sayDate(shipsOn, todayOn)}${parcels}; ${arrivalWords(dates, todayOn)}${sooner}.`;
}

function laterWords({ splitLater }: SplitQuote, todayOn: LocalDate): Mrkdwn[] {
  const shown = splitLater.slice(0, MOST_LATER).map(({ arrivesLikelyOn, arrivesCautiousOn, ...item }) => {
    const when =
      arrivesLikelyOn && arrivesCautiousOn
        ? arrivalWords({ arrivesLikelyOn, arrivesCautiousOn }, todayOn)
        : 'no date yet';
    return mrkdwn`Later: ${itemWords(item)}; ${when}.`;
  });
  return splitLater.length > shown.length ? [...shown, mrkdwn`… and ${splitLater.length - shown.length} more`] : shown;
}

const priceWords = ({ isFree, splitCost, chargedTo }: SplitQuote): Mrkdwn =>
  isFree
    ? mrkdwn`Costs the customer nothing.`
    : mrkdwn`Costs the customer ${sayMoney(splitCost)}, charged to ${chargedTo} when it leaves.`;

const IN_TIME = { yes: 'in time', perhaps: 'perhaps in time', no: 'too late' } as const;

function needed({ neededByOn, nowInTime, laterInTime }: SplitQuote, todayOn: LocalDate): Mrkdwn[] {
  if (!neededByOn || !nowInTime) return [];
  const later = laterInTime ? `, the rest ${IN_TIME[laterInTime]}` : '';
  return [mrkdwn`Needed by ${sayDate(neededByOn, todayOn)}: the first part is ${IN_TIME[nowInTime]}${later}.`];
}
