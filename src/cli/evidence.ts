import { OrderNumber } from '../domain/kernel/ids.js';
import { loadShopPolicy } from '../knowledge/shop-policy.js';
import { openDoor } from '../tools/door.js';
import { exportEvidence } from '../tools/export-evidence.js';
import { loadWording } from '../wording/render.js';
import { DESK_CLI } from './desk-cli.js';
import { InputError } from './input-error.js';
import { withDatabase } from './open-cli-database.js';

const PAGE = 'order';

/** Writes the delay record of one order to stdout: JSON, or with `page` a page to read and print. */
export async function printEvidence(orderNumber: string, { page }: { page?: boolean }): Promise<void> {
  const number = OrderNumber.safeParse(orderNumber);
  if (!number.success) throw new InputError(`"${orderNumber}" is not an order number`);
  await withDatabase(async ({ sql }) => {
    const door = openDoor({ sql, policy: loadShopPolicy() });
    const found = await door.call(exportEvidence, { orderNumber: number.data }, DESK_CLI);
    if (found.kind !== 'exported') throw new InputError(`There is no order ${orderNumber}`);
    const { evidence } = found;
    const text = page
      ? loadWording('templates/evidence', 'html').say(PAGE, { ...evidence })
      : JSON.stringify(evidence, null, 2);
    process.stdout.write(`${text}\n`);
  });
}
