import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { OnOrder } from '../../../tools/dated-supply.js';
import type { Waiting } from '../../../tools/waiting-revenue.js';
import { sayAbout, sayCount, sayDate } from '../../../wording/formats.js';
import { clip } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';

export const LONGEST_NAME = 60;

/** A section holds 3,000 characters; the last line counts the rest. */
const LONGEST_LIST = 2_800;

/** The first of many, as far as a section holds them, and how many more there are. */
export function firstOf(all: readonly Mrkdwn[], most: number, total = all.length): Mrkdwn {
  let length = 0;
  const told = all.slice(0, most).filter(({ text }) => {
    length += text.length + 1;
    return length <= LONGEST_LIST;
  });
  return lines(total > told.length ? [...told, mrkdwn`… and ${total - told.length} more`] : told);
}

/** "likely Fri, Dec 4; count on Tue, Dec 8". */
export const sayDates = (
  { likelyOn, cautiousOn }: { readonly likelyOn: LocalDate; readonly cautiousOn: LocalDate },
  todayOn: LocalDate,
): string => `likely ${sayDate(likelyOn, todayOn)}; count on ${sayDate(cautiousOn, todayOn)}`;

/** A purchase order line still to come: how much, from whom, promised for when and when it is really likely. */
export function onOrderWords(line: z.infer<typeof OnOrder>, todayOn: LocalDate, itemName?: string): Mrkdwn {
  const { poLineId, openUnits, supplierName, promisedOn, overdueDays, receiptLikelyOn, receiptCautiousOn } = line;
  const what =
    itemName === undefined
      ? mrkdwn`from ${clip(supplierName, LONGEST_NAME)}`
      : mrkdwn`of ${clip(itemName, LONGEST_NAME)}`;
  const promised =
    promisedOn === null
      ? 'no date promised'
      : overdueDays > 0
        ? `promised ${sayDate(promisedOn, todayOn)}, *${sayCount(overdueDays, 'day')} overdue*`
        : `promised ${sayDate(promisedOn, todayOn)}`;
  const dates =
    receiptLikelyOn && receiptCautiousOn
      ? ` At the dock ${sayDates({ likelyOn: receiptLikelyOn, cautiousOn: receiptCautiousOn }, todayOn)}.`
      : ' No record says when it comes.';
  return mrkdwn`• *${poLineId}*: ${sayCount(openUnits, 'unit')} ${what}, ${bold(promised)}.${dates}`;
}

/** Our own words in which a part stands between stars. */
const bold = (text: string): Mrkdwn => {
  const [before = '', strong, after = ''] = text.split('*');
  return strong === undefined ? mrkdwn`${before}` : mrkdwn`${before}*${strong}*${after}`;
};

/** "12 units in 8 orders of 7 customers, worth $1.2k". */
export const waitingTotal = ({
  waitingUnits,
  waitingOrders,
  waitingCustomers,
  revenueWaiting,
}: z.infer<typeof Waiting>): string =>
  `${sayCount(waitingUnits, 'unit')} in ${sayCount(waitingOrders, 'order')} of ${sayCount(waitingCustomers, 'customer')}, worth ${sayAbout(revenueWaiting)}`;
