import { openHandOffs } from '../store/hand-offs.js';
import { openEscalations } from '../store/order-escalations.js';
import { withDatabase } from './open-cli-database.js';

/** One JSON line for each open request of a conversation, the urgent first, then for each order that staff escalated. */
export async function printHandOffs(): Promise<void> {
  await withDatabase(async ({ sql }) => {
    for (const open of [...(await openHandOffs(sql)), ...(await openEscalations(sql))])
      process.stdout.write(`${JSON.stringify(open)}\n`);
  });
}
