import { getStockView } from '../../../tools/get-stock-view.js';
import { sku } from '../arguments/ids.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { stockCard } from '../cards/stock-card.js';
import { defineCommand } from '../define-command.js';

/** `/backorder stock LEN-50`: where it lies, what may be promised where, what comes and who waits. */
export default defineCommand({
  name: 'stock',
  usage: 'stock LEN-50',
  summary: 'an item by place and channel, what comes, who waits',
  arguments: { item: sku },
  async run({ item }, { call, reply, todayOn }) {
    const view = await call(getStockView, { sku: item });
    if (view.kind === 'not_found') return [reply(sentence(mrkdwn`There is no SKU ${item}.`))];
    return [reply(stockCard(view, todayOn))];
  },
});
