import type { Instant } from '../domain/kernel/dates.js';
import type { SqlOrTx } from './connect.js';

/** Business time: the database's clock plus the offset kept in business_clock. */
export async function businessNow(sql: SqlOrTx): Promise<Instant> {
  const [row] = await sql<{ now: Instant }[]>`select business_now() as now`;
  if (!row) throw new Error('The database did not tell the time');
  return row.now;
}

/** Moves business time so that it now reads `at`. For the demo, tests and `desk chat --today`; never for a live shop. */
export async function setBusinessNow(sql: SqlOrTx, at: Instant): Promise<void> {
  await sql`update business_clock set time_offset = ${at}::timestamptz - now()`;
}

/** Moves business time on to `at`, and never back: what happened stays before what comes. False when it is later already. */
export async function advanceBusinessTo(sql: SqlOrTx, at: Instant): Promise<boolean> {
  const rows = await sql`
    update business_clock set time_offset = ${at}::timestamptz - now()
    where now() + time_offset < ${at}::timestamptz returning only_row`;
  return rows.length > 0;
}
