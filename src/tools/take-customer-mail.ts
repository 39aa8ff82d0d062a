import { z } from 'zod';
import { readCombinedReply } from '../language/read-combined-reply.js';
import { headerOf } from '../language/supplier-mail/automatic-mail.js';
import { findNotice, noticesInMail } from '../store/delay-notices.js';
import { showThread } from '../store/hand-off-entries.js';
import { openHandOff } from '../store/hand-offs.js';
import { findInboundMail, type InboundMail } from '../store/inbound-mails.js';
import { keepMailWords, openMailConversation } from '../store/mail-conversations.js';
import { answerDelayNotice } from './answer-delay-notice.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { handOffRules } from './escalation-facts.js';
import { isFromSupplier } from './is-from-supplier.js';
import { ownWords } from './own-words.js';
import { tellShopper } from './tell-shopper.js';
import { inTransaction } from './transaction.js';

/** What became of an answer that somebody has to look at all the same. */
const FOR_A_PERSON: ReadonlySet<string> = new Set(['over', 'not_found', 'answered', 'cancel_needs_person']);

/** As much of a mail as goes into the conversation; all of it is kept. */
const LONGEST_WORDS = 2_000;

/**
 * Takes a customer's mail. A sure yes or no to a delay notice, from the address that notice went to, is their answer to it;
 * where its mail told of several orders, for the one it names, or for all where it says so.
 * Anything else is for a person: it opens a conversation with the mail's words, and the customer is told once that
 * somebody reads it.
 */
export const takeCustomerMail = defineTool({
  name: 'take_customer_mail',
  effect: 'record',
  audience: ['system'],
  description: 'Take a customer’s mail: their answer to a delay notice, or words for a person.',
  input: z.object({ mailId: z.int() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('answered'), choice: z.enum(['keep', 'cancel']) }),
    z.object({ kind: z.literal('for_a_person'), isNew: z.boolean() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ mailId }, context) {
    const mail = await findInboundMail(inTransaction(context), mailId);
    if (mail?.kind !== 'notice_answer' && mail?.kind !== 'customer') return { kind: 'not_found' as const };
    const words = ownWords(mail) || mail.subject.trim();
    const sure = await sureAnswer(mail, words, context);
    if (sure) {
      const { choice, noticeIds } = sure;
      let isAllDone = true;
      for (const noticeId of noticeIds) {
        const done = await answerDelayNotice.run({ noticeId, choice, by: 'mail' }, context);
        isAllDone &&= !FOR_A_PERSON.has(done.kind);
      }
      if (isAllDone) return { kind: 'answered' as const, choice };
    }
    return { kind: 'for_a_person' as const, isNew: await giveToPerson(mail, words, context) };
  },
});

interface SureAnswer {
  readonly choice: 'keep' | 'cancel';
  readonly noticeIds: readonly string[];
}

/** The answer a mail surely gives, to which of the notices that stood in one mail; it comes from where that went. */
async function sureAnswer(mail: InboundMail, words: string, context: ToolContext): Promise<SureAnswer | null> {
  const tx = inTransaction(context);
  const notice = mail.noticeId === null ? null : await findNotice(tx, mail.noticeId);
  if (!notice) return null;
  const isTheirs = isFromSupplier(headerOf(mail.headers, 'from'), mail.headers, notice.recipient);
  const together = await noticesInMail(tx, notice.mailId);
  const numbers = [...new Set(together.map(({ facts }) => facts.orderNumber))];
  const reply = isTheirs ? readCombinedReply(words, notice.facts.customerName, numbers) : null;
  if (!reply) return null;
  const meant = together.filter(({ facts }) => reply.orderNumbers.includes(facts.orderNumber));
  return { choice: reply.choice, noticeIds: meant.map(({ noticeId }) => noticeId) };
}

/** Opens the conversation by mail, or goes on with it. Whether the customer is told now that somebody reads it. */
async function giveToPerson(mail: InboundMail, words: string, context: ToolContext): Promise<boolean> {
  const tx = inTransaction(context);
  const { mailId, noticeId, customerId, sender, subject } = mail;
  const conversationId = await openMailConversation(tx, noticeId ?? `customer ${customerId ?? sender ?? mailId}`);
  if (!(await keepMailWords(tx, mailId, conversationId, words.slice(0, LONGEST_WORDS)))) return false;
  const reason = 'beyond_assistant';
  const fired = await handOffRules({ conversationId, customerId, reason }, context);
  const from = customerId === null ? 'an address that is not on file' : 'their address on file';
  const text = `By e-mail, from ${from}${noticeId === null ? '' : ', about a delay notice'}: ${subject}`.slice(0, 500);
  const isNew = await openHandOff(
    tx,
    {
      conversationId,
      reason,
      urgency: fired.priority === 'urgent' ? 'high' : 'normal',
      summary: { text, customerId },
      askedAt: context.now,
    },
    fired,
  );
  if (isNew) await tellShopper(tx, conversationId, { template: 'mail-taken', personName: null });
  await showThread(tx, conversationId);
  return isNew;
}
