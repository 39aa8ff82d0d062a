import { listStockAlerts } from '../../../tools/list-stock-alerts.js';
import { removeStockAlert } from '../../../tools/remove-stock-alert.js';
import { setStockAlert } from '../../../tools/set-stock-alert.js';
import { sayCount } from '../../../wording/formats.js';
import { argument, optional } from '../arguments/argument.js';
import { oneOf, sku } from '../arguments/ids.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { alertList } from '../cards/alert-card.js';
import { defineCommand } from '../define-command.js';
import { SLASH } from '../say.js';

/** "14d", "14 days", "14". */
const days = argument('a number of days, such as 14d', (tokens, at) => {
  const value = Number(/^(\d{1,3})(?:d|days?)?$/i.exec(tokens[at]?.text ?? '')?.[1] ?? Number.NaN);
  if (!(value >= 1 && value <= 365)) return null;
  return { value, took: /^(d|days?)$/i.test(tokens[at + 1]?.text ?? '') ? 2 : 1 };
});

/** `/backorder alert LEN-50 below 14d`: the alerts channel is told when it lasts for less; `alert list`, `alert remove LEN-50`. */
export default defineCommand({
  name: 'alert',
  usage: 'alert LEN-50 below 14d',
  summary: 'be told in the alerts channel when an item runs low; alert list, alert remove LEN-50',
  // days before the item: "14d" looks like a SKU
  arguments: { act: optional(oneOf(['list', 'remove', 'below'])), days: optional(days), item: optional(sku) },
  async run({ act, days: belowDays, item }, { call, reply }) {
    if (item === null && (act === 'list' || act === null)) {
      const { alerts } = await call(listStockAlerts, {});
      return [
        reply(
          alerts.length === 0
            ? sentence(mrkdwn`Nothing is watched yet. \`${SLASH} alert LEN-50 below 14d\` watches an item.`)
            : alertList(alerts),
        ),
      ];
    }
    if (item === null || (act !== 'remove' && belowDays === null))
      return [
        reply(
          sentence(mrkdwn`Write it as \`${SLASH} alert LEN-50 below 14d\`, \`alert remove LEN-50\` or \`alert list\`.`),
        ),
      ];
    if (act === 'remove') {
      const removed = await call(removeStockAlert, { sku: item });
      return [
        reply(
          sentence(
            removed.kind === 'removed' ? mrkdwn`${item} is no longer watched.` : mrkdwn`${item} was not watched.`,
          ),
        ),
      ];
    }
    const set = await call(setStockAlert, { sku: item, belowDays });
    if (set.kind === 'not_found') return [reply(sentence(mrkdwn`There is no SKU ${item}.`))];
    return [
      reply(
        sentence(
          mrkdwn`When ${item} lasts for less than ${sayCount(set.belowDays, 'day')}, the alerts channel is told, once.`,
        ),
      ),
    ];
  },
});
