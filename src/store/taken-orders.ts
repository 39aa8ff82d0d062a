import { z } from 'zod';
import { type Instant, LocalDate, type Zone } from '../domain/kernel/dates.js';
import { type CustomerId, type LocationId, OrderLineId, type OrderNumber, type Sku } from '../domain/kernel/ids.js';
import type { Currency } from '../domain/kernel/money.js';
import type { LineState } from '../domain/orders/line-state.js';
import type { SqlOrTx, Tx } from './connect.js';
import type { ShipTo } from './orders.js';

/** Any fixed number: keeps these advisory locks apart from others. */
const ORDER_NUMBERS = 7_305_003;

/** Makes those who take an order under one number take turns until the transaction ends. */
export async function lockOrderNumber(tx: Tx, number: OrderNumber): Promise<void> {
  await tx`select pg_advisory_xact_lock(${ORDER_NUMBERS}, hashtext(${number}))`;
}

export interface NewCustomer {
  readonly id: CustomerId;
  readonly name: string;
  readonly email: string;
  readonly at: Instant;
}

/** Adds a customer who is not known yet, to be written to about the order; one who is stays as they are. */
export async function addCustomer(tx: Tx, { id, name, email, at }: NewCustomer): Promise<void> {
  await tx`
    with new_customer as (
      insert into customers (id, name, since) values (${id}, ${name}, ${at}::timestamptz::date)
      on conflict (id) do nothing returning id
    ), point as (
      insert into contact_points (customer_id, kind, value, added_at)
      select id, 'email', ${email}, ${at} from new_customer returning id
    )
    insert into consents (contact_point_id, purpose, granted, source, at)
    select id, 'service', true, 'order', ${at} from point`;
}

export interface NewLine {
  readonly line: number;
  readonly sku: Sku;
  readonly title: string;
  readonly quantity: number;
  readonly unitPriceCents: number;
  readonly state: Extract<LineState, 'allocated' | 'backordered'>;
  /** Units set aside at once, by place. */
  readonly from: readonly { readonly locationId: LocationId; readonly units: number }[];
  /** The last ship date stated; null when none was. */
  readonly shipBy: LocalDate | null;
  readonly basis: string;
  /** For the line's history. */
  readonly told: string;
}

export interface NewOrder {
  readonly number: OrderNumber;
  readonly customerId: CustomerId;
  readonly salesChannelId: string;
  readonly currency: Currency;
  readonly paidCents: number;
  readonly paymentMethod: string;
  readonly shipTo: ShipTo;
  readonly shipToZone: Zone;
  readonly at: Instant;
  readonly takenBy: string;
  readonly lines: readonly NewLine[];
}

/**
 * Writes a paid, complete order with its lines, their history, the units set aside and what was stated about shipping.
 * The caller holds SKUs and stock; the constraints of `stock` refuse more than there is.
 */
export async function insertOrder(tx: Tx, { lines, shipTo, ...order }: NewOrder): Promise<void> {
  const { number, at, takenBy } = order;
  await tx`insert into orders ${tx({
    number,
    customer_id: order.customerId,
    sales_channel_id: order.salesChannelId,
    placed_at: at,
    completed_at: at,
    currency: order.currency,
    paid_cents: order.paidCents,
    payment_method: order.paymentMethod,
    ship_to_name: shipTo.name,
    ship_to_street: shipTo.street,
    ship_to_city: shipTo.city,
    ship_to_region: shipTo.region,
    ship_to_postcode: shipTo.postcode,
    ship_to_country: shipTo.country,
    ship_to_zone: order.shipToZone,
  })}`;
  for (const line of lines) await insertLine(tx, line, { number, at, takenBy });
}

async function insertLine(
  tx: Tx,
  line: NewLine,
  { number, at, takenBy }: Pick<NewOrder, 'number' | 'at' | 'takenBy'>,
): Promise<void> {
  const id = `${number}-${line.line}`;
  await tx`insert into order_lines ${tx({
    order_number: number,
    line_number: line.line,
    sku: line.sku,
    title: line.title,
    quantity: line.quantity,
    unit_price_cents: line.unitPriceCents,
    state: line.state,
    backordered_at: line.state === 'backordered' ? at : null,
  })}`;
  const event = { order_line_id: id, at, actor: takenBy };
  await tx`insert into order_line_events ${tx([
    { ...event, from_state: null, to_state: 'placed', reason: 'ordered' },
    { ...event, from_state: 'placed', to_state: line.state, reason: line.told },
  ])}`;
  for (const { locationId, units } of line.from) {
    await tx`
      update stock set allocated = allocated + ${units} where sku = ${line.sku} and location_id = ${locationId}`;
    await tx`
      insert into allocations (order_line_id, sku, location_id, quantity)
      values (${id}, ${line.sku}, ${locationId}, ${units})`;
  }
  await tx`
    insert into shipping_statements (order_line_id, ship_by, basis, stated_at)
    values (${id}, ${line.shipBy}, ${line.basis}, ${at})`;
}

const StatementRow = z.object({ orderLineId: OrderLineId, shipBy: LocalDate.nullable(), basis: z.string() });

/** What was first stated about the shipping of an order's lines. */
export async function firstStatements(sql: SqlOrTx, number: OrderNumber): Promise<z.infer<typeof StatementRow>[]> {
  const rows = await sql`
    select distinct on (s.order_line_id) s.order_line_id as "orderLineId", s.ship_by as "shipBy", s.basis
    from shipping_statements s join order_lines l on l.id = s.order_line_id
    where l.order_number = ${number} order by s.order_line_id, s.id`;
  return rows.map((row) => StatementRow.parse(row));
}
