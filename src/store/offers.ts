import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Authority, Offer } from '../domain/incentives/offer.js';
import { Instant, LocalDate } from '../domain/kernel/dates.js';
import { type CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import type { SqlOrTx, Tx } from './connect.js';

export interface GrantedOffer {
  readonly orderNumber: OrderNumber;
  readonly customerId: CustomerId;
  readonly offer: Offer;
  readonly currency: string;
  readonly campaign: string;
  readonly grantedBy: string;
  readonly authority: Authority;
  /** What it rested on: for the record. */
  readonly why: unknown;
  readonly at: Instant;
  readonly expiresOn: LocalDate;
}

/** Points are the desk's own; everything else is only requested until the storefront confirms it. */
export const stateOfNew = ({ kind }: Pick<Offer, 'kind'>): 'granted' | 'requested' =>
  kind === 'points' ? 'granted' : 'requested';

/** Kinds that reach the customer as a one-time code. */
const BY_CODE: ReadonlySet<string> = new Set(['discount', 'credit', 'gift']);

/**
 * Writes an offer down, books its points, or asks for its one-time code. Returns its id and code. Throws on a second live offer
 * for the order, which the caller has ruled out under the order's lock.
 */
export async function recordOffer(
  tx: Tx,
  granted: GrantedOffer,
): Promise<{ readonly id: string; readonly code: string | null }> {
  const { offer, at, customerId } = granted;
  const [row] = await tx`insert into offers ${tx({
    order_number: granted.orderNumber,
    customer_id: customerId,
    kind: offer.kind,
    percent: offer.percent,
    points: offer.points,
    face_cents: offer.faceCents,
    cost_cents: offer.costCents,
    currency: granted.currency,
    campaign: granted.campaign,
    granted_by: granted.grantedBy,
    authority: granted.authority,
    state: stateOfNew(offer),
    why: tx.json(granted.why as never),
    granted_at: at,
    expires_on: granted.expiresOn,
  })} returning id`;
  const id = z.uuid().parse(row?.id);
  const code = BY_CODE.has(offer.kind) ? newCode() : null;
  if (offer.points !== null) {
    await tx`
      insert into loyalty_entries (customer_id, points, reason, offer_id, at)
      values (${customerId}, ${offer.points}, ${`for the wait on order ${granted.orderNumber}`}, ${id}, ${at})`;
  }
  if (code !== null) await tx`insert into offer_codes (code, offer_id, requested_at) values (${code}, ${id}, ${at})`;
  return { id, code };
}

/** 60 bits in letters and digits that cannot be taken for each other. */
function newCode(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  const letters = [...randomBytes(12)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `WAIT-${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** Whether an order has a live offer, and how many live ones its customer got since a moment, for any order. */
export async function offersSoFar(
  sql: SqlOrTx,
  { orderNumber, customerId, since }: { orderNumber: OrderNumber; customerId: CustomerId; since: Instant },
): Promise<{ hasOffer: boolean; lately: number }> {
  const [row] = await sql`
    select count(*) filter (where order_number = ${orderNumber})::int as own,
      count(*) filter (where granted_at > ${since})::int as lately
    from offers where customer_id = ${customerId} and state <> 'void'`;
  return { hasOffer: z.int().parse(row?.own) > 0, lately: z.int().parse(row?.lately) };
}

/** Makes grants to one customer take turns until the transaction ends, so that none slips past the frequency limit. */
export async function lockCustomer(tx: Tx, id: CustomerId): Promise<void> {
  await tx`select from customers where id = ${id} for update`;
}

/** How many of some orders have a live offer. */
export async function liveOffers(
  sql: SqlOrTx,
  customerId: CustomerId,
  orders: readonly OrderNumber[],
): Promise<number> {
  const [row] = await sql`
    select count(*)::int as n from offers
    where customer_id = ${customerId} and order_number = any(${[...orders]}) and state <> 'void'`;
  return z.int().parse(row?.n);
}

const OfferRow = z.object({
  id: z.uuid(),
  kind: z.string(),
  percent: z.int().nullable(),
  points: z.int().nullable(),
  face: Money,
  expiresOn: LocalDate,
  state: z.enum(['requested', 'granted', 'void']),
  code: z.string().nullable(),
});
export type OfferRecord = z.infer<typeof OfferRow>;

/** An offer with its one-time code, where it has one. The code is for the customer only once the offer is granted. */
export async function findOffer(sql: SqlOrTx, id: string): Promise<OfferRecord | null> {
  const [row] = await sql`
    select o.id, o.kind, o.percent, o.points, jsonb_build_object('cents', o.face_cents, 'currency', o.currency) as face,
      o.expires_on as "expiresOn", o.state, c.code
    from offers o left join offer_codes c on c.offer_id = o.id where o.id = ${id}`;
  return row ? OfferRow.parse(row) : null;
}

/** The shop made it: the offer is granted, its code created. */
export async function confirmOffer(tx: Tx, id: string, receipt: string): Promise<void> {
  await tx`update offers set state = 'granted' where id = ${id} and state = 'requested'`;
  await tx`update offer_codes set state = 'created', receipt = ${receipt} where offer_id = ${id} and state = 'requested'`;
}

/** The shop would not make it: the offer is void, so that the order may be given another. */
export async function voidOffer(tx: Tx, id: string): Promise<void> {
  await tx`update offers set state = 'void' where id = ${id} and state = 'requested'`;
  await tx`update offer_codes set state = 'refused' where offer_id = ${id} and state = 'requested'`;
}

const GivenRow = z.object({
  offerId: z.uuid(),
  orderNumber: OrderNumber,
  offer: z.enum(['discount', 'credit', 'points', 'gift', 'free_express', 'upgrade']),
  offerPercent: z.int().nullable(),
  offerPoints: z.int().nullable(),
  offerAmount: Money,
  offerState: z.enum(['requested', 'granted', 'void']),
  grantedBy: z.string(),
  grantedAt: Instant,
  validUntil: LocalDate,
});
export type GivenOffer = z.infer<typeof GivenRow>;

/** What a customer was given so far, for any order, the newest first; voided ones too. */
export async function offersTo(sql: SqlOrTx, customerId: CustomerId, most: number): Promise<GivenOffer[]> {
  const rows = await sql`
    select id as "offerId", order_number as "orderNumber", kind as offer, percent as "offerPercent",
      points as "offerPoints", jsonb_build_object('cents', face_cents, 'currency', currency) as "offerAmount",
      state as "offerState", granted_by as "grantedBy", granted_at as "grantedAt", expires_on as "validUntil"
    from offers where customer_id = ${customerId} order by granted_at desc, id limit ${most}`;
  return rows.map((row) => GivenRow.parse(row));
}
