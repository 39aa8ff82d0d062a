import { OrderLineId, OrderNumber, Sku } from '../../../domain/kernel/ids.js';
import { explainEta } from '../../../tools/explain-eta.js';
import { word } from '../arguments/argument.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { etaCard } from '../cards/eta-card.js';
import { defineCommand } from '../define-command.js';

const LINES = 3;
/** Whatever has a digit or a hyphen in it; the shop's own data say which it is. */
const named = word('an order or a SKU, such as 1042 or LEN-50', (text) =>
  /[\d-]/.test(text) ? text.replace(/^#/, '').toUpperCase() : null,
);

/** `/backorder eta 1042`, or a SKU: likely and cautious dates, the deliveries behind them, what would change them. */
export default defineCommand({
  name: 'eta',
  usage: 'eta 1042 | LEN-50',
  summary: 'when an order, or an item ordered now, ships, and why',
  arguments: { what: named },
  async run({ what }, { call, reply, todayOn }) {
    const [orderNumber, orderLineId, sku] = [
      OrderNumber.safeParse(what),
      OrderLineId.safeParse(what),
      Sku.safeParse(what),
    ];
    const asked = [
      ...(orderNumber.success ? [{ about: `order ${what}`, input: { orderNumber: orderNumber.data } }] : []),
      ...(orderLineId.success ? [{ about: `line ${what}`, input: { orderLineId: orderLineId.data } }] : []),
      ...(sku.success ? [{ about: what, input: { sku: sku.data } }] : []),
    ];
    for (const { about, input } of asked) {
      const explained = await call(explainEta, { ...input, limit: LINES });
      if (explained.kind === 'explained') return [reply(etaCard(explained, about, todayOn))];
    }
    return [reply(sentence(mrkdwn`“${what}” is no order and no SKU of this shop.`))];
  },
});
