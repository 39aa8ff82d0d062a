import { z } from 'zod';
import { Instant, LocalDate } from '../domain/kernel/dates.js';
import type { CustomerId } from '../domain/kernel/ids.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const WaitingRow = z.object({
  orderNumber: OrderNumber,
  orderLineId: OrderLineId,
  state: z.string(),
  /** Price and cost of the units that have not left; the cost is null when it is not known. */
  valueCents: z.int(),
  costCents: z.int().nullable(),
  /** The first ship date that was told; null when none was. */
  firstShipBy: LocalDate.nullable(),
  /** How often a told date was put off: later shipping statements and delay notices. */
  slips: z.int(),
});
export type WaitingStanding = z.infer<typeof WaitingRow>;

/** What still waits to be sent, of one order or of all of a customer's, with what delays rest on. */
export async function waitingOf(
  sql: SqlOrTx,
  of: { readonly orderNumber: OrderNumber } | { readonly customerId: CustomerId },
): Promise<WaitingStanding[]> {
  const rows = await sql`
    select l.order_number as "orderNumber", l.id as "orderLineId", l.state,
      (l.unit_price_cents * left_over.units)::bigint as "valueCents", (k.unit_cost_cents * left_over.units)::bigint as "costCents",
      (select ship_by from shipping_statements s where s.order_line_id = l.id order by s.id limit 1) as "firstShipBy",
      ((select greatest(count(*) - 1, 0) from shipping_statements s where s.order_line_id = l.id)
        + (select count(*) from delay_records d where d.order_line_id = l.id and d.kind = 'notice_sent'))::int as slips
    from order_lines l join orders o on o.number = l.order_number join skus k on k.sku = l.sku
    join lateral (
      select l.quantity - coalesce(sum(sl.quantity), 0) as units from shipment_lines sl where sl.order_line_id = l.id
    ) left_over on true
    where l.state in ('placed', 'backordered', 'part_shipped') and left_over.units > 0
      and ${'orderNumber' in of ? sql`l.order_number = ${of.orderNumber}` : sql`o.customer_id = ${of.customerId}`}
    order by l.order_number, l.line_number`;
  return rows.map((row) => WaitingRow.parse(row));
}

const ToldRow = z.object({
  orderLineId: OrderLineId,
  shipBy: LocalDate.nullable(),
  toldAt: Instant,
  how: z.enum(['order', 'notice', 'chat']),
});
export type ToldShipDate = z.infer<typeof ToldRow>;

/**
 * Every ship date an order's customer was told, oldest first: at order time, in a notice (null where it named none), in
 * a chat or as news, where it is the cautious one that counts.
 */
export async function shipDatesTold(sql: SqlOrTx, number: OrderNumber): Promise<ToldShipDate[]> {
  const rows = await sql`
    with lines as (select id from order_lines where order_number = ${number})
    select order_line_id as "orderLineId", ship_by as "shipBy", stated_at as "toldAt", 'order' as how
      from shipping_statements where order_line_id in (select id from lines)
    union all
    select order_line_id, (payload ->> 'revisedShipBy')::date, at, 'notice'
      from delay_records where kind = 'notice_sent' and order_line_id in (select id from lines)
    union all
    select order_line_id, (said ->> 'value')::date, told_at, 'chat'
      from promises where kind = 'date' and said ->> 'fact' in ('cautiousOn', 'shipsByOn') and order_line_id in (select id from lines)
    order by "toldAt"`;
  return rows.map((row) => ToldRow.parse(row));
}
