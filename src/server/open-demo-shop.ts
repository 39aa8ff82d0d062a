import { isShopEmpty, loadDemo } from '../demo/load-demo.js';
import { dateIn } from '../domain/kernel/dates.js';
import { businessNow } from '../store/clock.js';
import type { Sql } from '../store/connect.js';
import { type ShopKnowledge, settleDemoNotices } from './settle-demo-notices.js';

/** Any fixed number: of several processes that start at once on an empty database, one loads the shop. */
const LOCK = 7_305_002;

/** Loads the demo shop into an empty database, once. A shop with orders is left as it is. */
export async function openDemoShop(
  sql: Sql,
  knowledge: ShopKnowledge,
  onProgress: (sentence: string) => void,
): Promise<void> {
  const turn = await sql.reserve();
  try {
    // whoever loads the shop before us may take longer than a query usually may
    await turn`set statement_timeout = '120s'`;
    await turn`select pg_advisory_lock(${LOCK})`;
    if (!(await isShopEmpty(sql))) return;
    onProgress('Loading the demo shop …');
    await loadDemo(sql, { today: dateIn(knowledge.policy.zone, await businessNow(sql)) });
    await settleDemoNotices(sql, knowledge);
  } finally {
    await turn`select pg_advisory_unlock(${LOCK})`;
    await turn`reset statement_timeout`;
    turn.release();
  }
}
