import { z } from 'zod';
import { Sku } from '../../../domain/kernel/ids.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineAction } from '../define-action.js';
import { openOwedNotices } from '../owed-notices.js';

/** Shows whom all notices that are owed would go to, of every order or of those that wait for one item. */
export default defineAction({
  id: 'notices:open',
  value: z.object({ sku: Sku.optional() }),
  open: ({ sku }, handling) => openOwedNotices(sku, handling),
  run: async (_asked, { reply }) => [reply(sentence(mrkdwn`That took too long to open. Please try once more.`))],
});
