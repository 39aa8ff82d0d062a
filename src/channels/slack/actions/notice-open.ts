import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineAction } from '../define-action.js';
import { openNotice } from '../delay-notice.js';

/** Shows the delay notice that an order owes its customer, before it is sent. */
export default defineAction({
  id: 'notice:open',
  value: z.object({ order: OrderNumber }),
  open: ({ order }, handling) => openNotice(order, handling),
  run: async (_asked, { reply }) => [reply(sentence(mrkdwn`That took too long to open. Please try once more.`))],
});
