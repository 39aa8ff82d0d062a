import type { LocalDate, Zone } from '../../../domain/kernel/dates.js';
import { instant } from '../../../domain/kernel/dates.js';
import type { ReorderRequest } from '../../../tools/reorder-situation.js';
import { sayMoment, sayNumber } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section } from '../blocks/build.js';
import { lines, type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import type { Message } from '../blocks/schemas.js';
import { orderWords, RANKS, reasonWords } from './reorder-words.js';

const LONGEST_REASON = 300;

/** A request to order goods: what, why and who asks; once it is over, how it ended instead of the buttons. */
export function reorderCard(
  request: ReorderRequest,
  { zone, todayOn }: { readonly zone: Zone; readonly todayOn: LocalDate },
): Message {
  const { reorderId, asked, authority, requestedBy, expiresAt, state } = request;
  const title = mrkdwn`*Order ${orderWords(asked)}*`;
  const about = section(lines([title, mrkdwn`Asked for by ${mention(requestedBy)}`, reasonWords(asked, todayOn)]));
  if (state !== 'waiting') return message(reorderOutcome(request), [about, section(reorderOutcome(request))]);
  const value = { reorderId };
  return message(mrkdwn`Approval wanted: ${title}`, [
    about,
    actions(
      button({ text: 'Approve', action: 'reorder:approve', value, style: 'primary' }),
      button({ text: 'Change …', action: 'reorder:change', value }),
      button({ text: 'Decline …', action: 'reorder:decline', value, style: 'danger' }),
    ),
    context(
      mrkdwn`Approved, it is written and mailed at once. A ${RANKS[authority ?? 'rep']} or above may answer, but not who asked. Over at ${sayMoment(instant(expiresAt), zone, todayOn)}.`,
    ),
  ]);
}

/** How a request ended, in a sentence for everybody. */
export function reorderOutcome({ asked, units, state, decidedBy, reason, poNumber }: ReorderRequest): Mrkdwn {
  const by = decidedBy === null ? mrkdwn`` : mrkdwn` by ${mention(decidedBy)}`;
  const why = reason === null ? mrkdwn`` : mrkdwn` “${clip(reason, LONGEST_REASON)}”`;
  if (state === 'ordered') {
    const changed =
      units === asked.units ? mrkdwn`` : mrkdwn`, ${sayNumber(units)} instead of ${sayNumber(asked.units)}`;
    return mrkdwn`Ordered${by} as ${poNumber ?? ''}${changed}; its mail is on its way.${why}`;
  }
  if (state === 'declined') return mrkdwn`Declined${by}: ${orderWords(asked)}.${why}`;
  if (state === 'expired') return mrkdwn`Over without an answer: ${orderWords(asked)}. Nothing was ordered.`;
  return mrkdwn`Waiting: ${orderWords(asked)}.`;
}
