import { z } from 'zod';
import { CustomerId, OrderNumber } from '../../../domain/kernel/ids.js';
import { sendDueNotices } from '../../../tools/send-due-notices.js';
import { sayCount } from '../../../wording/formats.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineView } from '../define-view.js';

/** Send, under the list of all notices that are owed. The tool looks at each order anew. */
export default defineView({
  id: 'notices-send',
  keeps: z.object({ customers: z.array(z.tuple([CustomerId], OrderNumber)) }),
  answers: z.object({}),
  async run(_answers, { customers }, { call, reply }) {
    let mails = 0;
    for (const [customerId, ...orderNumbers] of customers) {
      const sent = await call(sendDueNotices, { customerId, orderNumbers });
      if (sent.kind === 'queued') mails += 1;
    }
    const left = customers.length - mails;
    const rest = left === 0 ? '' : ` ${sayCount(left, 'customer')} had nothing owed any more, or no address.`;
    return [
      reply(
        sentence(
          mrkdwn`${sayCount(mails, 'mail')} with delay notices ${mails === 1 ? 'is' : 'are'} on the way.${rest}`,
        ),
      ),
    ];
  },
});
