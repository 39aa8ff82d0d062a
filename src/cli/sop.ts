import { loadShopPolicy } from '../knowledge/shop-policy.js';
import { openDoor } from '../tools/door.js';
import { findSop } from '../tools/find-sop.js';
import { DESK_CLI } from './desk-cli.js';
import { InputError } from './input-error.js';
import { withDatabase } from './open-cli-database.js';

/** Writes the section of an SOP that answers a question to stdout, or that a citation names. */
export async function printSop(words: readonly string[]): Promise<void> {
  const question = words.join(' ').trim();
  if (question === '') throw new InputError('Say what you look for, such as: sop "lost promise"');
  await withDatabase(async ({ sql }) => {
    const door = openDoor({ sql, policy: loadShopPolicy() });
    const found = await door.call(findSop, { words: question }, DESK_CLI);
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
  });
}
