import { z } from 'zod';
import type { Log } from '../../../conversation/log.js';
import type { ShopPolicy } from '../../../knowledge/shop-policy.js';
import { checkDelayNotice } from '../../../tools/check-delay-notice.js';
import type { Door } from '../../../tools/door.js';
import { settleDelayNotice } from '../../../tools/settle-delay-notice.js';
import { wordNotices } from '../../../tools/word-notices.js';
import type { AnswerLinks } from '../answer-links.js';
import { defineMailKind, type KnownMailKind, MAILER } from '../mail-kind.js';
import type { ReplyAddresses } from '../reply-address.js';

/** A mail with the notices that the delay rule asks for. They are looked at once more as it goes, and its exact words are kept. */
export const delayNoticeMail = ({
  door,
  links,
  replies,
  policy,
  log,
}: {
  door: Door;
  links: AnswerLinks;
  replies: ReplyAddresses;
  policy: Pick<ShopPolicy, 'name' | 'assistantName'>;
  log: Log;
}): KnownMailKind =>
  defineMailKind({
    name: 'delay_notice',
    payload: z.object({ kind: z.literal('delay_notice'), noticeId: z.string() }),
    async compose({ noticeId }) {
      const checked = await door.call(checkDelayNotice, { noticeId }, MAILER);
      if (checked.kind === 'denied') throw new Error('The mailer may not check a notice');
      if (checked.kind === 'dropped')
        log.info({ notice: noticeId, because: checked.because }, 'a delay notice was not sent: things have changed');
      if (checked.kind !== 'send') return null;
      const words = wordNotices(
        checked.notices.map((notice) => ({ ...notice, links: links.linksOf(notice.noticeId) })),
        { todayOn: checked.todayOn, shopName: policy.name, assistantName: policy.assistantName },
      );
      return {
        ...words,
        to: checked.recipient,
        references: checked.earlierMessageIds,
        replyTo: replies.of({ kind: 'notice', id: noticeId }),
      };
    },
    async settle({ noticeId }, result, { messageId, subject, text }) {
      await door.call(settleDelayNotice, { noticeId, result, messageId, subject, body: text }, MAILER);
    },
  });
