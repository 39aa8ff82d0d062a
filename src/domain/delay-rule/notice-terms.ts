import { addDays, type LocalDate } from '../kernel/dates.js';
import type { LineStanding } from './delay-standing.js';
import { type Rule, rule } from './rules.js';

/** What a notice must say. Every one offers cancelling with a prompt refund, and a free way to answer. */
export interface NoticeTerms {
  readonly rule: Rule;
  readonly revisedShipBy: LocalDate | null;
  readonly silence: 'consent' | 'cancel';
  /** The last day on which an express consent counts; with `silence: 'cancel'` the day at whose end the line is cancelled. */
  readonly answerBy: LocalDate;
  /** With no date: the reason for the delay, and the right to cancel until shipment. */
  readonly mustGiveReason: boolean;
  /** The legal day is inclusive. */
  readonly sendBy: LocalDate;
}

const SILENT_DAYS = 30;

/**
 * What the next notice of a line has to say, or null while none is owed: the line left, is exempt or cancelled, an
 * option still waits for its answer, an indefinite consent runs, or `cautiousOn` keeps the date that stands.
 * `cautiousOn` is the P90 day the line ships: a likelier date is missed so often that the rule would cancel many orders;
 * null where there is no reasonable basis for any date.
 */
export function noticeTerms(line: LineStanding, cautiousOn: LocalDate | null): NoticeTerms | null {
  const { state, lapse, shippingTime, option } = line;
  if ((state !== 'in_time' && state !== 'delayed') || !lapse || shippingTime.kind === 'not_started') return null;
  const sendBy = lapse.endOf;
  if (cautiousOn !== null && cautiousOn <= sendBy) return null;
  const mustGiveReason = cautiousOn === null;
  const terms = { revisedShipBy: cautiousOn, mustGiveReason, sendBy };
  if (state === 'in_time') {
    const silentEnd = addDays(shippingTime.endsOn, SILENT_DAYS);
    if (cautiousOn === null) return { ...terms, rule: rule('5'), silence: 'cancel', answerBy: silentEnd };
    return cautiousOn <= silentEnd
      ? { ...terms, rule: rule('3'), silence: 'consent', answerBy: cautiousOn }
      : { ...terms, rule: rule('4'), silence: 'cancel', answerBy: silentEnd };
  }
  const alreadyAsked = line.awaitsAnswer && option?.silence === 'cancel';
  const asksForLess = alreadyAsked && (option.revisedShipBy === null || (cautiousOn ?? LAST) <= option.revisedShipBy);
  const row = lapse.rule.row === '7' ? '7' : cautiousOn === null ? '5' : '4';
  return asksForLess ? null : { ...terms, rule: rule(row), silence: 'cancel', answerBy: sendBy };
}

const LAST = '9999-12-31';
