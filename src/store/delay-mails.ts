import { z } from 'zod';
import { Instant, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import type { SqlOrTx, Tx } from './connect.js';
import { type MailWords, NoticeLine } from './delay-notices.js';
import { addToOutbox } from './outbox.js';

const about = { orderNumber: OrderNumber, customerName: z.string(), refundMethod: z.string() };

/** Without an answer by a day, these lines of a notice are cancelled. */
export const ReminderFacts = z.object({
  ...about,
  noticeId: z.string(),
  lines: z.array(NoticeLine).min(1),
  answerBy: LocalDate,
});
export type ReminderFacts = z.infer<typeof ReminderFacts>;

/** What was cancelled by the rule, and what goes back. */
export const CancellationFacts = z.object({
  ...about,
  items: z.array(z.object({ orderLineId: OrderLineId, lineName: z.string(), quantity: z.int() })).min(1),
  refundAmount: Money,
  refundBy: LocalDate,
  /** Nobody said yes in time; or no notice was given that counts. */
  because: z.enum(['not_answered', 'not_told']),
  /** The shop's own system was asked; its receipt is still to come. */
  isRequested: z.boolean(),
});
export type CancellationFacts = z.infer<typeof CancellationFacts>;

const Told = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reminder'), facts: ReminderFacts }),
  z.object({ kind: z.literal('cancellation'), facts: CancellationFacts }),
]);
type Told = z.infer<typeof Told>;

const Row = z.object({
  mailId: z.string(),
  recipient: z.string(),
  state: z.enum(['waiting', 'sent', 'bounced', 'dropped']),
  madeAt: Instant,
});
export type DelayMailRecord = z.infer<typeof Row> & Told;

export async function findDelayMail(sql: SqlOrTx, mailId: string): Promise<DelayMailRecord | null> {
  const [row] = await sql`
    select id as "mailId", kind, facts, recipient, state, made_at as "madeAt" from delay_mails where id = ${mailId}`;
  return row ? { ...Row.parse(row), ...Told.parse(row) } : null;
}

/** Keeps a mail and puts it into the outbox. False when it was put in before. */
export async function addDelayMail(
  tx: Tx,
  {
    mailId,
    recipient,
    daysBefore,
    at,
    ...told
  }: Told & {
    readonly mailId: string;
    readonly recipient: string;
    readonly daysBefore: number | null;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { kind, facts } = told;
  const noticeId = told.kind === 'reminder' ? told.facts.noticeId : null;
  const added = await tx`
    insert into delay_mails (id, kind, order_number, notice_id, days_before, recipient, facts, made_at)
    values (${mailId}, ${kind}, ${facts.orderNumber}, ${noticeId}, ${daysBefore}, ${recipient}, ${tx.json(facts as never)}, ${at})
    on conflict do nothing`;
  if (added.count === 0) return false;
  await addToOutbox(tx, [
    {
      key: `email:${mailId}`,
      channel: 'email',
      lane: `order:${facts.orderNumber}`,
      payload: { kind: 'delay_mail', mailId },
    },
  ]);
  return true;
}

/** How many days before the last one a notice was reminded of, the fewest; null where it was not. */
export async function lastReminder(sql: SqlOrTx, noticeId: string): Promise<number | null> {
  const [row] = await sql`select min(days_before) as days from delay_mails where notice_id = ${noticeId}`;
  return z.object({ days: z.int().nullable() }).parse(row).days;
}

export async function settleDelayMail(
  tx: Tx,
  mailId: string,
  outcome: ({ readonly state: 'sent' | 'bounced' } & MailWords) | { readonly state: 'dropped' },
  at: Instant,
): Promise<void> {
  const words = outcome.state === 'dropped' ? null : outcome;
  await tx`
    update delay_mails set state = ${outcome.state}, settled_at = ${at}, message_id = ${words?.messageId ?? null},
      subject = ${words?.subject ?? null}, body = ${words?.body ?? null}
    where id = ${mailId} and state = 'waiting'`;
}
