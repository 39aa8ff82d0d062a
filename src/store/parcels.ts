import { z } from 'zod';
import { Instant, Zone } from '../domain/kernel/dates.js';
import { CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const ParcelRow = z.object({
  shipmentId: z.string(),
  orderNumber: OrderNumber,
  customerId: CustomerId,
  zone: Zone,
  service: z.enum(['standard', 'express']),
  carrier: z.string(),
  tracking: z.string(),
  leftAt: Instant,
  /** The carrier's newest word that it is out for delivery; null while there is none. */
  outForDeliveryAt: Instant.nullable(),
  items: z.array(z.object({ lineName: z.string(), quantity: z.int() })),
  /** Something of the order still has to follow. */
  moreFollows: z.boolean(),
});
export type ParcelOnItsWay = z.infer<typeof ParcelRow>;

/** Parcels that a carrier took at or after a moment and has not delivered by `now`, the first to leave first. */
export async function parcelsOnTheirWay(
  sql: SqlOrTx,
  { since, now }: { readonly since: Instant; readonly now: Instant },
): Promise<ParcelOnItsWay[]> {
  const rows = await sql`
    select s.id as "shipmentId", o.number as "orderNumber", o.customer_id as "customerId", o.ship_to_zone as zone,
      o.shipping_service as service, s.carrier, s.tracking_number as tracking, scan.left_at as "leftAt",
      scan.out_at as "outForDeliveryAt",
      (select json_agg(json_build_object('lineName', l.title, 'quantity', sl.quantity) order by l.line_number)
        from shipment_lines sl join order_lines l on l.id = sl.order_line_id where sl.shipment_id = s.id) as items,
      exists (
        select from order_lines l where l.order_number = o.number and l.state not in ('cancelled', 'cancelling')
          and l.quantity > coalesce((
            select sum(sl.quantity) from shipment_lines sl
            where sl.order_line_id = l.id and exists (select from carrier_scans c where c.shipment_id = sl.shipment_id)), 0)
      ) as "moreFollows"
    from shipments s join orders o on o.number = s.order_number
    join lateral (
      select min(c.at) filter (where c.kind <> 'exception') as left_at, max(c.at) filter (where c.kind = 'out_for_delivery') as out_at,
        bool_or(c.kind = 'delivered') as delivered
      from carrier_scans c where c.shipment_id = s.id and c.at <= ${now}
    ) scan on scan.left_at >= ${since} and not scan.delivered
    where exists (select from shipment_lines sl where sl.shipment_id = s.id)
    order by scan.left_at, s.id`;
  return rows.map((row) => ParcelRow.parse(row));
}

/** Whether the carrier says that it is there. */
export async function isParcelDelivered(sql: SqlOrTx, shipmentId: string): Promise<boolean> {
  const [row] = await sql<{ delivered: boolean }[]>`
    select exists (select from carrier_scans where shipment_id = ${shipmentId} and kind = 'delivered') as delivered`;
  return row?.delivered === true;
}
