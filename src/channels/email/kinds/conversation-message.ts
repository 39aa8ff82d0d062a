import { z } from 'zod';
import { ConversationId } from '../../../domain/kernel/ids.js';
import type { Door } from '../../../tools/door.js';
import { findMailToAnswer } from '../../../tools/find-mail-to-answer.js';
import { mailFromText } from '../../../wording/mail.js';
import { defineMailKind, type KnownMailKind, MAILER } from '../mail-kind.js';
import type { ReplyAddresses } from '../reply-address.js';

/** What is said in a conversation by mail, by the desk or a person: an answer to its newest mail, in the same thread. */
export const conversationMessage = ({
  door,
  replies,
  from,
}: {
  door: Door;
  replies: ReplyAddresses;
  /** The sender, as in MAIL_FROM. */
  from: string;
}): KnownMailKind =>
  defineMailKind({
    name: 'conversation_message',
    payload: z.object({ conversationId: ConversationId, seq: z.int(), text: z.string().min(1) }),
    async compose({ conversationId, seq, text }) {
      const found = await door.call(findMailToAnswer, { conversationId, seq }, MAILER);
      if (found.kind !== 'found') return null;
      const subject = /^re:/i.test(found.subject) ? found.subject : `Re: ${found.subject}`;
      return {
        ...mailFromText(subject, text),
        to: found.recipient,
        references: found.references,
        replyTo: found.noticeId === null ? from : replies.of({ kind: 'notice', id: found.noticeId }),
      };
    },
    // the transcript has the words, and the outbox whether they went out
    async settle() {},
  });
