/** Writes the demo shop's receipts as a file for `backtest eta`: `npx tsx test/evaluation/backtest/demo-receipts.ts FILE.csv`. */
import { writeFileSync } from 'node:fs';
import { buildShop } from '../../../src/demo/build-shop.js';
import { toss } from '../../../src/domain/eta/rehearse.js';
import { epochDay, fromEpochDay, localDate } from '../../../src/domain/kernel/dates.js';

/** The day on which the shop's two years end, and from which on somebody asks: the second half of them. */
const TODAY = localDate('2026-11-23');
const ASKED_FROM = localDate('2025-11-15');

/** Every line that has come, asked about on a day between its order and its first receipt. */
export function demoReceipts(seed: number): string {
  const rows = buildShop({ today: TODAY, seed });
  const orders = new Map(rows.purchase_orders.map((order) => [order.number, order]));
  const lines = rows.purchase_order_lines.flatMap((line, at) => {
    const id = `${line.po_number}-${line.line_number}`;
    const order = orders.get(line.po_number);
    const came = rows.receipts.filter((receipt) => receipt.po_line_id === id).map(({ received_on }) => received_on);
    const [received] = came.sort();
    if (!order || !received) return [];
    const promised = rows.supplier_promises.find((promise) => promise.po_line_id === id)?.promised_on ?? '';
    const days = epochDay(localDate(received)) - epochDay(localDate(order.ordered_on));
    const asked = fromEpochDay(epochDay(localDate(order.ordered_on)) + Math.floor(toss(at, 9) * days));
    const asOf = order.ordered_on >= ASKED_FROM ? asked : '';
    return [
      [
        id,
        order.supplier_id,
        line.sku,
        order.location_id,
        order.ordered_on,
        promised,
        asOf,
        received,
        received,
        line.quantity,
      ],
    ];
  });
  const header = 'id,supplier,sku,segment,ordered_on,promised_on,as_of,received_on,known_on,quantity';
  return `${[header, ...lines.map((fields) => fields.join(','))].join('\n')}\n`;
}

const [, , file] = process.argv;
if (file?.endsWith('.csv')) writeFileSync(file, demoReceipts(1));
