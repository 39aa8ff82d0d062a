import { z } from 'zod';
import { Instant, LocalDate } from '../domain/kernel/dates.js';
import { type CustomerId, OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';
import { addToOutbox } from './outbox.js';

/** What a notice tells of one line. Days are days where the parcel goes. */
export const NoticeLine = z.object({
  orderLineId: OrderLineId,
  lineName: z.string(),
  quantity: z.int(),
  /** The day that cannot be kept: the shipping time's last, or the one an earlier notice gave. */
  shipByBefore: LocalDate,
  /** The new day; null where nobody can give one with good reason. */
  revisedShipBy: LocalDate.nullable(),
  /** False: silence cancels the line at the end of `answerBy`. */
  silenceMeansConsent: z.boolean(),
  answerBy: LocalDate,
  /** The date slips that an earlier notice gave. */
  isRenewed: z.boolean(),
});
export type NoticeLine = z.infer<typeof NoticeLine>;

/** All that one notice tells: one for a customer's order, never one for each line. */
export const NoticeFacts = z.object({
  orderNumber: OrderNumber,
  customerName: z.string(),
  refundMethod: z.string(),
  lines: z.array(NoticeLine).min(1),
  /** The last day on which the law lets it be sent. */
  sendBy: LocalDate,
});
export type NoticeFacts = z.infer<typeof NoticeFacts>;

export const DROPPED = ['shipped', 'cancelled', 'dates_moved', 'address_changed'] as const;
const ANSWERS = ['keep', 'cancel'] as const;

const NoticeRow = z.object({
  noticeId: z.string(),
  recipient: z.string(),
  facts: NoticeFacts,
  state: z.enum(['waiting', 'sent', 'bounced', 'dropped']),
  madeAt: Instant,
  settledAt: Instant.nullable(),
  droppedBecause: z.enum(DROPPED).nullable(),
  messageId: z.string().nullable(),
  answer: z.enum(ANSWERS).nullable(),
  answeredAt: Instant.nullable(),
});
export type NoticeRecord = z.infer<typeof NoticeRow>;

const columns = (sql: SqlOrTx) => sql`
  id as "noticeId", recipient, facts, state, made_at as "madeAt", settled_at as "settledAt",
  dropped_because as "droppedBecause", message_id as "messageId", answer, answered_at as "answeredAt"`;

export async function findNotice(sql: SqlOrTx, noticeId: string): Promise<NoticeRecord | null> {
  const [row] = await sql`select ${columns(sql)} from delay_notices where id = ${noticeId}`;
  return row ? NoticeRow.parse(row) : null;
}

/** The notices of an order, oldest first. */
export async function noticesOf(sql: SqlOrTx, number: OrderNumber): Promise<NoticeRecord[]> {
  const rows = await sql`
    select ${columns(sql)} from delay_notices where order_number = ${number} order by made_at, id`;
  return rows.map((row) => NoticeRow.parse(row));
}

export interface NewNotice {
  readonly noticeId: string;
  readonly recipient: string;
  readonly facts: NoticeFacts;
  readonly madeBy: string;
  /** The supplier's promise it goes back to; null for none. */
  readonly cause: number | null;
  readonly at: Instant;
}

/** Keeps a notice and puts its mail into the outbox. Throws when one of the order is under way. */
export async function addNotice(tx: Tx, { noticeId, recipient, facts, madeBy, cause, at }: NewNotice): Promise<void> {
  await tx`
    insert into delay_notices (id, order_number, recipient, facts, made_by, cause, made_at)
    values (${noticeId}, ${facts.orderNumber}, ${recipient}, ${tx.json(facts as never)}, ${madeBy}, ${cause}, ${at})`;
  await addToOutbox(tx, [
    {
      key: `email:${noticeId}`,
      channel: 'email',
      lane: `order:${facts.orderNumber}`,
      payload: { kind: 'delay_notice', noticeId },
    },
  ]);
}

/** What went out, word for word. */
export interface MailWords {
  readonly messageId: string;
  readonly subject: string;
  readonly body: string;
}

export async function settleNotice(
  tx: Tx,
  noticeId: string,
  outcome:
    | ({ readonly state: 'sent' | 'bounced' } & MailWords)
    | { readonly state: 'dropped'; readonly because: (typeof DROPPED)[number] },
  at: Instant,
): Promise<void> {
  const words = outcome.state === 'dropped' ? null : outcome;
  await tx`
    update delay_notices set state = ${outcome.state}, settled_at = ${at},
      dropped_because = ${outcome.state === 'dropped' ? outcome.because : null},
      message_id = ${words?.messageId ?? null}, subject = ${words?.subject ?? null}, body = ${words?.body ?? null}
    where id = ${noticeId} and state = 'waiting'`;
}

/** A notice that was sent came back. */
export async function bounceSentNotice(tx: Tx, noticeId: string): Promise<void> {
  await tx`update delay_notices set state = 'bounced' where id = ${noticeId} and state = 'sent'`;
}

/** Keeps the one answer that its links allow. */
export async function answerNotice(
  tx: Tx,
  noticeId: string,
  answer: (typeof ANSWERS)[number],
  at: Instant,
): Promise<void> {
  await tx`
    update delay_notices set answer = ${answer}, answered_at = ${at} where id = ${noticeId} and answer is null`;
}

/** Keeps the dates a notice told in the promise ledger, each on what it rests on. */
export async function keepToldByNotice(
  tx: Tx,
  {
    noticeId,
    facts,
    customerId,
    toldAt,
  }: { noticeId: string; facts: NoticeFacts; customerId: CustomerId; toldAt: Instant },
): Promise<void> {
  const told = facts.lines.flatMap(({ orderLineId, revisedShipBy }) =>
    revisedShipBy === null ? [] : [{ orderLineId, revisedShipBy }],
  );
  await tx`
    insert into promises (notice_id, customer_id, order_number, order_line_id, kind, said, basis, told_at)
    select ${noticeId}, ${customerId}, ${facts.orderNumber}, t."orderLineId", 'date',
      jsonb_build_object('fact', 'revisedShipBy', 'text', t."revisedShipBy", 'value', t."revisedShipBy"),
      jsonb_build_object('notice', ${noticeId}::text), ${toldAt}
    from jsonb_to_recordset(${tx.json(told as never)}) as t ("orderLineId" text, "revisedShipBy" text)`;
}
