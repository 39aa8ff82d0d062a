import { z } from 'zod';
import type { Log } from '../../../conversation/log.js';
import { checkCustomerMessage } from '../../../tools/check-customer-message.js';
import type { Door } from '../../../tools/door.js';
import { settleCustomerMessage } from '../../../tools/settle-customer-message.js';
import { defineMailKind, type KnownMailKind, MAILER } from '../mail-kind.js';
import type { ReplyAddresses } from '../reply-address.js';
import type { StopLinks } from '../stop-links.js';

/** What a customer is told without having asked. It is looked at once more as it goes, and its exact words are kept. */
export const customerMessageMail = ({
  door,
  stopLinks,
  replies,
  log,
}: {
  door: Door;
  stopLinks: StopLinks;
  replies: ReplyAddresses;
  log: Log;
}): KnownMailKind =>
  defineMailKind({
    name: 'customer_message',
    payload: z.object({ kind: z.literal('customer_message'), messageId: z.string() }),
    async compose({ messageId }) {
      const stopLink = stopLinks.of(messageId);
      const checked = await door.call(checkCustomerMessage, { messageId, stopLink }, MAILER);
      if (checked.kind === 'denied') throw new Error('The mailer may not check a message to a customer');
      if (checked.kind === 'dropped')
        log.info({ message: messageId, because: checked.because }, 'a mail was not sent: things have changed');
      if (checked.kind !== 'send') return null;
      return {
        ...checked.words,
        to: checked.recipient,
        references: checked.earlierMessageIds,
        replyTo: replies.of({ kind: 'notice', id: messageId }),
        ...(checked.mayStop && {
          headers: { 'List-Unsubscribe': `<${stopLink}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
        }),
      };
    },
    async settle({ messageId }, result, { messageId: mailId, subject, text }) {
      await door.call(settleCustomerMessage, { messageId, result, mailId, subject, body: text }, MAILER);
    },
  });
