import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const StandingRow = z.object({
  poNumber: PurchaseOrderNumber,
  /** What was told or asked about the order, by its occasion. */
  told: z.array(z.string()),
  /** The last mail in either direction; null where there was none. */
  lastAt: Instant.nullable(),
  /** A mail about it waits for a person, or is on its way out. */
  isUnderWay: z.boolean(),
  /** An answer of theirs waits for a person to decide. */
  isAnswerUndecided: z.boolean(),
});
export type ChaseStanding = z.infer<typeof StandingRow>;

/** How far the asking about purchase orders has come. */
export async function chaseStandings(
  sql: SqlOrTx,
  numbers: readonly PurchaseOrderNumber[],
): Promise<Map<PurchaseOrderNumber, ChaseStanding>> {
  const rows = await sql`
    select p.number as "poNumber", coalesce(o.told, '{}') as told, m."lastAt",
      coalesce(m.under_way, false) as "isUnderWay",
      exists (select from supplier_claims c where c.po_number = p.number and c.state = 'proposed') as "isAnswerUndecided"
    from purchase_orders p
    left join lateral (
      select array_agg(occasion order by occasion) as told from supplier_mail_occasions where about = p.number
    ) o on true
    left join lateral (
      select greatest(max(made_at) filter (where state <> 'skipped'), max(answered_at)) as "lastAt",
        bool_or(state in ('draft', 'waiting')) as under_way
      from supplier_mails where po_number = p.number
    ) m on true
    where p.number = any(${[...numbers]})`;
  return new Map(
    rows.map((row) => {
      const standing = StandingRow.parse(row);
      return [standing.poNumber, standing];
    }),
  );
}
