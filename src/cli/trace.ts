import { dateIn, type Instant, type Zone } from '../domain/kernel/dates.js';
import { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import { loadShopPolicy } from '../knowledge/shop-policy.js';
import { businessNow } from '../store/clock.js';
import { openDoor } from '../tools/door.js';
import { tracePurchaseOrder } from '../tools/trace-purchase-order.js';
import { sayDate, sayMoment } from '../wording/formats.js';
import { plainText } from '../wording/plain-text.js';
import { DESK_CLI } from './desk-cli.js';
import { InputError } from './input-error.js';
import { withDatabase } from './open-cli-database.js';
import { type TraceScene, traceLines } from './trace-lines.js';

/** Writes what became of a purchase order, from the question to the supplier to what customers answered. */
export async function printTrace(number: string, { json }: { json?: boolean }): Promise<void> {
  const poNumber = PurchaseOrderNumber.safeParse(number.toUpperCase());
  if (!poNumber.success) throw new InputError(`"${number}" is not a purchase order number; write it as PO-77`);
  await withDatabase(async ({ sql }) => {
    const policy = loadShopPolicy();
    const door = openDoor({ sql, policy });
    const traced = await door.call(tracePurchaseOrder, { poNumber: poNumber.data }, DESK_CLI);
    if (traced.kind !== 'traced') throw new InputError(`There is no purchase order ${poNumber.data}`);
    const { kind: _, ...trace } = traced;
    const text = json
      ? JSON.stringify(trace, null, 2)
      : traceLines(traced, sceneOf(policy.zone, await businessNow(sql))).join('\n');
    process.stdout.write(`${text}\n`);
  });
}

function sceneOf(zone: Zone, now: Instant): TraceScene {
  const today = dateIn(zone, now);
  return { day: (date) => sayDate(date, today), moment: (at) => sayMoment(at, zone, today), words: plainText };
}
