import { draftReply } from '../../../tools/draft-reply.js';
import { sayList } from '../../../wording/formats.js';
import { optional } from '../arguments/argument.js';
import { oneOf, orderNumber } from '../arguments/ids.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineCommand } from '../define-command.js';
import { editDraft } from '../draft-modals.js';

/** `/backorder reply 1042`: a draft by the procedure that fits, to edit, to see as the customer will, and to send. */
export default defineCommand({
  name: 'reply',
  usage: 'reply 1042 [delay|followup|vip]',
  summary: 'a reply to the customer by the SOP that fits, checked before it goes',
  arguments: { order: orderNumber, as: optional(oneOf(['delay', 'followup', 'vip'])) },
  async open({ order, as }, { call }) {
    const draft = await call(draftReply, { orderNumber: order, ...(as !== null && { replyKind: as }) });
    return draft.kind === 'drafted' ? editDraft(draft) : null;
  },
  async run({ order, as }, { call, reply }) {
    const draft = await call(draftReply, { orderNumber: order, ...(as !== null && { replyKind: as }) });
    switch (draft.kind) {
      case 'not_found':
        return [reply(sentence(mrkdwn`There is no order ${order}.`))];
      case 'does_not_apply': {
        const fits = draft.replyKinds.length > 0 ? ` What fits: ${sayList(draft.replyKinds)}.` : '';
        return [reply(sentence(mrkdwn`A reply “${draft.asked}” would say what is not so of order ${order}.${fits}`))];
      }
      case 'drafted':
        return [reply(sentence(mrkdwn`The draft took too long to open. Please try once more.`))];
    }
  },
});
