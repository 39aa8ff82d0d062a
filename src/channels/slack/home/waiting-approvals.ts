import type { z } from 'zod';
import type { listApprovals } from '../../../tools/list-approvals.js';
import { sayCount, sayMoment } from '../../../wording/formats.js';
import { clip, context, section } from '../blocks/build.js';
import { lines, type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import type { Block } from '../blocks/schemas.js';
import { approvalButtons } from '../cards/approval-card.js';
import { costWords, offerWords } from '../cards/offer-words.js';
import type { HomeScene } from './home-scene.js';

export type Waiting = z.infer<typeof listApprovals.output>['approvals'][number];

const MOST_SHOWN = 5;
const LONGEST_NAME = 60;

/** Requests that wait: with buttons for who may answer, a line for who asked, a number for everybody else. */
export function approvalBlocks(approvals: readonly Waiting[], scene: HomeScene): Block[] {
  const own = approvals.filter(({ requestedBy }) => requestedBy === scene.staffId);
  const toAnswer = approvals.filter(({ mayDecide }) => mayDecide);
  const others = approvals.length - own.length - toAnswer.length;
  if (approvals.length === 0) return [section(mrkdwn`*No request for approval waits.*`)];
  const more = toAnswer.length - MOST_SHOWN;
  return [
    section(toAnswer.length > 0 ? mrkdwn`*Approvals that wait for you*` : mrkdwn`*Approvals*`),
    ...toAnswer
      .slice(0, MOST_SHOWN)
      .flatMap((one) => [section(askedWords(one, scene)), approvalButtons(one.approvalId)]),
    ...(more > 0 ? [context(mrkdwn`… and ${more} more, in the approvals channel`)] : []),
    ...ownBlocks(own, scene),
    ...(others > 0
      ? [context(mrkdwn`${sayCount(others, 'request')} of colleagues ${others === 1 ? 'waits' : 'wait'} for others.`)]
      : []),
  ];
}

function ownBlocks(own: readonly Waiting[], scene: HomeScene): Block[] {
  if (own.length === 0) return [];
  const shown = own.slice(0, MOST_SHOWN).map((one) => ownWords(one, scene));
  const more = own.length - shown.length;
  return [section(lines(more > 0 ? [...shown, mrkdwn`… and ${more} more`] : shown))];
}

const about = ({ asked }: Waiting): Mrkdwn =>
  mrkdwn`*${offerWords(asked)}* for ${clip(asked.customerName, LONGEST_NAME)}, order ${asked.orderNumber}`;

const askedWords = (one: Waiting, { zone, todayOn }: HomeScene): Mrkdwn =>
  lines([
    about(one),
    mrkdwn`Asked for by ${mention(one.requestedBy)}, until ${sayMoment(one.expiresAt, zone, todayOn)}`,
    costWords(one.asked),
  ]);

const ownWords = (one: Waiting, { zone, todayOn }: HomeScene): Mrkdwn =>
  mrkdwn`You asked for ${about(one)}: waiting for a ${one.authority}, until ${sayMoment(one.expiresAt, zone, todayOn)}`;
