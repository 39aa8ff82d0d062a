import { z } from 'zod';
import type { Log } from '../../../conversation/log.js';
import { checkSupplierMail } from '../../../tools/check-supplier-mail.js';
import type { Door } from '../../../tools/door.js';
import { settleSupplierMail } from '../../../tools/settle-supplier-mail.js';
import { addressOf } from '../address-of.js';
import { defineMailKind, type KnownMailKind, MAILER } from '../mail-kind.js';
import type { ReplyAddresses } from '../reply-address.js';

/** A mail to a supplier, worded when it was made. Answers about an order come back to the order's own address. */
export const supplierMail = ({
  door,
  replies,
  from,
  log,
}: {
  door: Door;
  replies: ReplyAddresses;
  /** The sender, as in MAIL_FROM. */
  from: string;
  log: Log;
}): KnownMailKind =>
  defineMailKind({
    name: 'supplier_mail',
    payload: z.object({ kind: z.literal('supplier_mail'), mailId: z.string() }),
    async compose({ mailId }) {
      const checked = await door.call(checkSupplierMail, { mailId }, MAILER);
      if (checked.kind === 'denied') throw new Error('The mailer may not check a mail to a supplier');
      if (checked.kind === 'dropped')
        log.info({ mail: mailId, because: checked.because }, 'a supplier was not asked: things have changed');
      if (checked.kind !== 'send') return null;
      const { poNumber, recipient, subject, text, html, attachment, earlierMessageIds } = checked;
      return {
        subject,
        text,
        html,
        to: recipient,
        references: earlierMessageIds,
        replyTo: poNumber === null ? addressOf(from) : replies.of({ kind: 'po', id: poNumber }),
        ...(attachment && { attachments: [attachment] }),
      };
    },
    async settle({ mailId }, result, { messageId }) {
      await door.call(settleSupplierMail, { mailId, result, messageId }, MAILER);
    },
  });
