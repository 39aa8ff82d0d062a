import { businessNow } from '../store/clock.js';
import type { Sql } from '../store/connect.js';

/** Business time for stand-ins, which stamp what they see without asking the database each time. */
export interface BusinessTime {
  /** As the database last told it, and real time since. */
  now(): Date;
  stop(): void;
}

/** Where another process moved the clock, it is known so soon. */
const ASK_EVERY_MS = 1_000;

export async function openBusinessTime(sql: Sql): Promise<BusinessTime> {
  let ahead = 0;
  const refresh = async () => {
    ahead = Date.parse(await businessNow(sql)) - Date.now();
  };
  await refresh();
  // a database that is away for a moment leaves the stand-ins with the time they know
  const timer = setInterval(() => void refresh().catch(() => {}), ASK_EVERY_MS).unref();
  return { now: () => new Date(Date.now() + ahead), stop: () => clearInterval(timer) };
}
