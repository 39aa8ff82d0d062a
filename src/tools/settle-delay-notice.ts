import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CustomerId } from '../domain/kernel/ids.js';
import { keepToldByNotice, type MailWords, type NoticeRecord, settleNotice } from '../store/delay-notices.js';
import { addDelayRecord } from '../store/delay-records.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { holdNoticesInMail } from './hold-notices.js';
import { type MailResult, SentMail, Settled, stateAfter } from './mail-outcome.js';
import { tellBeside } from './tell-beside.js';
import { tellSender } from './tell-sender.js';
import { inTransaction } from './transaction.js';

/**
 * Keeps what became of a mail with notices: the exact words, and for each line of each notice the evidence that 435.2(d) asks for. One that the
 * mail server refused is on record as bounced and counts as none, so that the duty stays.
 */
export const settleDelayNotice = defineTool({
  name: 'settle_delay_notice',
  effect: 'record',
  audience: ['system'],
  description: 'Record that a mail with delay notices was accepted for delivery, or refused, with its exact words.',
  input: z.object({
    /** The first notice of the mail. */
    noticeId: z.string(),
    ...SentMail,
  }),
  output: Settled,
  // the words hold links that nobody but the customer may press
  audited: ({ noticeId, result, messageId }) => ({ noticeId, result, messageId }),
  authorize: () => true,
  async run({ noticeId: mailId, result, ...words }, context) {
    const held = await holdNoticesInMail(mailId, context);
    const waiting = held.filter(({ notice }) => notice.state === 'waiting');
    const [first] = waiting;
    if (!first) return { kind: 'over' as const };
    const notices = waiting.map(({ notice }) => notice);
    for (const notice of notices) await settle(notice, { result, ...words }, context);
    if (result === 'bounced') for (const notice of notices) await tellSender(notice, 'bounced', context);
    else await tellBesideNotices(notices, mailId, first.order.customerId, context);
    return { kind: 'settled' as const };
  },
});

/** Keeps one order's notice with, for each of its lines, the evidence. */
async function settle(
  { noticeId, facts }: NoticeRecord,
  { result, ...words }: MailWords & { readonly result: MailResult },
  context: ToolContext,
): Promise<void> {
  const tx = inTransaction(context);
  const at = context.now;
  await settleNotice(tx, noticeId, { state: stateAfter(result), ...words }, at);
  for (const { orderLineId, revisedShipBy } of facts.lines)
    await addDelayRecord(tx, {
      kind: 'notice_sent',
      noticeId,
      // the record cannot be changed, so neither can the words unseen
      textRef: `delay_notices ${noticeId} sha256:${sha256(words.body)}`,
      revisedShipBy,
      reason: revisedShipBy === null ? 'out of stock, no confirmed delivery' : 'out of stock, later delivery',
      offersCancel: true,
      answerIsFree: true,
      deliveries: [{ channel: 'email', result }],
      orderLineId,
      at,
      source: 'email',
    });
  if (result === 'accepted') await keepToldByNotice(tx, { noticeId, facts, toldAt: at });
}

/** A short word beside the mail, in a chat or by text. */
async function tellBesideNotices(
  notices: readonly NoticeRecord[],
  mailId: string,
  customerId: CustomerId,
  context: ToolContext,
): Promise<void> {
  const lines = notices.flatMap(({ facts }) => facts.lines);
  const mustAnswer = lines.filter(({ silenceMeansConsent }) => !silenceMeansConsent).map(({ answerBy }) => answerBy);
  await tellBeside(inTransaction(context), {
    kind: 'notice',
    customerId,
    orderNumbers: notices.map(({ facts }) => facts.orderNumber),
    noticeId: mailId,
    lines,
    answerBy: mustAnswer.sort()[0] ?? null,
  });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
