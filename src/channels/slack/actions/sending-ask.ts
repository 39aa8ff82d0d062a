import { Sending } from '../agreed-modal.js';
import { lookAtQuestion } from '../ask-in-chat.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineAction } from '../define-action.js';
import type { Handling } from '../handling.js';
import { showSplit, showUpgrade } from '../show-sending.js';

const Asked = Sending.pick({ order: true, choice: true });

const look = ({ order, choice }: Pick<Sending, 'order' | 'choice'>, handling: Handling) =>
  lookAtQuestion(
    { tool: choice === 'express' ? 'upgrade_shipping' : 'split_shipment', input: { orderNumber: order } },
    handling,
  );

/** Shows what the customer would be asked: express at its price, or two parts. */
export default defineAction({
  id: 'sending:ask',
  value: Asked,
  async open(asked, handling) {
    const looked = await look(asked, handling);
    return looked.kind === 'shown' ? looked.opening : null;
  },
  async run(asked, handling) {
    const looked = await look(asked, handling);
    if (looked.kind === 'shown')
      return [handling.reply(sentence(mrkdwn`That took too long to open. Please try once more.`))];
    // it is not possible any more: the quote says why
    return asked.choice === 'express' ? showUpgrade(asked.order, handling) : showSplit(asked.order, handling);
  },
});
