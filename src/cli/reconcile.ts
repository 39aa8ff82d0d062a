import { createHttpStorefront } from '../connectors/http-storefront.js';
import { REPORT_DAYS, reconcile } from '../connectors/reconcile.js';
import { loadShopPolicy } from '../knowledge/shop-policy.js';
import { standInOf } from '../server/connect-shop.js';
import { openDoor } from '../tools/door.js';
import { InputError } from './input-error.js';
import { note, withDatabase } from './open-cli-database.js';

/** Holds the desk's requests against the shop's own system: a JSON line for each on which they did not agree. */
export async function printDrift(): Promise<void> {
  await withDatabase(async ({ sql }, config) => {
    const settings = config.storefront ?? (await standInOf(sql, config));
    if (!settings) throw new InputError('No shop system is connected: set STOREFRONT_URL and STOREFRONT_TOKEN first.');
    const door = openDoor({ sql, policy: loadShopPolicy(), shop: { connected: true } });
    const report = await reconcile({ sql, door, shop: createHttpStorefront(settings) }, 'all');
    for (const drift of report.drift) process.stdout.write(`${JSON.stringify(drift)}\n`);
    note(
      `Checked ${report.checked} requests of the last ${REPORT_DAYS} days; ${report.drift.length} did not agree. Asked for ${report.refundsAsked} refunds that were owed and not asked for.`,
    );
    if (report.brokeOff !== null)
      throw new InputError(`The shop could not be asked (${report.brokeOff}). Is it running?`);
  });
}
