import type { LocalDate, Zone } from '../../../domain/kernel/dates.js';
import type { ApprovalFacts } from '../../../tools/approval-facts.js';
import { sayMoment } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section, sentence } from '../blocks/build.js';
import { lines, type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import type { Block, Message } from '../blocks/schemas.js';
import { caseWords, costWords, customerWords, offerWords } from './offer-words.js';

const LONGEST_NAME = 80;
const LONGEST_REASON = 300;

const DECIDED = { approved: 'Approved', changed: 'Changed', declined: 'Declined' } as const;

/** A request for approval: what, for whom, why and until when; once it is over, how it ended instead of the buttons. */
export function approvalCard(
  approval: ApprovalFacts,
  { zone, todayOn }: { readonly zone: Zone; readonly todayOn: LocalDate },
): Message {
  const { asked, approvalId, authority, requestedBy, expiresAt, state } = approval;
  const name = clip(asked.customerName, LONGEST_NAME);
  const title = mrkdwn`*${offerWords(asked)}* for ${name}, order ${asked.orderNumber}`;
  const about = section(
    lines([title, mrkdwn`Asked for by ${mention(requestedBy)}`, caseWords(asked), costWords(asked)]),
  );
  if (state !== 'waiting') return message(outcomeWords(approval), [about, section(outcomeWords(approval))]);
  return message(mrkdwn`Approval wanted: ${title}`, [
    about,
    section(mrkdwn`*What ${name} is to read*\n>${customerWords(asked, todayOn)}`),
    approvalButtons(approvalId),
    context(
      mrkdwn`A ${authority} or above may answer, but not who asked. Over at ${sayMoment(expiresAt, zone, todayOn)}.`,
    ),
  ]);
}

/** In the order of use. */
export function approvalButtons(approvalId: string): Block {
  const value = { approvalId };
  return actions(
    button({ text: 'Approve', action: 'approval:approve', value, style: 'primary' }),
    button({ text: 'Change …', action: 'approval:change', value }),
    button({ text: 'Decline …', action: 'approval:decline', value, style: 'danger' }),
  );
}

/** How a request ended, to whoever asked; what was given they tell the customer from here. */
export function outcomeMessage(approval: ApprovalFacts): Message {
  const outcome = outcomeWords(approval);
  const isGiven = approval.state === 'approved' || approval.state === 'changed';
  if (!isGiven) return sentence(outcome);
  const value = { order: approval.asked.orderNumber };
  return message(outcome, [
    section(outcome),
    actions(button({ text: 'Tell the customer', action: 'offer:tell', value, style: 'primary' })),
  ]);
}

/** How a request ended, in a sentence for everybody. */
export function outcomeWords({ state, decidedBy, reason, asked }: ApprovalFacts): Mrkdwn {
  const about = mrkdwn`${offerWords(asked)} for order ${asked.orderNumber}`;
  if (state === 'waiting') return mrkdwn`Waiting: ${about}.`;
  if (state === 'expired' || decidedBy === null) return mrkdwn`Over without an answer: ${about}. Nothing was given.`;
  const what = state === 'changed' ? mrkdwn`, with another amount than asked: ${about}` : mrkdwn`: ${about}`;
  return mrkdwn`${DECIDED[state]} by ${mention(decidedBy)}${what}. “${clip(reason ?? '', LONGEST_REASON)}”`;
}
