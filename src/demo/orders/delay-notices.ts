import type { DelayRecordRow } from '../rows.js';
import type { ShopDays } from '../shop-days.js';
import type { Announced } from '../suppliers/purchasing.js';
import { DOCK_TO_CARRIER_DAYS } from './shipping-statement.js';

/** A line as its notices need it. Days from today. */
export interface DelayedLine {
  readonly orderLineId: string;
  readonly placed: number;
  /** The last day on which the shop said it would ship; null when it said none, so that thirty days count. */
  readonly shipBy: number | null;
  /** When all of it was in the carrier's hands, or it was cancelled; null while neither is so. */
  readonly endedOn: number | null;
  /** Every date the supplier has given for what it waits for, oldest first. */
  readonly announced: readonly Announced[];
  /** The customer leaves a first notice unanswered, which is consent. */
  readonly isSilent: boolean;
}

/** A notice goes out so many days before the day it puts off, as the shop's own target is. */
const AHEAD_DAYS = 3;
/** Where no date the supplier gave is of use any more. */
const USUAL_DELAY_DAYS = 24;
const UNSTATED_DAYS = 30;
const ANSWERED_AFTER = 0.8;

/**
 * The notices that a shop which keeps the rule would have sent for a line by now, each in time and each with a new day,
 * and the answers to them. A renewed notice needs an express yes, so everybody who is still waiting has given one.
 */
export function delayNotices(line: DelayedLine, days: ShopDays): DelayRecordRow[] {
  const rows: DelayRecordRow[] = [];
  let deadline = line.shipBy ?? Math.floor(line.placed) + UNSTATED_DAYS;
  for (let nth = 1; ; nth++) {
    const ended = line.endedOn === null ? Number.POSITIVE_INFINITY : Math.floor(line.endedOn);
    const sent = Math.max(deadline - AHEAD_DAYS + 0.7, line.placed + 0.3);
    if (ended <= deadline || sent >= 0) return rows;
    const revised = revisedDay(line, sent, deadline);
    const noticeId = `delay-${line.orderLineId}-${nth}`;
    const about = { order_line_id: line.orderLineId, source: 'demo' };
    rows.push({
      ...about,
      kind: 'notice_sent',
      at: days.at(sent),
      payload: {
        noticeId,
        textRef: noticeId,
        revisedShipBy: days.day(revised),
        reason: 'sold out; the delivery comes later than announced',
        offersCancel: true,
        answerIsFree: true,
        deliveries: [{ channel: 'email', result: 'delivered' }],
      },
    });
    const mustAnswer = nth > 1;
    const answered = sent + ANSWERED_AFTER;
    if ((mustAnswer || !line.isSilent) && answered < 0)
      rows.push({
        ...about,
        kind: 'answer',
        at: days.at(answered),
        payload: { noticeId, choice: 'consent', channel: 'email' },
      });
    deadline = revised;
  }
}

/** The supplier's newest date that lies far enough ahead, and the way from dock to carrier; else the usual delay. */
function revisedDay({ announced }: DelayedLine, sent: number, deadline: number): number {
  const newest = new Map<string, number>();
  for (const { poNumber, givenOn, promisedOn } of announced) if (givenOn < sent) newest.set(poNumber, promisedOn);
  const useful = [...newest.values()].map((day) => day + DOCK_TO_CARRIER_DAYS).filter((day) => day > deadline);
  return useful.length > 0 ? Math.min(...useful) : deadline + USUAL_DELAY_DAYS;
}
