import { addToInstant, dateIn } from '../../domain/kernel/dates.js';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import type { StaffPolicy } from '../../knowledge/staff-policy.js';
import { businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';
import { markLow, tellSlip } from '../../store/stock-alerts.js';
import type { Door } from '../../tools/door.js';
import { listStockAlerts } from '../../tools/list-stock-alerts.js';
import { listSupplierSlips } from '../../tools/list-supplier-slips.js';
import { alertCard } from './cards/alert-card.js';
import { storePosts } from './posts.js';

const SYSTEM = { kind: 'system', job: 'stock-alerts' } as const;
/** A slip is news for a day; an older one the digest has told. */
const NEWS_FOR = { hours: -24 };
const MOST_SLIPS = 50;

export interface AlertDeps {
  readonly sql: Sql;
  readonly door: Door;
  readonly policy: ShopPolicy;
  readonly team: StaffPolicy;
}

/**
 * Tells the alerts channel what crossed its threshold and which suppliers slipped since the last look: one message a
 * look, each crossing and slip once. What is told is kept in the transaction that stores the message.
 */
export async function sendAlerts({ sql, door, policy, team }: AlertDeps): Promise<void> {
  const now = await businessNow(sql);
  const [watched, slipped] = [
    await door.call(listStockAlerts, {}, SYSTEM),
    await door.call(listSupplierSlips, { since: addToInstant(now, NEWS_FOR), limit: MOST_SLIPS }, SYSTEM),
  ];
  if (watched.kind === 'denied' || slipped.kind === 'denied') throw new Error('the alerts may not be read');
  await sql.begin(async (tx) => {
    const told: typeof watched.alerts = [];
    for (const alert of watched.alerts)
      if (alert.crossing !== 'none' && (await markLow(tx, alert.sku, alert.crossing === 'fell'))) told.push(alert);
    const slips = [];
    for (const slip of slipped.slips) {
      const dates = `${slip.oldPromisedOn} ${slip.newPromisedOn ?? 'none'}`;
      if (await tellSlip(tx, slip.poLineId, dates, now)) slips.push({ ...slip, item: `slip:${slip.poLineId}` });
    }
    if (told.length + slips.length === 0) return;
    const of = (kind: 'fell' | 'recovered') => told.filter(({ crossing }) => crossing === kind);
    const message = alertCard({ fell: of('fell'), recovered: of('recovered'), slips }, dateIn(policy.zone, now));
    await storePosts(tx, `alerts:${now}`, [{ method: 'chat.postMessage', channel: team.channels.alerts, message }]);
  });
}
