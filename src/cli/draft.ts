import { OrderNumber } from '../domain/kernel/ids.js';
import { loadShopPolicy } from '../knowledge/shop-policy.js';
import { openDoor } from '../tools/door.js';
import { draftReply } from '../tools/draft-reply.js';
import { DESK_CLI } from './desk-cli.js';
import { InputError } from './input-error.js';
import { withDatabase } from './open-cli-database.js';

/** Writes the draft of a reply to the customer of an order to stdout, with the SOP section behind it. Sends nothing. */
export async function printDraft(
  orderNumber: string,
  { kind: replyKind, said: customerWords }: { kind?: string; said?: string },
): Promise<void> {
  const number = OrderNumber.safeParse(orderNumber);
  if (!number.success) throw new InputError(`"${orderNumber}" is not an order number`);
  const input = { orderNumber: number.data, ...(replyKind && { replyKind }), ...(customerWords && { customerWords }) };
  await withDatabase(async ({ sql }) => {
    const door = openDoor({ sql, policy: loadShopPolicy() });
    const drafted = await door.call(draftReply, input, DESK_CLI);
    if (drafted.kind === 'not_found') throw new InputError(`There is no order ${orderNumber}`);
    process.stdout.write(`${JSON.stringify(drafted, null, 2)}\n`);
  });
}
