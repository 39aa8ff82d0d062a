import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { SupplierAnswer } from '../../../tools/get-supplier-answer.js';
import { sayCount, sayDate } from '../../../wording/formats.js';
import { actions, button, clip, context, message, section, verbatim, words } from '../blocks/build.js';
import { lines, type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import type { Block, Message, Pressable } from '../blocks/schemas.js';
import { type AnswerClaim, type AnswerLine, changeWords, decidedWords, hitWords, lineWords } from './claim-words.js';
import { LONGEST_NAME } from './supply-words.js';

/** Claims shown with their buttons; of more, those that wait come first. */
const MOST_CLAIMS = 18;
const LONGEST_QUOTE = 300;
const LONGEST_WHY = 400;
const LONGEST_SUBJECT = 120;

/** What a supplier wrote of its order: each claim with its words, the old and the new date, and what is to be decided. */
export function supplierAnswerCard(answer: SupplierAnswer, todayOn: LocalDate): Message {
  const { order, claims } = answer;
  const waiting = claims.filter(isWaiting);
  const waitingLines = new Set(waiting.map(({ poLineId, claimId }) => poLineId ?? claimId));
  const shown = [...waiting, ...claims.filter((claim) => !isWaiting(claim))];
  const title = titleOf(answer, waitingLines.size);
  if (!order || claims.length === 0)
    return message(title, [section(lines([mrkdwn`*${title}*`, fromWords(answer, todayOn)])), verbatim(answer.words)]);
  const isDone = waiting.length === 0;
  return message(title, [
    section(isDone ? mrkdwn`*${title}*` : lines([mrkdwn`*${title}*`, fromWords(answer, todayOn)])),
    ...shown.slice(0, MOST_CLAIMS).flatMap((claim) => claimBlocks(claim, order.lines, todayOn)),
    ...(shown.length > MOST_CLAIMS ? [context(mrkdwn`… and ${shown.length - MOST_CLAIMS} more lines`)] : []),
    ...acceptAll(waiting),
  ]);
}

const isWaiting = ({ state }: AnswerClaim): boolean => state === 'proposed' || state === 'asked';

/** It can count as it was read: the line is known, and what changes. */
const isAcceptable = ({ poLineId, claimKind, day, units }: AnswerClaim): boolean =>
  poLineId !== null &&
  (claimKind === 'none' ||
    claimKind === 'cancelled' ||
    (claimKind === 'quantity' ? units !== null : claimKind !== 'unclear' && day !== null));

function titleOf({ order, claims, subject }: SupplierAnswer, waiting: number): Mrkdwn {
  if (!order)
    return mrkdwn`A supplier wrote, and it is not clear about which order: “${clip(subject, LONGEST_SUBJECT)}”`;
  const who = clip(order.supplierName, LONGEST_NAME);
  if (claims.length === 0) return mrkdwn`${who} wrote about ${order.poNumber}, and says nothing of when it comes`;
  if (waiting > 0) return mrkdwn`${who} answered about ${order.poNumber}: ${sayCount(waiting, 'line')} to decide`;
  return mrkdwn`${who} answered about ${order.poNumber}`;
}

const fromWords = ({ sender, receivedOn, attachments }: SupplierAnswer, todayOn: LocalDate): Mrkdwn =>
  mrkdwn`From ${sender ?? 'an unknown sender'}, ${sayDate(receivedOn, todayOn)}${attachments > 0 ? `, with ${sayCount(attachments, 'attachment')}` : ''}`;

function claimBlocks(claim: AnswerClaim, answered: readonly AnswerLine[], todayOn: LocalDate): Block[] {
  const line = answered.find(({ poLineId }) => poLineId === claim.poLineId);
  const decided = decidedWords(claim, answered, todayOn);
  const about = section(
    lines([
      mrkdwn`*${lineWords(line)}*: ${changeWords(claim, todayOn)}${hitWords(line)}`,
      mrkdwn`>“${clip(claim.quote.replace(/\s+/g, ' '), LONGEST_QUOTE)}”`,
      ...(isWaiting(claim) && claim.why !== '' ? [mrkdwn`Why you are asked: ${clip(claim.why, LONGEST_WHY)}.`] : []),
      ...(decided ? [decided] : []),
    ]),
    ...(claim.state === 'applied' && claim.claimKind !== 'none' ? [undoButton(claim)] : []),
  );
  return isWaiting(claim) ? [about, actions(...decisions(claim))] : [about];
}

/** In the order of use. */
const decisions = (claim: AnswerClaim): Pressable[] => {
  const value = { claimId: claim.claimId };
  return [
    ...(isAcceptable(claim)
      ? [
          button({
            text: 'Accept',
            action: 'claims:accept',
            value: { claimIds: [claim.claimId] },
            style: 'primary' as const,
          }),
        ]
      : []),
    button({ text: 'Correct …', action: 'claim:correct', value }),
    ...(claim.state === 'asked' ? [] : [button({ text: 'Ask again', action: 'claim:ask', value })]),
    button({ text: 'Not about this', action: 'claim:reject', value }),
  ];
};

const undoButton = ({ claimId }: AnswerClaim): Pressable =>
  button({
    text: 'Undo',
    action: 'claim:undo',
    value: { claimId },
    confirm: {
      title: 'Take it back?',
      text: words('The date that stood before counts again. Whoever was told the new one is told once more.'),
      yes: 'Take it back',
      no: 'Leave it',
    },
  });

/** Not where a line was read in two ways: somebody chooses. */
function acceptAll(waiting: readonly AnswerClaim[]): Block[] {
  const claimIds = waiting
    .filter((one) => isAcceptable(one) && !waiting.some((other) => other !== one && other.poLineId === one.poLineId))
    .map(({ claimId }) => claimId);
  if (claimIds.length < 2) return [];
  const text = `Accept all ${claimIds.length}`;
  return [actions(button({ text, action: 'claims:accept', value: { claimIds } }))];
}
