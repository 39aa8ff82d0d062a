import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { PurchaseOrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';
import { QUESTIONS } from './supplier-mails.js';

const StandingRow = z.object({
  poNumber: PurchaseOrderNumber,
  /** What was told or asked about the order, by its occasion. */
  told: z.array(z.string()),
  /** The last mail in either direction; null where there was none. */
  lastAt: Instant.nullable(),
  /** Questions since their last answer. */
  unanswered: z.int(),
  lastAskedAt: Instant.nullable(),
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
    select p.number as "poNumber", coalesce(o.told, '{}') as told, m."lastAt", coalesce(m.unanswered, 0)::int as unanswered,
      m."lastAskedAt", coalesce(m.under_way, false) as "isUnderWay",
      exists (select from supplier_claims c where c.po_number = p.number and c.state = 'proposed') as "isAnswerUndecided"
    from purchase_orders p
    left join lateral (
      select array_agg(occasion order by occasion) as told from supplier_mail_occasions where about = p.number
    ) o on true
    left join lateral (
      select greatest(max(made_at) filter (where state <> 'skipped'), max(answered_at)) as "lastAt",
        count(*) filter (where kind = any(${[...QUESTIONS]}) and state = 'sent' and answered_at is null) as unanswered,
        max(settled_at) filter (where kind = any(${[...QUESTIONS]}) and state = 'sent') as "lastAskedAt",
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

const DueRow = z.object({ isDue: z.boolean() });

/** Whether an hour of business time went by since all orders were looked through, or the clock was put back. */
export async function isSupplierLookDue(sql: SqlOrTx): Promise<boolean> {
  const [row] = await sql`
    select not exists (
      select from supplier_looks where looked_at <= business_now() and looked_at > business_now() - interval '1 hour'
    ) as "isDue"`;
  return DueRow.parse(row).isDue;
}

/** Keeps that all orders were looked through now. */
export async function keepSupplierLook(sql: SqlOrTx): Promise<void> {
  await sql`
    insert into supplier_looks (looked_at) values (business_now())
    on conflict (id) do update set looked_at = excluded.looked_at`;
}
