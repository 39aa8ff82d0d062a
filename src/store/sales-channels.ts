import type { SqlOrTx } from './connect.js';

/** The ids of all sales channels. */
export async function salesChannels(sql: SqlOrTx): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select id from sales_channels order by id`;
  return rows.map(({ id }) => id);
}
