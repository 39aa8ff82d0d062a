import { daysBetween, type LocalDate } from '../../../domain/kernel/dates.js';
import type { SupplierAnswer } from '../../../tools/get-supplier-answer.js';
import { sayCount, sayDate } from '../../../wording/formats.js';
import { clip } from '../blocks/build.js';
import { type Mrkdwn, mention, mrkdwn } from '../blocks/mrkdwn.js';
import { LONGEST_NAME } from './supply-words.js';

export type AnswerClaim = SupplierAnswer['claims'][number];
export type AnswerLine = NonNullable<SupplierAnswer['order']>['lines'][number];

/** "line 1, 50 mm lens (LEN-50)". */
export const lineWords = (line: AnswerLine | undefined): Mrkdwn =>
  line ? mrkdwn`Line ${line.lineNumber}, ${clip(line.itemName, LONGEST_NAME)} (${line.sku})` : mrkdwn`No certain line`;

/** What a claim says, with the date that stood before it. */
export function changeWords({ claimKind, day, units, promisedBefore }: AnswerClaim, todayOn: LocalDate): string {
  const said = day === null ? null : sayDate(day, todayOn);
  switch (claimKind) {
    case 'date':
      return movedWords(promisedBefore, day, todayOn);
    case 'none':
      return promisedBefore === null ? 'confirmed as it stands' : `confirmed for ${sayDate(promisedBefore, todayOn)}`;
    case 'quantity':
      return `${units === null ? 'another number of units' : `only ${sayCount(units, 'unit')}`}${said ? `, ${said}` : ''}`;
    case 'split':
      return `in parts: ${units === null ? 'some' : sayCount(units, 'unit')} first${said ? `, all of it by ${said}` : ''}`;
    case 'cancelled':
      return 'cancelled: nothing more comes';
    case 'unclear':
      return said === null ? 'not clear what is meant' : `perhaps ${said}, not certain`;
  }
}

/** "Sun, Nov 29 → Wed, Dec 9, 10 days later". */
function movedWords(before: LocalDate | null, day: LocalDate | null, todayOn: LocalDate): string {
  if (day === null) return 'no single day';
  if (before === null) return sayDate(day, todayOn);
  const days = daysBetween(before, day);
  if (days === 0) return `${sayDate(day, todayOn)}, as promised`;
  const moved = `${sayCount(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
  return `${sayDate(before, todayOn)} → ${sayDate(day, todayOn)}, ${moved}`;
}

export const hitWords = (line: AnswerLine | undefined): string =>
  line === undefined || line.waitingCustomers === 0 ? '' : ` · ${sayCount(line.waitingCustomers, 'customer')} waiting`;

const PERSON = /^[UW][A-Z0-9]+$/;

/** What became of a claim, and by whom; null while it waits. */
export function decidedWords(claim: AnswerClaim, lines: readonly AnswerLine[], todayOn: LocalDate): Mrkdwn | null {
  const { state, decidedBy } = claim;
  if (state === 'proposed' || decidedBy === null) return null;
  const who = PERSON.test(decidedBy) ? mrkdwn` by ${mention(decidedBy)}` : mrkdwn` by policy`;
  switch (state) {
    case 'applied': {
      const effect = effectWords(claim, lines, todayOn);
      const how = isCorrected(claim) ? 'corrected' : 'accepted';
      return effect === null ? mrkdwn`Counts now: ${how}${who}.` : mrkdwn`Counts now, ${how}${who}: ${effect}.`;
    }
    case 'rejected':
      return mrkdwn`Set aside${who}.`;
    case 'asked':
      return mrkdwn`Asked again${who}.`;
    case 'undone':
      return mrkdwn`Taken back${who}: what stood before counts again.`;
  }
}

/** It counts otherwise than it was read. */
const isCorrected = ({ claimKind, poLineId, day, appliedLineId, appliedDay }: AnswerClaim): boolean =>
  appliedLineId !== poLineId || (appliedDay !== day && claimKind !== 'none' && claimKind !== 'quantity');

/** What an applied claim changed, where its own words above do not say it; null where they do. */
function effectWords(claim: AnswerClaim, lines: readonly AnswerLine[], todayOn: LocalDate): string | null {
  const { appliedLineId, appliedDay, cancelledUnits } = claim;
  if (!isCorrected(claim) && !cancelledUnits) return null;
  const line = lines.find((one) => one.poLineId === appliedLineId);
  return [
    ...(line ? [`line ${line.lineNumber}`] : []),
    ...(appliedDay === null ? [] : [sayDate(appliedDay, todayOn)]),
    ...(cancelledUnits ? [`${sayCount(cancelledUnits, 'unit')} will not come`] : []),
  ].join(', ');
}
