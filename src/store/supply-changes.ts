import { z } from 'zod';
import { type Instant, LocalDate } from '../domain/kernel/dates.js';
import { PurchaseOrderLineId, Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

const SlipRow = z.object({
  poLineId: PurchaseOrderLineId,
  sku: Sku,
  oldPromisedOn: LocalDate,
  /** Null where the old date passed and none came in its place. */
  newPromisedOn: LocalDate.nullable(),
  timesMoved: z.int(),
});
export type SupplierSlip = z.infer<typeof SlipRow>;

/**
 * Open purchase order lines whose promised date was moved since a day, or has passed since. `oldPromisedOn` is the date
 * that stood before; a line that moved and then passed again counts once, with its newest date.
 */
export async function slipsSince(sql: SqlOrTx, since: LocalDate, today: LocalDate): Promise<SupplierSlip[]> {
  const rows = await sql`
    with touched as (
      select po_line_id from supplier_promises where given_on >= ${since}
      union
      select po_line_id from supplier_promises where promised_on >= ${since} and promised_on < ${today}
    ), step as (
      select po_line_id, id, given_on, promised_on, lag(promised_on) over (partition by po_line_id order by id) as before
      from supplier_promises where po_line_id in (select po_line_id from touched)
    ), line as (
      select po_line_id, (array_agg(promised_on order by id desc))[1] as newest,
        (array_agg(before order by id) filter (where given_on >= ${since} and before <> promised_on))[1] as old,
        count(*) filter (where given_on >= ${since} and before <> promised_on)::int as moves
      from step group by po_line_id
    )
    select l.id as "poLineId", l.sku, coalesce(line.old, line.newest) as "oldPromisedOn",
      case when line.old is not null then line.newest end as "newPromisedOn", line.moves as "timesMoved"
    from line join purchase_order_lines l on l.id = line.po_line_id join purchase_orders p on p.number = l.po_number
    where p.state = 'open' and (line.old is distinct from line.newest or line.moves > 1)
      and (line.old is not null or (line.newest >= ${since} and line.newest < ${today}))
      and l.quantity - l.cancelled_quantity > coalesce((select sum(quantity) from receipts r where r.po_line_id = l.id), 0)
    order by l.id`;
  return rows.map((row) => SlipRow.parse(row));
}

/**
 * SKUs for which somebody waits and nobody did at `since`: the shelf ran out after it. A line that waited then and has
 * left the queue since means that the shelf was empty already.
 */
export async function stockoutsSince(sql: SqlOrTx, since: Instant): Promise<Sku[]> {
  const rows = await sql<{ sku: string }[]>`
    select sku from order_lines where state in ('backordered', 'part_shipped') and backordered_at is not null
    group by sku having min(backordered_at) >= ${since}
    except
    select l.sku from order_lines l join order_line_events e on e.order_line_id = l.id
    where l.backordered_at < ${since} and e.at >= ${since} and e.from_state in ('backordered', 'part_shipped')
      and l.sku in (select sku from order_lines where backordered_at >= ${since})
    order by sku`;
  return rows.map(({ sku }) => Sku.parse(sku));
}
