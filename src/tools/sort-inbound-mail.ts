import { z } from 'zod';
import { automaticKind, headerOf } from '../language/supplier-mail/automatic-mail.js';
import { newestAnswer } from '../language/supplier-mail/newest-answer.js';
import { findOrderMentions } from '../language/supplier-mail/order-mentions.js';
import type { Tx } from '../store/connect.js';
import { findInboundMail, type InboundMail, keepSorted, MAIL_KINDS, type Sorted } from '../store/inbound-mails.js';
import {
  customerWriting,
  noticeNamed,
  noticeOfMessages,
  purchaseOrderNamed,
  suppliersWriting,
} from '../store/mail-threads.js';
import { supplierMailOfMessages } from '../store/supplier-mails.js';
import { defineTool } from './define-tool.js';
import { RETURNED, takeReturnedMail } from './take-returned-mail.js';
import { inTransaction } from './transaction.js';

/**
 * Finds out what a mail that came in is, once: by the address it came to, then by the mails it answers, then by who
 * wrote. What a machine sent is only kept, whoever it seems to be from; a mail of ours that came back with it counts as
 * bounced.
 */
export const sortInboundMail = defineTool({
  name: 'sort_inbound_mail',
  effect: 'record',
  audience: ['system'],
  description: 'Find out what a mail that came in is about and who wrote it.',
  input: z.object({ mailId: z.int() }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('sorted'),
      mailKind: z.enum(MAIL_KINDS),
      /** The mail of ours that came back with it. */
      returned: z.enum(RETURNED).nullable(),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ mailId }, context) {
    const tx = inTransaction(context);
    const mail = await findInboundMail(tx, mailId);
    if (!mail) return { kind: 'not_found' as const };
    if (mail.kind !== null) return { kind: 'sorted' as const, mailKind: mail.kind, returned: null };
    const thread = await threadOf(tx, mail);
    const automatic = automaticOf(mail);
    const sorted: Sorted = automatic
      ? { ...thread, kind: 'automatic', because: automatic }
      : await whoWrote(tx, mail, thread);
    await keepSorted(tx, mailId, sorted);
    const cameBack = automatic === 'bounce' ? mail.returnedMessageId : null;
    const returned = cameBack === null ? null : await takeReturnedMail(cameBack, context);
    return { kind: 'sorted' as const, mailKind: sorted.kind, returned };
  },
});

type Thread = Pick<Sorted, 'poNumber' | 'noticeId'> & { readonly by: string };

/** What a mail is an answer to: its reply address counts most, then the nearest mail it answers. */
async function threadOf(tx: Tx, mail: InboundMail): Promise<Thread | null> {
  const { answersKind, answersId, answersMessages } = mail;
  if (answersKind === 'po' && answersId !== null) {
    const poNumber = await purchaseOrderNamed(tx, answersId);
    if (poNumber) return { poNumber, by: 'reply address' };
  }
  if (answersKind === 'notice' && answersId !== null) {
    const noticeId = await noticeNamed(tx, answersId);
    if (noticeId) return { noticeId, by: 'reply address' };
  }
  const noticeId = await noticeOfMessages(tx, answersMessages);
  if (noticeId) return { noticeId, by: 'the mail it answers' };
  const asked = await supplierMailOfMessages(tx, answersMessages);
  return asked?.poNumber ? { poNumber: asked.poNumber, by: 'the mail it answers' } : null;
}

/** Whether a machine sent it (RFC 3834 and its like), and which kind of mail that makes. */
function automaticOf({ headers, subject, text }: InboundMail): string | null {
  const words = newestAnswer(subject, text, () => false).visible.trim();
  const kind = automaticKind({ from: headerOf(headers, 'from'), subject, headers, words });
  if (kind) return kind;
  const isBulk = /\b(?:bulk|junk|list)\b/i.test(headerOf(headers, 'precedence')) || headerOf(headers, 'list-id') !== '';
  return isBulk ? 'bulk' : null;
}

async function whoWrote(tx: Tx, mail: InboundMail, thread: Thread | null): Promise<Sorted> {
  const { sender } = mail;
  if (thread?.poNumber) return { ...thread, kind: 'supplier', because: thread.by };
  const customerId = sender === null ? null : await customerWriting(tx, sender);
  if (thread?.noticeId) return { ...thread, kind: 'notice_answer', because: thread.by, customerId };
  const suppliers = sender === null ? [] : await suppliersWriting(tx, sender);
  if (suppliers.length > 0) {
    const said = `${mail.subject}\n${mail.text}`;
    const named = suppliers
      .flatMap(({ openOrders }) => openOrders)
      .filter((number) => findOrderMentions(said, number).some(({ isOurs }) => isOurs));
    const [only, another] = named;
    return only !== undefined && another === undefined
      ? { kind: 'supplier', because: 'the order it names', poNumber: only }
      : { kind: 'supplier', because: named.length > 0 ? 'names several orders' : 'names no order' };
  }
  return customerId
    ? { kind: 'customer', because: 'the sender', customerId }
    : { kind: 'unknown', because: sender === null ? 'no single sender' : 'an unknown sender' };
}
