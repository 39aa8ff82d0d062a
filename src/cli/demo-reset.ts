import { createInterface } from 'node:readline/promises';
import { resetDatabase } from '../demo/reset-database.js';
import { shippedRules } from '../knowledge/desk-rules.js';
import { loadShopPolicy } from '../knowledge/shop-policy.js';
import { openDemoShop } from '../server/open-demo-shop.js';
import { InputError } from './input-error.js';
import { note, withDatabase } from './open-cli-database.js';

/** Throws everything in the database away, after asking, and loads a fresh demo shop. */
export async function resetDemo({ yes }: { yes?: boolean }): Promise<void> {
  await withDatabase(async ({ sql, place }, config) => {
    if (!config.demoShop)
      throw new InputError('The demo shop is off here (NODE_ENV=production or DEMO_SHOP=off), so nothing was reset.');
    if (!yes && !(await isSure(place))) throw new InputError('Nothing was changed.');
    await resetDatabase(sql);
    await openDemoShop(sql, { policy: loadShopPolicy(), rules: shippedRules() }, note);
    note('The demo shop is fresh.');
  });
}

async function isSure(place: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new InputError('This throws all data away: add --yes to go ahead without being asked.');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`Throw all data in ${place} away, conversations included? (yes/no) `);
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
