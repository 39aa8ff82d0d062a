import { z } from 'zod';
import type { ShopPolicy } from '../../../knowledge/shop-policy.js';
import { checkDelayMail } from '../../../tools/check-delay-mail.js';
import type { Door } from '../../../tools/door.js';
import { settleDelayMail } from '../../../tools/settle-delay-mail.js';
import { wordCancellation, wordReminder } from '../../../tools/word-delay-mail.js';
import type { AnswerLinks } from '../answer-links.js';
import { defineMailKind, type KnownMailKind, MAILER } from '../mail-kind.js';
import type { ReplyAddresses } from '../reply-address.js';

/** What follows a delay notice: a reminder before silence cancels, and word of a cancellation by the rule. */
export const delayMail = ({
  door,
  links,
  replies,
  policy,
}: {
  door: Door;
  links: AnswerLinks;
  replies: ReplyAddresses;
  policy: Pick<ShopPolicy, 'name' | 'assistantName'>;
}): KnownMailKind =>
  defineMailKind({
    name: 'delay_mail',
    payload: z.object({ kind: z.literal('delay_mail'), mailId: z.string() }),
    async compose({ mailId }) {
      const checked = await door.call(checkDelayMail, { mailId }, MAILER);
      if (checked.kind !== 'reminder' && checked.kind !== 'cancellation') return null;
      const scene = { todayOn: checked.todayOn, shopName: policy.name, assistantName: policy.assistantName };
      const { noticeId } = checked.kind === 'reminder' ? checked.facts : { noticeId: mailId };
      const words =
        checked.kind === 'reminder'
          ? wordReminder(checked.facts, links.linksOf(noticeId), scene)
          : wordCancellation(checked.facts, scene);
      return {
        ...words,
        to: checked.recipient,
        references: checked.earlierMessageIds,
        replyTo: replies.of({ kind: 'notice', id: noticeId }),
      };
    },
    async settle({ mailId }, result, { messageId, subject, text }) {
      await door.call(settleDelayMail, { mailId, result, messageId, subject, body: text }, MAILER);
    },
  });
