import { openHandOffs } from '../store/hand-offs.js';
import { withDatabase } from './open-cli-database.js';

/** One JSON line for each open request, the urgent first. */
export async function printHandOffs(): Promise<void> {
  await withDatabase(async ({ sql }) => {
    for (const handOff of await openHandOffs(sql)) process.stdout.write(`${JSON.stringify(handOff)}\n`);
  });
}
