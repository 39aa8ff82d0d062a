import { z } from 'zod';
import { addDays, dateIn, type Zone } from '../../domain/kernel/dates.js';
import { OrderNumber, PurchaseOrderNumber, Sku } from '../../domain/kernel/ids.js';
import { businessNow } from '../../store/clock.js';
import type { Sql } from '../../store/connect.js';

/** Where the warehouse of a scenario's shop is. */
const ZONE = 'America/Los_Angeles' as Zone;

const OFFSET = { error: 'write a day as +9d, -3d or 0d' };
const Offset = z
  .string(OFFSET)
  .regex(/^[+-]?\d{1,4}d$/, OFFSET)
  .transform((text) => Number.parseInt(text, 10));
const Line = { order: OrderNumber, line: z.int().min(1) };

/** What may happen in a shop between two turns. */
const Event = z.union([
  /** A line leaves: the carrier has it. */
  z.strictObject({
    shipped: z.strictObject({ ...Line, carrier: z.string().default('UPS'), tracking: z.string().optional() }),
  }),
  z.strictObject({ delivered: z.strictObject(Line) }),
  /** The shop cancels a line. */
  z.strictObject({ cancelled: z.strictObject(Line) }),
  /** A supplier gives another date, counted from the day it is then. */
  z.strictObject({ promised: z.strictObject({ po: PurchaseOrderNumber, date: Offset }) }),
  /** So many units are on the shelf. */
  z.strictObject({ stock: z.strictObject({ sku: Sku, onHand: z.int().min(0) }) }),
]);

/** Lets something happen in the shop, in one transaction. Throws ZodError for an event nobody knows. */
export async function applyEvent(given: unknown, sql: Sql): Promise<void> {
  const event = Event.parse(given);
  const now = await businessNow(sql);
  await sql.begin(async (tx) => {
    if ('promised' in event) {
      const today = dateIn(ZONE, now);
      await tx`
        insert into supplier_promises (po_line_id, promised_on, given_on, source)
        values (${`${event.promised.po}-1`}, ${addDays(today, event.promised.date)}, ${today}, 'scenario')`;
    } else if ('stock' in event) {
      const { sku, onHand } = event.stock;
      await tx`update stock set on_hand = greatest(${onHand}, allocated) where sku = ${sku}`;
    } else {
      const [state, line] = Object.entries(event)[0] as [
        string,
        { order: string; line: number; carrier?: string; tracking?: string },
      ];
      const id = `${line.order}-${line.line}`;
      if (state === 'shipped') {
        await tx`
          insert into shipments (id, order_number, location_id, carrier, tracking_number, labelled_at)
          values (${id}, ${line.order}, 'main', ${line.carrier ?? 'UPS'}, ${line.tracking ?? `T${id}`}, ${now})`;
        await tx`insert into shipment_lines (shipment_id, order_line_id, quantity) select ${id}, id, quantity from order_lines where id = ${id}`;
        await tx`insert into carrier_scans (shipment_id, kind, at) values (${id}, 'accepted', ${now})`;
      }
      if (state === 'delivered')
        await tx`insert into carrier_scans (shipment_id, kind, at) values (${id}, 'delivered', ${now})`;
      await tx`
        with old as (select id, state from order_lines where id = ${id} for update)
        insert into order_line_events (order_line_id, from_state, to_state, at, actor, reason)
        select id, state, ${state}, ${now}, 'scenario', 'as the scenario says' from old`;
      await tx`update order_lines set state = ${state} where id = ${id}`;
    }
  });
}
