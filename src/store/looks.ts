import { z } from 'zod';
import type { SqlOrTx } from './connect.js';

/** What keeps when all orders were looked through: those of customers that wait, those to suppliers. */
type Looks = 'delay_looks' | 'supplier_looks';

const DueRow = z.object({ isDue: z.boolean() });

/** Whether so many hours of business time went by since all orders were looked through, or the clock was put back. */
export async function isLookDue(sql: SqlOrTx, looks: Looks, everyHours: number): Promise<boolean> {
  const [row] = await sql`
    select not exists (
      select from ${sql(looks)}
      where looked_at <= business_now() and looked_at > business_now() - make_interval(hours => ${everyHours})
    ) as "isDue"`;
  return DueRow.parse(row).isDue;
}

/** Keeps that all orders were looked through now. */
export async function keepLook(sql: SqlOrTx, looks: Looks): Promise<void> {
  await sql`
    insert into ${sql(looks)} (looked_at) values (business_now())
    on conflict (id) do update set looked_at = excluded.looked_at`;
}
