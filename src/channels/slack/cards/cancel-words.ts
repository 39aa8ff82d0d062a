import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { cancelItems } from '../../../tools/cancel-items.js';
import type { previewCancellation } from '../../../tools/preview-cancellation.js';
import { sayDate, sayList, sayMoney } from '../../../wording/formats.js';
import { clip } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';

type Previewed = z.infer<typeof previewCancellation.output>;
type Cancelled = z.infer<typeof cancelItems.output>;
export type CancelPreview = Extract<Previewed, { kind: 'can_cancel' }>;
type Recap = CancelPreview['recap'];
/** Nothing was cancelled, and why. */
export type NotCancelled = Exclude<Cancelled, { kind: 'cancelled' | 'requested' | 'facts_moved' }>;

const LONGEST_NAME = 60;
const MOST_LINES = 5;

const named = (name: string): string => clip(name, LONGEST_NAME);
const names = (all: readonly string[]): string =>
  all.length <= MOST_LINES
    ? sayList(all.map(named))
    : `${all.slice(0, MOST_LINES).map(named).join(', ')} and ${all.length - MOST_LINES} more`;

/** The items, the amount, how and by when it goes back, what stays, and what it is too late for. */
export function recapWords({ recap, cannot }: CancelPreview, todayOn: LocalDate): Mrkdwn {
  const { orderNumber, items, staying } = recap;
  const shown = items.slice(0, MOST_LINES).map(({ lineName, quantity }) => mrkdwn`• ${quantity} × ${named(lineName)}`);
  const left = staying.filter((name) => !cannot.some(({ lineName }) => lineName === name));
  const late = cannot.slice(0, MOST_LINES);
  return lines([
    mrkdwn`*To be cancelled from order ${orderNumber}*`,
    ...shown,
    ...(items.length > shown.length ? [mrkdwn`… and ${items.length - shown.length} more`] : []),
    refundWords(recap, todayOn),
    ...(left.length > 0 ? [mrkdwn`Stays in the order: ${names(left)}.`] : []),
    ...late.map(
      ({ line, lineName, because }) => mrkdwn`Too late for ${line}. ${named(lineName)}: ${TOO_LATE[because]}.`,
    ),
    ...(cannot.length > late.length ? [mrkdwn`… and for ${cannot.length - late.length} more`] : []),
  ]);
}

const TOO_LATE = {
  left: 'it has left, and would be a return',
  part_left: 'part of it has left, and what becomes of the rest is a lead’s decision',
  being_cancelled: 'the shop has been asked already and has not answered',
} as const;

const refundWords = ({ refundAmount, refundMethod, refundBy }: Recap, todayOn: LocalDate): Mrkdwn =>
  refundAmount.cents === 0
    ? mrkdwn`Nothing goes back: nothing is left of what was paid.`
    : mrkdwn`${sayMoney(refundAmount)} goes back to ${refundMethod}, sent by ${sayDate(refundBy, todayOn)} at the latest.`;

/** What was done or asked. */
export function doneWords(done: Extract<Cancelled, { kind: 'cancelled' | 'requested' }>, todayOn: LocalDate): Mrkdwn {
  const what = names(done.items.map(({ lineName }) => lineName));
  const refund = refundWords(done, todayOn);
  return done.kind === 'cancelled'
    ? mrkdwn`Done: ${what} of order ${done.orderNumber} ${done.items.length === 1 ? 'is' : 'are'} cancelled. ${refund}`
    : mrkdwn`The shop is asked to cancel ${what} of order ${done.orderNumber}; it counts on its receipt, and I tell you here what it answers. Then: ${refund}`;
}

/** Why nothing can be cancelled. */
export function notCancelledWords(order: string, outcome: NotCancelled): Mrkdwn {
  switch (outcome.kind) {
    case 'not_found':
      return mrkdwn`There is no order ${order}.`;
    case 'no_such_line':
      return mrkdwn`Order ${order} has no such line: it has ${outcome.lines}.`;
    case 'already_cancelled':
      return mrkdwn`Nothing to cancel: ${names(outcome.lineNames)} of order ${order} is cancelled already.`;
    case 'being_cancelled':
      return mrkdwn`The shop was asked to cancel ${names(outcome.lineNames)} of order ${order} already, and has not answered yet.`;
    case 'being_swapped':
      return mrkdwn`The shop was asked to send ${named(outcome.substituteName)} instead of ${named(outcome.lineName)} of order ${order}, and has not answered yet. Please wait for that first.`;
    case 'part_shipped':
      return mrkdwn`${outcome.shippedQuantity} of ${outcome.quantity} × ${named(outcome.lineName)} of order ${order} have left. What becomes of the rest is a lead’s decision: please escalate it.`;
    case 'already_shipped': {
      const { lineNames, carrier, tracking } = outcome;
      const parcel = tracking === null ? '' : ` (${carrier ?? 'parcel'} ${tracking})`;
      return mrkdwn`Too late: ${names(lineNames)} of order ${order} has left${parcel}. What is in the carrier’s hands is a return.`;
    }
  }
}
