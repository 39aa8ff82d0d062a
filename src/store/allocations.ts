import { z } from 'zod';
import type { Instant } from '../domain/kernel/dates.js';
import { LocationId, OrderLineId, type OrderNumber, Sku } from '../domain/kernel/ids.js';
import type { LineState } from '../domain/orders/line-state.js';
import type { SqlOrTx, Tx } from './connect.js';

const StockRow = z.object({
  locationId: LocationId,
  locationKind: z.enum(['warehouse', 'store', 'drop_ship']),
  onHand: z.int(),
  allocated: z.int(),
  buffers: z.array(z.object({ salesChannelId: z.string(), units: z.int() })),
});
export type LocationStock = z.infer<typeof StockRow>;

/** What every location has of a SKU, by location id, with the units kept back there for sales channels. */
export async function stockOf(sql: SqlOrTx, sku: Sku): Promise<LocationStock[]> {
  const rows = await sql`
    select s.location_id as "locationId", p.kind as "locationKind", s.on_hand as "onHand", s.allocated,
      coalesce((select jsonb_agg(jsonb_build_object('salesChannelId', b.sales_channel_id, 'units', b.units) order by b.sales_channel_id)
        from stock_buffers b where b.sku = s.sku and b.location_id = s.location_id), '[]') as buffers
    from stock s join locations p on p.id = s.location_id
    where s.sku = ${sku} order by s.location_id`;
  return rows.map((row) => StockRow.parse(row));
}

/**
 * Holds the orders that wait for a SKU, then its stock, until the transaction ends: the same order in which cancelling
 * takes them, so that the two never wait for each other. Returns the orders held.
 */
export async function lockAllocation(tx: Tx, sku: Sku): Promise<ReadonlySet<OrderNumber>> {
  const rows = await tx<{ number: OrderNumber }[]>`
    select number from orders
    where number in (select order_number from order_lines where sku = ${sku} and state in ('backordered', 'part_shipped'))
    order by number for update`;
  await tx`select from stock where sku = ${sku} order by location_id for update`;
  return new Set(rows.map(({ number }) => number));
}

export interface DecidedShare {
  readonly orderLineId: OrderLineId;
  readonly from: LineState;
  readonly to: LineState;
  readonly units: number;
  readonly parts: readonly { readonly locationId: LocationId; readonly units: number }[];
  readonly position: number;
  readonly points: number;
  readonly reasons: readonly string[];
  /** For the line's history. */
  readonly told: string;
}

export interface AllocationRun {
  readonly sku: Sku;
  readonly approvedBy: string;
  readonly rules: unknown;
  readonly at: Instant;
  readonly shares: readonly DecidedShare[];
}

/**
 * Gives units to lines in one statement, however many: the run and its decisions, allocations, stock, line states with their
 * history, order versions. The caller holds orders and stock (lockAllocation) and has asked the transition table. The
 * constraints of `stock` refuse more than there is; throws when a line is no longer in the state it was in.
 */
export async function writeAllocation(tx: Tx, { sku, approvedBy, rules, at, shares }: AllocationRun): Promise<void> {
  const lines = shares.map(({ orderLineId, from, to, units, position, points, reasons, told }) => ({
    id: orderLineId,
    from,
    to,
    units,
    position,
    points,
    reasons,
    told,
  }));
  const parts = shares.flatMap(({ orderLineId, parts }) =>
    parts.map(({ locationId, units }) => ({ id: orderLineId, location: locationId, units })),
  );
  const [written] = await tx<{ moved: number }[]>`
    with line as (
      select * from jsonb_to_recordset(${tx.json(lines as never)}) as l
        (id text, "from" text, "to" text, units int, position int, points int, reasons text[], told text)
    ), part as (
      select * from jsonb_to_recordset(${tx.json(parts as never)}) as p (id text, location text, units int)
    ), run as (
      insert into allocation_runs (sku, units, approved_by, rules, at)
      select ${sku}, sum(units), ${approvedBy}, ${tx.json(rules as never)}, ${at} from line returning id
    ), decided as (
      insert into allocation_decisions (run_id, order_line_id, units, position, points, reasons)
      select run.id, line.id, units, position, points, reasons from line, run
    ), given as (
      insert into allocations as a (order_line_id, sku, location_id, quantity)
      select id, ${sku}, location, units from part
      on conflict (order_line_id, location_id) do update set quantity = a.quantity + excluded.quantity
    ), stocked as (
      update stock s set allocated = s.allocated + taken.units
      from (select location, sum(units) as units from part group by location) taken
      where s.sku = ${sku} and s.location_id = taken.location
    ), moved as (
      update order_lines l set state = line."to" from line where l.id = line.id and l.state = line."from" returning l.id, l.order_number
    ), told as (
      insert into order_line_events (order_line_id, from_state, to_state, at, actor, reason)
      select id, "from", "to", ${at}, ${approvedBy}, told from line order by position
    ), versioned as (
      update orders set version = version + 1 where number in (select order_number from moved)
    )
    select count(*)::int as moved from moved`;
  if (written?.moved !== shares.length)
    throw new Error(`Of ${shares.length} lines that wait for ${sku}, ${written?.moved} are as they were`);
}

const HeldRow = z.object({ orderLineId: OrderLineId, sku: Sku, locationId: LocationId, units: z.int() });

/** Units on a shelf with an order's name on them, by line and location. */
export async function heldUnits(sql: SqlOrTx, number: OrderNumber): Promise<z.infer<typeof HeldRow>[]> {
  const rows = await sql`
    select a.order_line_id as "orderLineId", a.sku, a.location_id as "locationId", a.quantity as units
    from allocations a join order_lines l on l.id = a.order_line_id
    where l.order_number = ${number} order by l.line_number, a.location_id`;
  return rows.map((row) => HeldRow.parse(row));
}
