import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

/** A request for leave, as it is kept. */
export const Approval = z.object({
  approvalId: z.uuid(),
  tool: z.string(),
  input: z.unknown(),
  /** What was shown to whoever asked. */
  shown: z.unknown(),
  orderNumber: OrderNumber,
  authority: z.enum(['rep', 'lead', 'manager']),
  requestedBy: z.string(),
  requestedAt: Instant,
  expiresAt: Instant,
  state: z.enum(['waiting', 'approved', 'changed', 'declined', 'expired']),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  reason: z.string().nullable(),
});
export type ApprovalRecord = z.infer<typeof Approval>;

const columns = (sql: SqlOrTx) => sql`
  a.id as "approvalId", a.tool, a.input, a.shown, a.order_number as "orderNumber", a.authority,
  a.requested_by as "requestedBy", a.requested_at as "requestedAt", a.expires_at as "expiresAt", a.state,
  a.decided_by as "decidedBy", a.decided_at as "decidedAt", a.reason`;

export type NewApproval = Pick<
  ApprovalRecord,
  'tool' | 'input' | 'shown' | 'orderNumber' | 'authority' | 'requestedBy' | 'requestedAt' | 'expiresAt'
>;

/** Stores a request; null when one for the same act on the order waits already. The caller holds the order's lock. */
export async function addApproval(tx: Tx, approval: NewApproval): Promise<ApprovalRecord | null> {
  const [row] = await tx`
    insert into approvals as a (tool, input, shown, order_number, authority, requested_by, requested_at, expires_at)
    values (${approval.tool}, ${tx.json(approval.input as never)}, ${tx.json(approval.shown as never)},
      ${approval.orderNumber}, ${approval.authority}, ${approval.requestedBy}, ${approval.requestedAt}, ${approval.expiresAt})
    on conflict (tool, order_number) where state = 'waiting' do nothing returning ${columns(tx)}`;
  return row ? Approval.parse(row) : null;
}

export async function findApproval(sql: SqlOrTx, id: string): Promise<ApprovalRecord | null> {
  const [row] = await sql`select ${columns(sql)} from approvals a where id = ${id}`;
  return row ? Approval.parse(row) : null;
}

/** The same, held until the transaction ends: of two who decide at once the second sees what the first decided. */
export async function lockApproval(tx: Tx, id: string): Promise<ApprovalRecord | null> {
  const [row] = await tx`select ${columns(tx)} from approvals a where id = ${id} for update`;
  return row ? Approval.parse(row) : null;
}

/** The requests that wait, the first to run out first; of one order when it is named. */
export async function waitingApprovals(sql: SqlOrTx, orderNumber?: OrderNumber): Promise<ApprovalRecord[]> {
  const rows = await sql`
    select ${columns(sql)} from approvals a
    where state = 'waiting' and ${orderNumber === undefined ? sql`true` : sql`order_number = ${orderNumber}`}
    order by expires_at, requested_at`;
  return rows.map((row) => Approval.parse(row));
}

export type Decision = { readonly by: string; readonly at: Instant; readonly reason: string } & (
  | { readonly state: 'approved'; readonly offerId: string }
  | { readonly state: 'changed'; readonly offerId: string; readonly changedTo: unknown }
  | { readonly state: 'declined' }
);

/** Writes a decision down; the caller has locked a request that waits. */
export async function decideApproval(tx: Tx, id: string, decision: Decision): Promise<void> {
  await tx`
    update approvals set state = ${decision.state}, decided_by = ${decision.by}, decided_at = ${decision.at},
      reason = ${decision.reason}, offer_id = ${'offerId' in decision ? decision.offerId : null},
      changed_to = ${'changedTo' in decision ? tx.json(decision.changedTo as never) : null}
    where id = ${id} and state = 'waiting'`;
}

/** Ends every request whose time is over. Returns their ids. One that is being decided is left for the next round. */
export async function expireApprovals(tx: Tx, now: Instant): Promise<string[]> {
  const rows = await tx`
    update approvals set state = 'expired', decided_at = ${now} where id in (
      select id from approvals where state = 'waiting' and expires_at <= ${now} for update skip locked)
    returning id`;
  return rows.map(({ id }) => z.uuid().parse(id));
}

const AnyRow = z.object({ any: z.boolean() });

/** Whether a request waits whose time is over. */
export async function isAnyApprovalOver(sql: SqlOrTx): Promise<boolean> {
  const [row] = await sql`
    select exists (select from approvals where state = 'waiting' and expires_at <= business_now()) as any`;
  return AnyRow.parse(row).any;
}
