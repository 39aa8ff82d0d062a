import { z } from 'zod';
import { Instant, LocalDate, Zone } from '../domain/kernel/dates.js';
import { ConversationId, OrderLineId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import type { SqlOrTx, Tx } from './connect.js';
import { ShipTo } from './orders.js';

const Lines = z.array(z.object({ orderLineId: OrderLineId, sku: Sku, quantity: z.int() })).min(1);
const Charge = z.object({ charge: Money, chargedTo: z.string() });

/** What can be asked of the shop's own system, as it goes over the wire. docs/connector.md has an example of each. */
export const ShopAct = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cancel_lines'),
    about: z.object({ lines: Lines }),
  }),
  z.object({
    kind: z.literal('refund'),
    /** `paid`: what the customer paid for the order in all; no shop gives back more. */
    about: z.object({
      refundId: z.int(),
      amount: Money,
      paid: Money,
      method: z.string(),
      orderLineIds: z.array(OrderLineId),
    }),
  }),
  z.object({
    kind: z.literal('create_code'),
    about: z.object({
      offerId: z.uuid(),
      code: z.string(),
      percent: z.int().nullable(),
      amount: Money,
      validUntil: LocalDate,
    }),
  }),
  z.object({
    kind: z.literal('upgrade_shipping'),
    /** `charge`: what the customer agreed to pay for it, by the method named, when it leaves. */
    about: z.object({ service: z.literal('express'), offerId: z.uuid().nullable(), ...Charge.shape }),
  }),
  /** These units leave first, in parcels of their own; `charge` as for express. */
  z.object({ kind: z.literal('split_shipment'), about: z.object({ lines: Lines, ...Charge.shape }) }),
  z.object({
    kind: z.literal('swap_line'),
    /** `priceDifference`: for all units, new less old, so never above zero. What it leaves over is asked for as a refund. */
    about: z.object({
      orderLineId: OrderLineId,
      fromSku: Sku,
      toSku: Sku,
      quantity: z.int(),
      priceDifference: Money,
    }),
  }),
  z.object({ kind: z.literal('hold'), about: z.object({ reason: z.string().min(1) }) }),
  z.object({ kind: z.literal('release'), about: z.object({}) }),
  z.object({ kind: z.literal('change_address'), about: z.object({ shipTo: ShipTo, zone: Zone }) }),
]);
export type ShopAct = z.infer<typeof ShopAct>;
export type ShopActKind = ShopAct['kind'];

export type NewShopRequest = ShopAct & {
  readonly orderNumber: OrderNumber;
  /** Names the one thing to be done: asked again under it, the shop does nothing again. */
  readonly key: string;
  readonly at: Instant;
  /** Who hears of the answer; null when nobody waits for it in a conversation. */
  readonly conversationId: ConversationId | null;
  /** Who of the team asked, and hears of the answer; null or left out for everybody else. */
  readonly askedBy?: string | null;
};

/**
 * Asks something of the shop's system: the request and its outbox row, in the caller's transaction, so that it is asked
 * exactly if what led to it is kept. Returns its id, that of the earlier one under the same key. Throws when the key is
 * another request's, or one of this kind is still open where only one may be.
 */
export async function requestOfShop(tx: Tx, request: NewShopRequest): Promise<string> {
  const { kind, about } = ShopAct.parse(request);
  const { orderNumber, key, at, conversationId, askedBy = null } = request;
  const [made] = await tx<{ id: string }[]>`
    insert into shop_requests (kind, order_number, about, key, conversation_id, asked_by, requested_at)
    values (${kind}, ${orderNumber}, ${tx.json(about as never)}, ${key}, ${conversationId}, ${askedBy}, ${at})
    on conflict (key) do nothing returning id`;
  if (made) {
    await tx`
      insert into outbox (idempotency_key, channel, payload)
      values (${`shop:${key}`}, 'shop', ${tx.json({ requestId: made.id })})`;
    return made.id;
  }
  const [known] = await tx<{ id: string }[]>`
    select id from shop_requests where key = ${key} and kind = ${kind} and order_number = ${orderNumber}`;
  if (!known) throw new Error(`The key ${key} was already used to ask something else of the shop`);
  return known.id;
}

/** A key for the next request of a kind about an order. The caller holds the order's row, so that no two get the same. */
export async function nextKey(tx: Tx, kind: ShopActKind, orderNumber: OrderNumber): Promise<string> {
  const [row] = await tx`
    select count(*)::int as n from shop_requests where order_number = ${orderNumber} and kind = ${kind}`;
  return `${kind}:${orderNumber}:${z.int().parse(row?.n) + 1}`;
}

