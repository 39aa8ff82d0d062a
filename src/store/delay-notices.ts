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

export const DROPPED = ['shipped', 'cancelled', 'dates_moved', 'address_changed', 'too_late'] as const;
/** The warmest comes last. */
export const TONES = ['plain', 'apologetic', 'personal'] as const;
const ANSWERS = ['keep', 'cancel'] as const;

const NoticeRow = z.object({
  noticeId: z.string(),
  /** The first notice of the mail it goes in. */
  mailId: z.string(),
  recipient: z.string(),
  facts: NoticeFacts,
  tone: z.enum(TONES),
  offerId: z.uuid().nullable(),
  madeBy: z.string(),
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
  id as "noticeId", coalesce(mail_id, id) as "mailId", recipient, facts, tone, offer_id as "offerId", made_by as "madeBy", state, made_at as "madeAt", settled_at as "settledAt",
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

/** The notices that go in one mail, by the first of them, in the order in which it tells of them. */
export async function noticesInMail(sql: SqlOrTx, noticeId: string): Promise<NoticeRecord[]> {
  const rows = await sql`
    select ${columns(sql)} from delay_notices where id = ${noticeId} or mail_id = ${noticeId} order by order_number, id`;
  return rows.map((row) => NoticeRow.parse(row));
}

/** The Message-IDs of the mails with notices on some orders, oldest first, each once. */
export async function messageIdsOf(sql: SqlOrTx, numbers: readonly OrderNumber[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select message_id as id from delay_notices where order_number = any(${[...numbers]}) and message_id is not null
    group by message_id order by min(settled_at), message_id`;
  return rows.map(({ id }) => id);
}

/** Addresses of a customer at which the newest notice was refused. */
export async function refusingAddresses(sql: SqlOrTx, customerId: CustomerId): Promise<string[]> {
  const rows = await sql<{ recipient: string }[]>`
    select recipient from (
      select distinct on (n.recipient) n.recipient, n.state from delay_notices n join orders o on o.number = n.order_number
      where o.customer_id = ${customerId} and n.state in ('sent', 'bounced')
      order by n.recipient, n.settled_at desc, n.id desc
    ) newest where state = 'bounced'`;
  return rows.map(({ recipient }) => recipient);
}

export interface NewNotice {
  readonly noticeId: string;
  readonly facts: NoticeFacts;
  /** The supplier's promise it goes back to; null for none. */
  readonly cause: number | null;
  readonly plan: {
    readonly segment: string | null;
    readonly tone: NoticeRecord['tone'];
    readonly offerId: string | null;
  };
}

/** Keeps one customer's notices and puts the mail that tells of all of them into the outbox. Throws when one of an order is under way. */
export async function addNotices(
  tx: Tx,
  [first, ...others]: readonly [NewNotice, ...NewNotice[]],
  { customerId, recipient, madeBy, at }: { customerId: CustomerId; recipient: string; madeBy: string; at: Instant },
): Promise<void> {
  for (const { noticeId, facts, cause, plan } of [first, ...others])
    await tx`
      insert into delay_notices (id, order_number, recipient, facts, cause, segment, tone, offer_id, mail_id, made_by, made_at)
      values (${noticeId}, ${facts.orderNumber}, ${recipient}, ${tx.json(facts as never)}, ${cause}, ${plan.segment},
        ${plan.tone}, ${plan.offerId}, ${noticeId === first.noticeId ? null : first.noticeId}, ${madeBy}, ${at})`;
  await addToOutbox(tx, [
    {
      key: `email:${first.noticeId}`,
      channel: 'email',
      lane: `customer:${customerId}`,
      payload: { kind: 'delay_notice', noticeId: first.noticeId },
    },
  ]);
}

/** Leaves out of a notice what is not owed any more, before it goes. */
export async function narrowNotice(tx: Tx, noticeId: string, facts: NoticeFacts): Promise<void> {
  await tx`
    update delay_notices set facts = ${tx.json(facts as never)} where id = ${noticeId} and state = 'waiting'`;
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
  { noticeId, facts, toldAt }: { noticeId: string; facts: NoticeFacts; toldAt: Instant },
): Promise<void> {
  const told = facts.lines.flatMap(({ orderLineId, revisedShipBy }) =>
    revisedShipBy === null ? [] : [{ orderLineId, revisedShipBy }],
  );
  await tx`
    insert into promises (notice_id, customer_id, order_number, order_line_id, kind, said, basis, told_at)
    select ${noticeId}, o.customer_id, o.number, t."orderLineId", 'date',
      jsonb_build_object('fact', 'revisedShipBy', 'text', t."revisedShipBy", 'value', t."revisedShipBy"),
      jsonb_build_object('notice', ${noticeId}::text), ${toldAt}
    from jsonb_to_recordset(${tx.json(told as never)}) as t ("orderLineId" text, "revisedShipBy" text)
    join orders o on o.number = ${facts.orderNumber}`;
}
