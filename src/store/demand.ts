import { z } from 'zod';
import type { LocalDate, Zone } from '../domain/kernel/dates.js';
import { type LocationId, Sku } from '../domain/kernel/ids.js';
import type { SqlOrTx } from './connect.js';

/** Which demand: of a shop's days before `today`, as many as `days`, all or at one location, all SKUs or one. */
export interface DemandQuestion {
  readonly today: LocalDate;
  readonly zone: Zone;
  readonly days: number;
  readonly locationId?: LocationId | undefined;
  readonly sku?: Sku | undefined;
}

const SeriesRow = z.object({
  sku: Sku,
  /** Periods before today: -1 is the newest. */
  periods: z.array(z.int()),
  units: z.array(z.int()),
});
export type DemandRecord = z.infer<typeof SeriesRow>;

/**
 * Units asked for, by SKU and whole period of `step` days before today; periods without demand are left out. What counts:
 *
 * - every order line on the day its order was placed, shipped, waiting or not yet looked at;
 * - a cancelled line only if it had to wait: then the goods were wanted and not there. Cancelled without a wait, the
 *   customer changed their mind;
 * - a swapped line for the SKU that was ordered, not for the one sent instead.
 *
 * It belongs to the location that sent it, else holds it, else to the one that sends most of the SKU, else to the first
 * that stocks it.
 */
export async function demandBySku(
  sql: SqlOrTx,
  { today, zone, days, locationId, sku }: DemandQuestion,
  step: number,
): Promise<DemandRecord[]> {
  const rows = await sql`
    with asked as (
      select coalesce(swap.from_sku, l.sku) as sku, l.quantity,
        floor(((o.placed_at at time zone ${zone})::date - ${today}::date)::numeric / ${step})::int as period
        ${locationId ? sql`, coalesce(sent.location_id, held.location_id) as location_id` : sql``}
      from orders o join order_lines l on l.order_number = o.number
      left join (
        select distinct on (order_line_id) order_line_id, from_sku from line_swaps order by order_line_id, id
      ) swap on swap.order_line_id = l.id
      ${locationId ? sentFrom(sql) : sql``}
      where o.placed_at >= ((${today}::date - ${days}::int)::timestamp at time zone ${zone})
        and o.placed_at < (${today}::date::timestamp at time zone ${zone})
        and (l.state <> 'cancelled' or l.backordered_at is not null)
        ${sku ? sql`and coalesce(swap.from_sku, l.sku) = ${sku}` : sql``}
    ), summed as (
      select a.sku, a.period, sum(a.quantity)::int as units from asked a
      ${
        locationId
          ? sql`
      left join (
        select distinct on (sku) sku, location_id from (
          select sku, location_id, sum(quantity) as units from asked where location_id is not null group by 1, 2) by_location
        order by sku, units desc, location_id
      ) usual on usual.sku = a.sku
      where coalesce(a.location_id, usual.location_id, (select min(s.location_id) from stock s where s.sku = a.sku)) = ${locationId}`
          : sql``
      }
      group by 1, 2
    )
    select sku, array_agg(period order by period) as periods, array_agg(units order by period) as units
    from summed group by sku order by sku`;
  return rows.map((row) => SeriesRow.parse(row));
}

const sentFrom = (sql: SqlOrTx) => sql`
      left join lateral (
        select s.location_id from shipment_lines sl join shipments s on s.id = sl.shipment_id
        where sl.order_line_id = l.id order by s.labelled_at, s.id limit 1
      ) sent on true
      left join lateral (select min(a.location_id) as location_id from allocations a where a.order_line_id = l.id) held on true`;

const ShortRow = z.object({ sku: Sku, periods: z.array(z.int()) });
export type ShortPeriods = z.infer<typeof ShortRow>;

/**
 * The periods in which a SKU was out of stock on some day, known by somebody waiting for it: from `backordered_at` until
 * the line was given units or cancelled. What was sold then is less than was wanted.
 */
export async function shortPeriods(
  sql: SqlOrTx,
  { today, zone, days, sku }: DemandQuestion,
  step: number,
): Promise<ShortPeriods[]> {
  const rows = await sql`
    with waits as (
      select l.sku, greatest((l.backordered_at at time zone ${zone})::date, ${today}::date - ${days}::int) as first,
        least(coalesce((
          select (min(e.at) at time zone ${zone})::date from order_line_events e
          where e.order_line_id = l.id and e.at >= l.backordered_at and e.to_state in ('allocated', 'shipped', 'delivered', 'cancelled')
        ), case when l.state in ('backordered', 'part_shipped') then ${today}::date - 1
          else (l.backordered_at at time zone ${zone})::date end), ${today}::date - 1) as last
      from order_lines l where l.backordered_at is not null ${sku ? sql`and l.sku = ${sku}` : sql``}
    )
    select sku, array_agg(distinct period order by period) as periods
    from waits, generate_series(floor((first - ${today}::date)::numeric / ${step})::int,
      floor((last - ${today}::date)::numeric / ${step})::int) as period
    where first <= last group by sku order by sku`;
  return rows.map((row) => ShortRow.parse(row));
}

/** Changes when an order of a day before today comes in, and when the shop's data is loaded anew. */
export async function demandMark(sql: SqlOrTx, { today, zone, days }: DemandQuestion): Promise<string> {
  const [row] = await sql<{ mark: string }[]>`
    select concat_ws('/', count(*), max(placed_at)) as mark from orders
    where placed_at >= ((${today}::date - ${days}::int)::timestamp at time zone ${zone})
      and placed_at < (${today}::date::timestamp at time zone ${zone})`;
  return row?.mark ?? '';
}
