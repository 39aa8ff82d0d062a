import { z } from 'zod';
import { withdrawPurchaseOrder } from '../../../tools/withdraw-purchase-order.js';
import { sentence, words } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineView } from '../define-view.js';
import { OfCall } from '../supplier-call-modal.js';

/** Takes back an order that never reached its supplier. */
export default defineView({
  id: 'supplier-call-withdraw',
  keeps: OfCall,
  answers: z.object({ reason: z.string({ error: 'Write why.' }).trim().min(1, { error: 'Write why.' }).max(300) }),
  async run({ reason }, { callId }, { call, reply }) {
    const done = await call(withdrawPurchaseOrder, { callId, reason });
    switch (done.kind) {
      case 'withdrawn':
        return [reply(sentence(mrkdwn`${done.poNumber} is withdrawn. Its item can be ordered anew.`))];
      case 'not_unsent':
        return [reply(sentence(words('They have that order by now, or it was withdrawn. Nothing was changed.')))];
      default:
        return [reply(sentence(words('That call was closed already. Nothing was changed.')))];
    }
  },
});
