import { z } from 'zod';
import { ConversationId } from '../domain/kernel/ids.js';
import { mailToAnswer } from '../store/mail-conversations.js';
import { defineTool } from './define-tool.js';

/** Where an answer in a conversation by mail goes, and which mail it answers. */
export const findMailToAnswer = defineTool({
  name: 'find_mail_to_answer',
  effect: 'read',
  audience: ['system'],
  description: 'Find the mail that an answer in a conversation by mail goes to.',
  input: z.object({ conversationId: ConversationId, seq: z.int() }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      recipient: z.string(),
      subject: z.string(),
      /** The mails before it, the nearest last. */
      references: z.array(z.string()),
      noticeId: z.string().nullable(),
    }),
    /** Who leads the conversation now is news of a chat, where everybody is there at once; nobody mails it. */
    z.object({ kind: z.literal('not_mailed') }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ conversationId, seq }, { sql }) {
    const found = await mailToAnswer(sql, conversationId, seq);
    if (!found) return { kind: 'not_found' as const };
    if (found.template?.startsWith('hand-off/')) return { kind: 'not_mailed' as const };
    const { recipient, subject, messageId, answersMessages, noticeId } = found;
    const references = [...answersMessages.toReversed(), ...(messageId.startsWith('<') ? [messageId] : [])];
    return { kind: 'found' as const, recipient, subject, references, noticeId };
  },
});
