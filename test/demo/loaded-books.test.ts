import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/demo/load-demo.js';
import { addDays, localDate } from '../../src/domain/kernel/dates.js';
import { LINE_EVENTS, type LineState, nextState } from '../../src/domain/orders/line-state.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

const TODAY = localDate('2026-11-23');

let shop: TestDatabase;
beforeAll(async () => {
  shop = await aDatabase();
  await loadDemo(shop.sql, { today: TODAY });
});
afterAll(() => shop.drop());

/** Rows that break a rule; each query names what must never be. */
const breaches = async (query: string): Promise<unknown[]> => [...(await shop.sql.unsafe(query))];

describe('the loaded books', () => {
  it.each([
    [
      'an order whose payment is not its lines and its postage',
      `select number from orders o where paid_cents <> postage_cents
        + (select sum(quantity * unit_price_cents) from order_lines l where l.order_number = o.number)`,
    ],
    [
      'stock whose allocated units are not those of its order lines',
      `select sku, location_id from stock s where allocated <> coalesce((select sum(quantity) from allocations a
        where a.sku = s.sku and a.location_id = s.location_id), 0)`,
    ],
    [
      'a line whose state is not where its history ends',
      `select l.id from order_lines l where state is distinct from
        (select to_state from order_line_events e where e.order_line_id = l.id order by e.id desc limit 1)`,
    ],
    [
      'a history with a gap, or that runs backwards',
      `select id from (select id, from_state, at, lag(to_state) over w as before, lag(at) over w as earlier
        from order_line_events window w as (partition by order_line_id order by id)) e
        where from_state is distinct from before or at < earlier`,
    ],
    [
      'a line called shipped without a carrier’s scan, or scanned without being called so',
      `select l.id from order_lines l where (state in ('part_shipped', 'shipped', 'delivered')) is distinct from exists (
        select from shipment_lines s join carrier_scans c on c.shipment_id = s.shipment_id where s.order_line_id = l.id)`,
    ],
    [
      'a line called delivered without a delivery scan, or the other way round',
      `select l.id from order_lines l where state in ('shipped', 'delivered') and (state = 'delivered') is distinct from exists (
        select from shipment_lines s join carrier_scans c on c.shipment_id = s.shipment_id
        where s.order_line_id = l.id and c.kind = 'delivered')`,
    ],
    [
      'units that are neither on their way, nor on a shelf for the line, nor waited for',
      `select l.id from order_lines l
        left join lateral (select sum(s.quantity) as sent from shipment_lines s where s.order_line_id = l.id
          and exists (select from carrier_scans c where c.shipment_id = s.shipment_id)) on true
        left join lateral (select sum(quantity) as held from allocations a where a.order_line_id = l.id) on true
        where coalesce(sent, 0) + coalesce(held, 0)
          <> case when state in ('placed', 'backordered', 'cancelled') then 0 else l.quantity end`,
    ],
    [
      'scans out of order, or before the label',
      `select shipment_id from (select c.shipment_id, c.at, c.kind, s.labelled_at,
          lag(c.at) over (partition by c.shipment_id order by c.id) as earlier
        from carrier_scans c join shipments s on s.id = c.shipment_id) x where at <= earlier or at < labelled_at`,
    ],
    [
      'a shelf with free units of something people wait for',
      `select s.sku from stock s where s.on_hand - s.allocated > coalesce((select sum(units) from stock_buffers b
          where b.sku = s.sku and b.location_id = s.location_id and b.sales_channel_id <> 'web'), 0)
        and exists (select from order_lines l where l.sku = s.sku and l.state = 'backordered')`,
    ],
    [
      'a wait that is not timed by its history',
      `select l.id from order_lines l where backordered_at is distinct from
        (select at from order_line_events e where e.order_line_id = l.id and to_state = 'backordered')`,
    ],
    [
      'a line without a shipping statement made when it was ordered',
      `select l.id from order_lines l join orders o on o.number = l.order_number where not exists (
        select from shipping_statements s where s.order_line_id = l.id and s.stated_at = o.placed_at)`,
    ],
    [
      'a cancelled line whose money did not go back, or more money back than was paid',
      `select l.id from order_lines l where state = 'cancelled' and not exists (
        select from refunds r where l.id = any (r.order_line_ids))
        union select order_number from refunds r join orders o on o.number = r.order_number
          group by order_number, paid_cents having sum(amount_cents) > paid_cents`,
    ],
    [
      'a purchase order called received while units are out, or open with nothing out',
      `select o.number from purchase_orders o join purchase_order_lines l on l.po_number = o.number
        left join lateral (select sum(quantity) as came from receipts r where r.po_line_id = l.id) on true
        group by o.number having (o.state = 'open') is distinct from
          bool_or(l.quantity - l.cancelled_quantity - coalesce(came, 0) > 0)`,
    ],
    [
      'a line that got more units than were ordered',
      `select l.id from purchase_order_lines l join receipts r on r.po_line_id = l.id group by l.id
        having sum(r.quantity) + l.cancelled_quantity > l.quantity`,
    ],
    [
      'a promise given before the order, or naming a day before it was given',
      `select v.id from supplier_promises v join purchase_order_lines l on l.id = v.po_line_id
        join purchase_orders o on o.number = l.po_number where given_on < ordered_on or promised_on < given_on`,
    ],
    [
      'a customer whose lifetime value is not what their orders brought',
      `select c.id from customers c where lifetime_value_cents <>
        coalesce((select sum(paid_cents) from orders o where o.customer_id = c.id), 0)
        - coalesce((select sum(amount_cents) from refunds r join orders o on o.number = r.order_number
            where o.customer_id = c.id), 0)`,
    ],
    [
      'an order placed before its customer was one',
      'select number from orders o join customers c on c.id = o.customer_id where o.placed_at < c.since',
    ],
    [
      'a contact point without a consent on record for service by e-mail',
      `select p.id from contact_points p where kind = 'email' and not exists (
        select from consents c where c.contact_point_id = p.id and purpose = 'service' and granted)`,
    ],
  ])('never hold %s', async (_what, query) => {
    expect(await breaches(query)).toEqual([]);
  });

  it('know only steps that the transition table allows', async () => {
    const steps = await shop.sql<{ from: LineState; to: LineState }[]>`
      select distinct from_state as from, to_state as to from order_line_events where from_state is not null`;
    const impossible = steps.filter(({ from, to }) =>
      LINE_EVENTS.every((event) => {
        const next = nextState(from, event);
        return next.kind === 'refused' || next.to !== to;
      }),
    );
    expect(steps.length).toBeGreaterThan(5);
    expect(impossible).toEqual([]);
  });

  it('have every situation a waiting shopper can be in, more than once', async () => {
    const [found] = await shop.sql`
      with waiting as (
        select l.id, l.order_number, l.sku, s.ship_by, l.quantity,
          sum(l.quantity) over (partition by l.sku order by l.backordered_at, l.id) as units_to_here
        from order_lines l join shipping_statements s on s.order_line_id = l.id where l.state = 'backordered'
      ), supply as (
        select l.sku, count(*) as orders, sum(l.quantity - coalesce(r.came, 0)) as units, max(v.given) as given,
          min(v.promised_on) as first_on, max(r.came) as came
        from purchase_order_lines l join purchase_orders o on o.number = l.po_number and o.state = 'open'
        left join lateral (select sum(quantity) as came from receipts where po_line_id = l.id) r on true
        left join lateral (select count(*) as given, (array_agg(promised_on order by id desc))[1] as promised_on
          from supplier_promises where po_line_id = l.id) v on true
        group by l.sku
      )
      select count(*) filter (where orders = 1 and units >= units_to_here)::int as "onOne",
        count(*) filter (where orders = 2)::int as "onTwo",
        count(*) filter (where orders is null)::int as "onNone",
        count(*) filter (where units < units_to_here)::int as "notEnough",
        count(*) filter (where first_on < ${TODAY})::int as overdue,
        count(*) filter (where given >= 3)::int as "severalSlips",
        count(*) filter (where given = 0)::int as "noPromise",
        count(*) filter (where first_on = ${addDays(TODAY, 1)})::int as tomorrow,
        count(*) filter (where came > 0)::int as "partReceived",
        count(*) filter (where ship_by < ${TODAY})::int as "pastTheStatedDay",
        count(*) filter (where ship_by is null)::int as "noDayStated",
        count(*) filter (where exists (select from order_lines o where o.order_number = waiting.order_number
          and o.state in ('shipped', 'delivered')))::int as "partShipped"
      from waiting left join supply using (sku)`;
    const rare = Object.entries(found!).filter(([, lines]) => (lines as number) < 4);
    expect(rare).toEqual([]);
  });
});
