import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { PurchaseOrderNumber, SupplierId } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';
import { QUESTIONS } from './supplier-mails.js';

const CallRow = z.object({
  callId: z.int(),
  supplierId: SupplierId,
  poNumber: PurchaseOrderNumber,
  because: z.enum(['silence', 'bounced']),
  owner: z.enum(['rep', 'lead', 'manager']),
  takenBy: z.string().nullable(),
  madeAt: Instant,
  dueAt: Instant,
  state: z.enum(['open', 'done']),
  closedBy: z.string().nullable(),
  outcome: z.string().nullable(),
});
export type SupplierCall = z.infer<typeof CallRow>;

const columns = (sql: SqlOrTx) => sql`
  id as "callId", supplier_id as "supplierId", po_number as "poNumber", because, owner, taken_by as "takenBy",
  made_at as "madeAt", due_at as "dueAt", state, closed_by as "closedBy", outcome`;

const ToCallRow = z.object({
  poNumber: PurchaseOrderNumber,
  supplierId: SupplierId,
  because: z.enum(['silence', 'bounced']),
});

/**
 * Open orders whose supplier somebody must call: so many questions without an answer, the last a day old, or a mail that
 * was refused. What went out before the last call about the order was closed does not count any more.
 */
export async function ordersToCall(sql: SqlOrTx, questions: number): Promise<z.infer<typeof ToCallRow>[]> {
  const rows = await sql`
    select p.number as "poNumber", p.supplier_id as "supplierId",
      case when m.bounced > 0 then 'bounced' else 'silence' end as because
    from purchase_orders p join lateral (
      select count(*) filter (where state = 'bounced') as bounced,
        count(*) filter (where state = 'sent' and answered_at is null and kind = any(${[...QUESTIONS]})) as unanswered,
        max(settled_at) as "lastAt"
      from supplier_mails
      where po_number = p.number and settled_at > coalesce(
        (select max(closed_at) from supplier_calls c where c.po_number = p.number), '-infinity')
    ) m on true
    where p.state in ('open', 'placed')
      and not exists (select from supplier_calls c where c.po_number = p.number and c.state = 'open')
      and (m.bounced > 0 or (m.unanswered >= ${questions} and m."lastAt" <= business_now() - interval '1 day'))
    order by p.number`;
  return rows.map((row) => ToCallRow.parse(row));
}

/** Puts a call before the team; null when one about the order is open already. */
export async function openCall(
  tx: Tx,
  call: Pick<SupplierCall, 'supplierId' | 'poNumber' | 'because' | 'owner' | 'madeAt' | 'dueAt'>,
): Promise<number | null> {
  const [row] = await tx`
    insert into supplier_calls (supplier_id, po_number, because, owner, made_at, due_at)
    values (${call.supplierId}, ${call.poNumber}, ${call.because}, ${call.owner}, ${call.madeAt}, ${call.dueAt})
    on conflict (po_number) where state = 'open' do nothing returning ${columns(tx)}`;
  return row ? CallRow.parse(row).callId : null;
}

/** The calls nobody has closed, the most urgent first. */
export async function openCalls(sql: SqlOrTx): Promise<SupplierCall[]> {
  const rows = await sql`select ${columns(sql)} from supplier_calls where state = 'open' order by due_at, id`;
  return rows.map((row) => CallRow.parse(row));
}

export async function findCall(sql: SqlOrTx, callId: number): Promise<SupplierCall | null> {
  const [row] = await sql`select ${columns(sql)} from supplier_calls where id = ${callId}`;
  return row ? CallRow.parse(row) : null;
}

/** The same, held until the transaction ends. */
export async function lockCall(tx: Tx, callId: number): Promise<SupplierCall | null> {
  const [row] = await tx`select ${columns(tx)} from supplier_calls where id = ${callId} for update`;
  return row ? CallRow.parse(row) : null;
}

export async function takeCall(tx: Tx, callId: number, by: string): Promise<void> {
  await tx`update supplier_calls set taken_by = ${by} where id = ${callId} and state = 'open'`;
}

export async function closeCall(
  tx: Tx,
  callId: number,
  { by, outcome, at }: { readonly by: string; readonly outcome: string; readonly at: Instant },
): Promise<void> {
  await tx`
    update supplier_calls set state = 'done', closed_by = ${by}, closed_at = ${at}, outcome = ${outcome}
    where id = ${callId} and state = 'open'`;
}
