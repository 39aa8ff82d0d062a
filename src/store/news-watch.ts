import type { Instant } from '../domain/kernel/dates.js';
import type { Tx } from './connect.js';

/**
 * Since when the desk watches for news: its first look, for what happened before was told by whoever did it. Holds the row
 * until the transaction ends, so that looks take turns.
 */
export async function newsWatchedSince(tx: Tx, now: Instant): Promise<Instant> {
  await tx`insert into news_watch (since) values (${now}) on conflict do nothing`;
  const [row] = await tx<{ since: Instant }[]>`select since from news_watch for update`;
  if (!row) throw new Error('The watch for news has no beginning');
  return row.since;
}
