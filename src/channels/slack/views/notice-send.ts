import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { sendDelayNotice } from '../../../tools/send-delay-notice.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { noNoticeWords, silenceWords } from '../cards/notice-words.js';
import { defineView } from '../define-view.js';

/** Send, under the preview of a delay notice. The tool looks anew; another notice than the one shown is not sent. */
export default defineView({
  id: 'notice-send',
  keeps: z.object({ order: OrderNumber, noticeTerms: z.string() }),
  answers: z.object({}),
  async run(_answers, { order, noticeTerms }, { call, reply, todayOn }) {
    const sent = await call(sendDelayNotice, { orderNumber: order, noticeTerms });
    if (sent.kind !== 'queued') return [reply(sentence(noNoticeWords(sent)))];
    const { customerName, lines } = sent.facts;
    return [
      reply(
        sentence(
          mrkdwn`The notice about order ${order} is on its way to ${customerName}. ${silenceWords(lines, todayOn)}`,
        ),
      ),
    ];
  },
});
