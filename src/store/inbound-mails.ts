import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId, CustomerId, PurchaseOrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

/** A mail as it came in, with what its MIME says. Attachments are only named: their bytes stay in `raw`. */
export interface NewInboundMail {
  /** Its Message-ID, or a digest of all of it. */
  readonly externalId: string;
  readonly raw: Uint8Array;
  readonly sender: string | null;
  readonly recipients: readonly string[];
  readonly subject: string;
  /** The Date header as written. */
  readonly dated: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly attachments: readonly { readonly name: string | null; readonly type: string; readonly bytes: number }[];
  /** What the reply address it came to stands for. */
  readonly answers: { readonly kind: 'po' | 'notice'; readonly id: string } | null;
  /** The mails it answers by In-Reply-To and References, the nearest first. */
  readonly answersMessages: readonly string[];
  /** Of a bounce: the mail that came back. */
  readonly returnedMessageId: string | null;
}

/**
 * Stores a mail with the job that looks at it, in one statement, so that it can be acknowledged. A repetition changes
 * nothing.
 */
export async function storeInboundMail(sql: SqlOrTx, mail: NewInboundMail): Promise<'stored' | 'duplicate'> {
  const rows = await sql`
    with arrived as (
      insert into inbound_mails (external_id, raw, received_at, sender, recipients, subject, dated, text, headers,
        attachments, answers_kind, answers_id, answers_messages, returned_message_id)
      values (${mail.externalId}, ${mail.raw as never}, business_now(), ${mail.sender}, ${[...mail.recipients]},
        ${mail.subject}, ${mail.dated}, ${mail.text}, ${sql.json(mail.headers as never)},
        ${sql.json(mail.attachments as never)}, ${mail.answers?.kind ?? null}, ${mail.answers?.id ?? null},
        ${[...mail.answersMessages]}, ${mail.returnedMessageId})
      on conflict (external_id) do nothing returning id
    )
    select enqueue_job('inbound-mail', jsonb_build_object('mailId', id)) from arrived`;
  return rows.length > 0 ? 'stored' : 'duplicate';
}

export const MAIL_KINDS = ['supplier', 'notice_answer', 'customer', 'automatic', 'unknown'] as const;
export type InboundMailKind = (typeof MAIL_KINDS)[number];

const InboundMailRow = z.object({
  mailId: z.int(),
  receivedAt: Instant,
  sender: z.string().nullable(),
  recipients: z.array(z.string()),
  subject: z.string(),
  dated: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  attachments: z.array(z.object({ name: z.string().nullable(), type: z.string(), bytes: z.int() })),
  answersKind: z.enum(['po', 'notice']).nullable(),
  answersId: z.string().nullable(),
  answersMessages: z.array(z.string()),
  returnedMessageId: z.string().nullable(),
  kind: z.enum(MAIL_KINDS).nullable(),
  because: z.string().nullable(),
  poNumber: PurchaseOrderNumber.nullable(),
  noticeId: z.string().nullable(),
  customerId: CustomerId.nullable(),
  conversationId: ConversationId.nullable(),
});
export type InboundMail = z.infer<typeof InboundMailRow>;

const columns = (sql: SqlOrTx) => sql`
  id as "mailId", received_at as "receivedAt", sender, recipients, subject, dated, text, headers, attachments,
  answers_kind as "answersKind", answers_id as "answersId", answers_messages as "answersMessages",
  returned_message_id as "returnedMessageId", kind, because, po_number as "poNumber", notice_id as "noticeId",
  customer_id as "customerId", conversation_id as "conversationId"`;

export async function findInboundMail(sql: SqlOrTx, mailId: number): Promise<InboundMail | null> {
  const [row] = await sql`select ${columns(sql)} from inbound_mails where id = ${mailId}`;
  return row ? InboundMailRow.parse(row) : null;
}

/** The mails about a purchase order, oldest first. */
export async function mailsAbout(sql: SqlOrTx, poNumber: PurchaseOrderNumber): Promise<InboundMail[]> {
  const rows = await sql`select ${columns(sql)} from inbound_mails where po_number = ${poNumber} order by id`;
  return rows.map((row) => InboundMailRow.parse(row));
}

/** What a mail turned out to be. */
export interface Sorted {
  readonly kind: InboundMailKind;
  readonly because: string;
  readonly poNumber?: PurchaseOrderNumber | null;
  readonly noticeId?: string | null;
  readonly customerId?: CustomerId | null;
}

/** Keeps what a mail is, once. */
export async function keepSorted(tx: Tx, mailId: number, sorted: Sorted): Promise<void> {
  await tx`
    update inbound_mails set kind = ${sorted.kind}, because = ${sorted.because}, po_number = ${sorted.poNumber ?? null},
      notice_id = ${sorted.noticeId ?? null}, customer_id = ${sorted.customerId ?? null}, sorted_at = business_now()
    where id = ${mailId} and kind is null`;
}
