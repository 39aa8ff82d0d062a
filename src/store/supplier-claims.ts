import { z } from 'zod';
import { Instant, LocalDate } from '../domain/kernel/dates.js';
import { PurchaseOrderLineId, PurchaseOrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx, Tx } from './connect.js';

export const CLAIM_KINDS = ['date', 'none', 'quantity', 'split', 'cancelled', 'unclear'] as const;
export const CLAIM_STATES = ['proposed', 'applied', 'rejected', 'asked', 'undone'] as const;

const ClaimRow = z.object({
  claimId: z.int(),
  mailId: z.int(),
  poNumber: PurchaseOrderNumber,
  /** Null where the mail does not say which. */
  poLineId: PurchaseOrderLineId.nullable(),
  kind: z.enum(CLAIM_KINDS),
  day: LocalDate.nullable(),
  /** So many in all; of a delivery in parts, so many first. */
  units: z.int().nullable(),
  /** Exact text of the mail. */
  quote: z.string(),
  readBy: z.enum(['rules', 'model']),
  saidOn: LocalDate,
  promisedBefore: LocalDate.nullable(),
  mayApply: z.boolean(),
  /** Why it is for a person; empty where it may be applied without one. */
  why: z.string(),
  state: z.enum(CLAIM_STATES),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  appliedLineId: PurchaseOrderLineId.nullable(),
  appliedDay: LocalDate.nullable(),
  appliedCancelled: z.int().nullable(),
});
export type SupplierClaim = z.infer<typeof ClaimRow>;
export type NewSupplierClaim = Pick<
  SupplierClaim,
  'poLineId' | 'kind' | 'day' | 'units' | 'quote' | 'readBy' | 'promisedBefore' | 'why'
>;

const columns = (sql: SqlOrTx) => sql`
  id as "claimId", mail_id as "mailId", po_number as "poNumber", po_line_id as "poLineId", kind, day, units, quote,
  read_by as "readBy", said_on as "saidOn", promised_before as "promisedBefore", may_apply as "mayApply", why, state,
  decided_by as "decidedBy", decided_at as "decidedAt", applied_line_id as "appliedLineId", applied_day as "appliedDay",
  applied_cancelled as "appliedCancelled"`;

/** Keeps what a mail says, in its order. Each place of a mail is kept once. */
export async function addSupplierClaims(
  tx: Tx,
  {
    mailId,
    poNumber,
    saidOn,
  }: { readonly mailId: number; readonly poNumber: PurchaseOrderNumber; readonly saidOn: LocalDate },
  claims: readonly NewSupplierClaim[],
): Promise<void> {
  for (const [place, claim] of claims.entries())
    await tx`
      insert into supplier_claims (mail_id, place, po_number, po_line_id, kind, day, units, quote, read_by, said_on,
        promised_before, may_apply, why)
      values (${mailId}, ${place}, ${poNumber}, ${claim.poLineId}, ${claim.kind}, ${claim.day}, ${claim.units},
        ${claim.quote}, ${claim.readBy}, ${saidOn}, ${claim.promisedBefore}, ${claim.why === ''}, ${claim.why})
      on conflict (mail_id, place) do nothing`;
}

/** The claims of a mail, in its order. */
export async function claimsOfMail(sql: SqlOrTx, mailId: number): Promise<SupplierClaim[]> {
  const rows = await sql`select ${columns(sql)} from supplier_claims where mail_id = ${mailId} order by place`;
  return rows.map((row) => ClaimRow.parse(row));
}

/** All claims about a purchase order, oldest first. */
export async function claimsAbout(sql: SqlOrTx, poNumber: PurchaseOrderNumber): Promise<SupplierClaim[]> {
  const rows = await sql`select ${columns(sql)} from supplier_claims where po_number = ${poNumber} order by id`;
  return rows.map((row) => ClaimRow.parse(row));
}

export async function findSupplierClaim(sql: SqlOrTx, claimId: number): Promise<SupplierClaim | null> {
  const [row] = await sql`select ${columns(sql)} from supplier_claims where id = ${claimId}`;
  return row ? ClaimRow.parse(row) : null;
}

/** As findSupplierClaim, holding the row until the transaction ends: of two who decide at once, one comes second. */
export async function lockSupplierClaim(tx: Tx, claimId: number): Promise<SupplierClaim | null> {
  const [row] = await tx`select ${columns(tx)} from supplier_claims where id = ${claimId} for update`;
  return row ? ClaimRow.parse(row) : null;
}

interface Deciding {
  readonly by: string;
  readonly at: Instant;
}

/** Keeps how a claim was applied. */
export async function keepApplied(
  tx: Tx,
  claimId: number,
  { by, at }: Deciding,
  as: { readonly poLineId: PurchaseOrderLineId; readonly day: LocalDate | null; readonly cancelled: number },
): Promise<void> {
  await tx`
    update supplier_claims set state = 'applied', decided_by = ${by}, decided_at = ${at}, applied_line_id = ${as.poLineId},
      applied_day = ${as.day}, applied_cancelled = ${as.cancelled}
    where id = ${claimId}`;
}

/** Keeps what became of a claim that was not applied, or was taken back. */
export async function keepDecided(
  tx: Tx,
  claimId: number,
  state: 'rejected' | 'asked' | 'undone',
  { by, at }: Deciding,
): Promise<void> {
  await tx`update supplier_claims set state = ${state}, decided_by = ${by}, decided_at = ${at} where id = ${claimId}`;
}
