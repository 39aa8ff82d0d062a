import { addDays, dateIn, type Instant } from '../../domain/kernel/dates.js';
import { businessNow } from '../../store/clock.js';
import type { Sql, Tx } from '../../store/connect.js';
import { WAREHOUSE, ZONE } from '../load-scenario-shop.js';
import type { Event } from './event.js';

/** Lets something happen in the shop now, in one transaction. */
export async function applyEvent(event: Event, sql: Sql): Promise<void> {
  const now = await businessNow(sql);
  await sql.begin(async (tx) => {
    if ('promised' in event) return givePromise(event.promised, now, tx);
    if ('stock' in event) return setStock(event.stock, tx);
    if ('shipped' in event) {
      await addParcel(event.shipped, now, tx);
      return moveLine(event.shipped, 'shipped', now, tx);
    }
    if ('cancelled' in event) return moveLine(event.cancelled, 'cancelled', now, tx);
    await scan(lineId(event.delivered), 'delivered', now, tx);
    return moveLine(event.delivered, 'delivered', now, tx);
  });
}

type Of<Name extends string> = Extract<Event, Record<Name, unknown>>[Name &
  keyof Extract<Event, Record<Name, unknown>>];

const lineId = ({ order, line }: Of<'delivered'>): string => `${order}-${line}`;

async function givePromise({ po, date }: Of<'promised'>, now: Instant, tx: Tx): Promise<void> {
  const today = dateIn(ZONE, now);
  await tx`
    insert into supplier_promises (po_line_id, promised_on, given_on, source)
    values (${`${po}-1`}, ${addDays(today, date)}, ${today}, 'scenario')`;
}

async function setStock({ sku, onHand }: Of<'stock'>, tx: Tx): Promise<void> {
  await tx`update stock set on_hand = greatest(${onHand}, allocated) where sku = ${sku}`;
}

async function addParcel(line: Of<'shipped'>, now: Instant, tx: Tx): Promise<void> {
  const id = lineId(line);
  await tx`
    insert into shipments (id, order_number, location_id, carrier, tracking_number, labelled_at)
    values (${id}, ${line.order}, ${WAREHOUSE}, ${line.carrier}, ${line.tracking ?? `T${id}`}, ${now})`;
  await tx`
    insert into shipment_lines (shipment_id, order_line_id, quantity)
    select ${id}, id, quantity from order_lines where id = ${id}`;
  await scan(id, 'accepted', now, tx);
}

async function scan(shipmentId: string, kind: 'accepted' | 'delivered', now: Instant, tx: Tx): Promise<void> {
  await tx`insert into carrier_scans (shipment_id, kind, at) values (${shipmentId}, ${kind}, ${now})`;
}

async function moveLine(line: Of<'delivered'>, state: string, now: Instant, tx: Tx): Promise<void> {
  await tx`
    with old as (select id, state from order_lines where id = ${lineId(line)} for update)
    insert into order_line_events (order_line_id, from_state, to_state, at, actor, reason)
    select id, state, ${state}, ${now}, 'scenario', 'as the scenario says' from old`;
  await tx`update order_lines set state = ${state} where id = ${lineId(line)}`;
}
