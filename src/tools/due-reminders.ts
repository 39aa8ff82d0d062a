import { dateIn, daysBetween, type LocalDate } from '../domain/kernel/dates.js';
import { canStillLeave } from '../domain/orders/line-state.js';
import { lastReminder, type ReminderFacts } from '../store/delay-mails.js';
import { findNotice } from '../store/delay-notices.js';
import type { ToolContext } from './define-tool.js';
import type { OrderUnderRule } from './orders-under-rule.js';

export interface DueReminder {
  /** Of the days in the policy, the one it is for. */
  readonly daysBefore: number;
  readonly recipient: string;
  readonly facts: ReminderFacts;
}

/**
 * The reminders due on an order now, one for a notice: its answer is awaited, silence cancels, and a day of the policy has
 * come for which none was sent. A day that went by unseen is not made up for once a later one has come.
 */
export async function dueReminders(
  { order, lines, standing }: OrderUnderRule,
  { sql, now, rules }: Pick<ToolContext, 'sql' | 'now' | 'rules'>,
): Promise<DueReminder[]> {
  const today = dateIn(order.shipToZone, now);
  const asking = standing.lines.filter(
    ({ awaitsAnswer, option, lapse }) => awaitsAnswer && option?.silence === 'cancel' && lapse !== null,
  );
  const due: DueReminder[] = [];
  for (const noticeId of new Set(asking.flatMap(({ option }) => option?.noticeId ?? []))) {
    const own = asking.filter(({ option }) => option?.noticeId === noticeId);
    const answerBy = own.flatMap(({ lapse }) => lapse?.endOf ?? []).sort()[0];
    const givenOn = own[0]?.option?.givenOn;
    const notice = await findNotice(sql, noticeId);
    if (!answerBy || !givenOn || notice?.state !== 'sent' || notice.answer !== null) continue;
    const daysBefore = reminderDay(rules.notices.reminders, { today, givenOn, answerBy });
    const last = await lastReminder(sql, noticeId);
    if (daysBefore === null || (last !== null && last <= daysBefore)) continue;
    const told = notice.facts.lines.filter(({ orderLineId }) =>
      own.some((one) => one.orderLineId === orderLineId && one.lapse?.endOf === answerBy),
    );
    const waiting = told.filter(({ orderLineId }) =>
      lines.some(({ id, state }) => id === orderLineId && canStillLeave(state)),
    );
    if (waiting.length === 0) continue;
    const { orderNumber, customerName, refundMethod } = notice.facts;
    const facts = { orderNumber, customerName, refundMethod, noticeId, lines: waiting, answerBy };
    due.push({ daysBefore, recipient: notice.recipient, facts });
  }
  return due;
}

/** The day of the policy that counts today: the nearest to the last day that has come, if the notice was given before it. */
export function reminderDay(
  days: readonly number[],
  {
    today,
    givenOn,
    answerBy,
  }: { readonly today: LocalDate; readonly givenOn: LocalDate; readonly answerBy: LocalDate },
): number | null {
  const left = daysBetween(today, answerBy);
  if (left < 0) return null;
  const come = days.filter((day) => day >= left && day < daysBetween(givenOn, answerBy));
  return come.length === 0 ? null : Math.min(...come);
}