/** Whether the shop still owes an answer to a request of these kinds about an order. */
export async function hasOpenRequest(
  sql: SqlOrTx,
  orderNumber: OrderNumber,
  kinds: readonly ShopActKind[],
): Promise<boolean> {
  const rows = await sql`
    select from shop_requests
    where order_number = ${orderNumber} and kind = any(${[...kinds]}) and state = 'requested' limit 1`;
  return rows.length > 0;
}

const Settled = z.discriminatedUnion('state', [
  z.object({ state: z.literal('requested') }),
  z.object({ state: z.literal('confirmed'), receipt: z.string() }),
  z.object({ state: z.literal('refused'), refusal: z.string() }),
]);

const ShopRequestRow = z.intersection(
  z.object({
    id: z.uuid(),
    orderNumber: OrderNumber,
    key: z.string(),
    conversationId: ConversationId.nullable(),
    askedBy: z.string().nullable(),
    requestedAt: Instant,
    settledAt: Instant.nullable(),
  }),
  z.intersection(ShopAct, Settled),
);
export type ShopRequest = z.infer<typeof ShopRequestRow>;

const columns = (sql: SqlOrTx) => sql`
  id, kind, order_number as "orderNumber", about, key, state, receipt, refusal, conversation_id as "conversationId",
  asked_by as "askedBy",
  requested_at as "requestedAt", settled_at as "settledAt"`;

export async function findShopRequest(sql: SqlOrTx, id: string): Promise<ShopRequest | null> {
  const [row] = await sql`select ${columns(sql)} from shop_requests where id = ${id}`;
  return row ? ShopRequestRow.parse(row) : null;
}

/** As findShopRequest, holding the row until the transaction ends, so that two answers to one request take turns. */
export async function lockShopRequest(tx: Tx, id: string): Promise<ShopRequest | null> {
  const [row] = await tx`select ${columns(tx)} from shop_requests where id = ${id} for update`;
  return row ? ShopRequestRow.parse(row) : null;
}

/** What the shop's system said to a request. */
export const ShopAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirmed'), receipt: z.string().min(1) }),
  z.object({ kind: z.literal('refused'), reason: z.string().min(1) }),
]);
export type ShopAnswer = z.infer<typeof ShopAnswer>;

/**
 * Writes the shop's answer down. False when the request was settled before: then this answer changes nothing. What
 * follows from it in the desk's book is for the caller, in the same transaction.
 */
export async function settleShopRequest(
  tx: Tx,
  { id, answer, at }: { id: string; answer: ShopAnswer; at: Instant },
): Promise<boolean> {
  const receipt = answer.kind === 'confirmed' ? answer.receipt : null;
  const refusal = answer.kind === 'refused' ? answer.reason : null;
  const settled = await tx`
    update shop_requests set state = ${answer.kind}, receipt = ${receipt}, refusal = ${refusal}, settled_at = ${at}
    where id = ${id} and state = 'requested'`;
  return settled.count === 1;
}

/** Requests made in a span of time, oldest first; with `onlyOpen` those the shop has not answered. */
export async function shopRequestsSince(
  sql: SqlOrTx,
  { since, until, onlyOpen }: { since: Instant; until: Instant; onlyOpen: boolean },
): Promise<ShopRequest[]> {
  const rows = await sql`
    select ${columns(sql)} from shop_requests
    where requested_at >= ${since} and requested_at <= ${until} and (state = 'requested' or not ${onlyOpen})
    order by requested_at, id`;
  return rows.map((row) => ShopRequestRow.parse(row));
}

/** What was asked of the shop about an order, newest first. */
export async function shopRequestsOf(sql: SqlOrTx, orderNumber: OrderNumber, most: number): Promise<ShopRequest[]> {
  const rows = await sql`
    select ${columns(sql)} from shop_requests where order_number = ${orderNumber}
    order by requested_at desc, id desc limit ${most}`;
  return rows.map((row) => ShopRequestRow.parse(row));
}

/** Has an open request sent once more, now, whatever became of its outbox row. */
export async function askAgain(sql: SqlOrTx, key: string): Promise<void> {
  await sql`
    update outbox set state = 'waiting', claimed_until = null, next_attempt_at = clock_timestamp()
    where idempotency_key = ${`shop:${key}`} and channel = 'shop' and state <> 'sending'`;
}
