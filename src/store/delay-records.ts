import { z } from 'zod';
import {
  DELIVERY_RESULTS,
  type DelayFact,
  type DelayRecord,
  EXEMPTIONS,
  NOTICE_CHANNELS,
  REFUND_FORMS,
  REFUND_PROOFS,
} from '../domain/delay-rule/records.js';
import { Instant, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, type OrderNumber } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import type { SqlOrTx, Tx } from './connect.js';

const Delivery = z.object({ channel: z.enum(NOTICE_CHANNELS), result: z.enum(DELIVERY_RESULTS) });

/** The facts kept in delay_records. */
const KEPT = [
  z.object({ kind: z.literal('credit_application') }),
  z.object({ kind: z.literal('exemption'), because: z.enum(EXEMPTIONS), note: z.string() }),
  z.object({
    kind: z.literal('notice_sent'),
    noticeId: z.string().min(1),
    textRef: z.string().min(1),
    revisedShipBy: LocalDate.nullable(),
    reason: z.string().nullable(),
    offersCancel: z.boolean(),
    answerIsFree: z.boolean(),
    deliveries: z.array(Delivery),
  }),
  z.object({ kind: z.literal('notice_delivery'), noticeId: z.string().min(1), ...Delivery.shape }),
  z.object({
    kind: z.literal('answer'),
    choice: z.enum(['consent', 'cancel']),
    noticeId: z.string().nullable(),
    channel: z.string(),
  }),
  z.object({ kind: z.literal('seller_stops'), reason: z.string() }),
  z.object({
    kind: z.literal('refund_sent'),
    form: z.enum(REFUND_FORMS),
    amount: Money,
    proof: z.enum(REFUND_PROOFS).nullable(),
  }),
  z.object({ kind: z.literal('refund_method_impossible'), reason: z.string() }),
] as const;

const KeptFact = z.discriminatedUnion('kind', KEPT);
export type KeptFact = z.infer<typeof KeptFact>;

/** Every fact, wherever it is kept. */
const Fact = z.discriminatedUnion('kind', [
  ...KEPT,
  z.object({ kind: z.literal('order_completed') }),
  z.object({ kind: z.literal('shipping_statement'), shipBy: LocalDate.nullable(), basis: z.string() }),
  z.object({ kind: z.literal('shipment'), quantity: z.int(), carrier: z.string(), tracking: z.string() }),
  z.object({ kind: z.literal('label_printed'), carrier: z.string(), tracking: z.string() }),
  z.object({
    kind: z.literal('refund_booked'),
    amount: Money,
    method: z.string(),
    state: z.enum(['owed', 'requested', 'sent', 'refused']),
  }),
]) satisfies z.ZodType<DelayFact>;

const About = z.object({ orderLineId: OrderLineId, at: Instant, source: z.string() });

/** Writes one fact down. `at`: when it happened. Throws on a second notice of the same id for a line. */
export async function addDelayRecord(
  tx: Tx,
  { orderLineId, at, source, ...fact }: KeptFact & z.infer<typeof About>,
): Promise<void> {
  const { kind, ...payload } = KeptFact.parse(fact);
  await tx`
    insert into delay_records (order_line_id, kind, payload, at, source)
    values (${orderLineId}, ${kind}, ${tx.json(payload as never)}, ${at}, ${source})`;
}

/**
 * The whole record of some orders' lines, in no particular order: delay_records and what other tables hold already.
 * `shipment` is the first scan of a parcel in the carrier's hands; a line cancelled on the customer's word is their
 * answer, any other cancelled line the seller's decision.
 */
export async function delayRecordsOf(sql: SqlOrTx, numbers: readonly OrderNumber[]): Promise<DelayRecord[]> {
  const rows = await sql`
    with lines as (select id, order_number from order_lines where order_number = any(${[...numbers]}))
    select d.order_line_id as "orderLineId", d.at, d.source, d.payload || jsonb_build_object('kind', d.kind) as fact
      from delay_records d join lines l on l.id = d.order_line_id
    union all
    select l.id, o.completed_at, 'orders', jsonb_build_object('kind', 'order_completed')
      from lines l join orders o on o.number = l.order_number where o.completed_at is not null
    union all
    select s.order_line_id, s.stated_at, 'shipping_statements',
        jsonb_build_object('kind', 'shipping_statement', 'shipBy', s.ship_by, 'basis', s.basis)
      from shipping_statements s join lines l on l.id = s.order_line_id
    union all
    select sl.order_line_id, p.labelled_at, 'shipments',
        jsonb_build_object('kind', 'label_printed', 'carrier', p.carrier, 'tracking', p.tracking_number)
      from shipment_lines sl join lines l on l.id = sl.order_line_id join shipments p on p.id = sl.shipment_id
    union all
    select sl.order_line_id, scan.at, 'carrier_scans', jsonb_build_object('kind', 'shipment',
        'quantity', sl.quantity, 'carrier', p.carrier, 'tracking', p.tracking_number)
      from shipment_lines sl join lines l on l.id = sl.order_line_id join shipments p on p.id = sl.shipment_id
      join lateral (
        select min(c.at) as at from carrier_scans c where c.shipment_id = p.id and c.kind <> 'exception'
      ) scan on scan.at is not null
    union all
    select e.order_line_id, e.at, 'order_line_events',
        case when e.actor = 'shopper' or e.reason = 'cancelled by the customer'
          then jsonb_build_object('kind', 'answer', 'choice', 'cancel', 'noticeId', null, 'channel', 'order')
          else jsonb_build_object('kind', 'seller_stops', 'reason', e.reason) end
      from order_line_events e join lines l on l.id = e.order_line_id
      -- asked of the shop's system counts from the asking, unless the shop refused
      where (e.to_state = 'cancelled' and e.from_state is distinct from 'cancelling')
        or (e.to_state = 'cancelling' and not exists (
          select from order_line_events b where b.order_line_id = e.order_line_id and b.id > e.id
            and b.from_state = 'cancelling' and b.to_state <> 'cancelled'))
    union all
    select l.id, r.owed_since, 'refunds', jsonb_build_object('kind', 'refund_booked', 'method', r.method,
        'state', r.state, 'amount', jsonb_build_object('cents', r.amount_cents, 'currency', r.currency))
      from refunds r join lines l on l.order_number = r.order_number and l.id = any(r.order_line_ids)
      where r.swap_id is null`;
  return rows.map(({ fact, ...about }) => ({ ...Fact.parse(fact), ...About.parse(about) }));
}
