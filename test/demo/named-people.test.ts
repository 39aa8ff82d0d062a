import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/demo/load-demo.js';
import { demoPeople } from '../../src/demo/people.js';
import { addDays, localDate } from '../../src/domain/kernel/dates.js';
import { aDatabase, type TestDatabase } from '../support/database.js';

const TODAY = localDate('2026-11-23');

let shop: TestDatabase;
beforeAll(async () => {
  shop = await aDatabase();
  await loadDemo(shop.sql, { today: TODAY });
});
afterAll(() => shop.drop());

describe('the named people', () => {
  const person = async (number: string) =>
    (await shop.sql`
      select l.line_number as line, l.sku, l.state, s.ship_by as "shipBy", open.promised, open.slips
      from order_lines l join shipping_statements s on s.order_line_id = l.id
      left join lateral (
        select jsonb_agg(promised_on order by po_number) as promised, sum(given - 1)::int as slips from (
          select o.number as po_number, count(v.id) as given, (array_agg(v.promised_on order by v.id desc))[1] as promised_on
          from purchase_order_lines p join purchase_orders o on o.number = p.po_number and o.state = 'open'
          left join supplier_promises v on v.po_line_id = p.id where p.sku = l.sku group by o.number) x
      ) open on l.state = 'backordered'
      where l.order_number = ${number} order by l.line_number`) as unknown as Record<string, unknown>[];
  const inDays = (days: number) => addDays(TODAY, days);

  it.each(demoPeople().map((who) => [who.name, who] as const))(
    '%s is there under that number and e-mail',
    async (_name, who) => {
      const [found] = await shop.sql`
      select c.name from orders o join customers c on c.id = o.customer_id
      join contact_points p on p.customer_id = c.id and p.kind = 'email' and p.value = ${who.email}
      where o.number = ${who.orderNumber} and o.ship_to_name = c.name`;
      expect(found).toEqual({ name: who.name });
    },
  );

  it('are each in the situation the README tells', async () => {
    expect(await person('1042')).toMatchObject([
      { sku: 'TRI-TRV-AL', state: 'shipped' },
      { sku: 'LEN-50-AW', state: 'backordered', promised: [inDays(6 + 1)], shipBy: inDays(10) },
    ]);
    expect(await person('1067')).toMatchObject([{ state: 'backordered', promised: [inDays(4), inDays(19 + 2)] }]);
    expect(await person('1083')).toMatchObject([{ state: 'backordered', promised: null }]);
    expect(await person('1105')).toMatchObject([{ state: 'backordered', promised: [inDays(-5)] }]);
    expect(await person('1128')).toMatchObject([
      { state: 'backordered', promised: [inDays(4)], slips: 3 },
      { state: 'delivered' },
    ]);
    expect(await person('1136')).toMatchObject([{ state: 'backordered', shipBy: inDays(-4) }]);
    expect(await person('1154')).toMatchObject([{ state: 'backordered', promised: [inDays(1)] }]);
    expect(await person('1171')).toMatchObject([{ sku: 'AUD-ONE-BLK', state: 'backordered', promised: [inDays(24)] }]);
    expect(await person('1190')).toMatchObject([{ state: 'allocated' }]);
    expect(await person('1206')).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }]);
    expect(await person('1219')).toMatchObject([
      { state: 'delivered' },
      { sku: 'LEN-85-AW', state: 'backordered' },
      { sku: 'LGT-RING-18', state: 'backordered', promised: [null] },
    ]);
    expect(await person('1234')).toMatchObject([{ state: 'allocated' }, { state: 'backordered' }]);
    expect(await person('1248')).toMatchObject([{ state: 'allocated' }]);
    expect(await person('1263')).toMatchObject([{ state: 'cancelled' }]);
  });

  it('include chargers that one purchase order begins and the next completes', async () => {
    const [queue] = await shop.sql`
      select (select sum(quantity)::int from order_lines o where o.sku = l.sku and o.state = 'backordered'
          and o.backordered_at < l.backordered_at) as ahead, quantity,
        (select array_agg(p.quantity order by p.po_number) from purchase_order_lines p
          join purchase_orders o on o.number = p.po_number where p.sku = l.sku and o.state = 'open') as coming
      from order_lines l where id = '1067-1'`;
    const [first, second] = queue!.coming as number[];
    expect(queue!.ahead).toBeLessThan(first!);
    expect(queue!.ahead + queue!.quantity).toBeGreaterThan(first!);
    expect(queue!.ahead + queue!.quantity).toBeLessThanOrEqual(first! + second!);
  });

  it('include a VIP with a date, a business, a label without a scan, and a refund on its way', async () => {
    expect(
      await shop.sql`
      select c.tier, o.needed_by from orders o join customers c on c.id = o.customer_id where number = '1219'`,
    ).toEqual([{ tier: 'vip', needed_by: inDays(16) }]);
    expect(
      await shop.sql`
      select c.is_business from orders o join customers c on c.id = o.customer_id where number = '1234'`,
    ).toEqual([{ is_business: true }]);
    expect(
      await shop.sql`
      select count(s.id)::int as labels, count(c.id)::int as scans from shipments s
      left join carrier_scans c on c.shipment_id = s.id where order_number = '1248'`,
    ).toEqual([{ labels: 1, scans: 0 }]);
    expect(
      await shop.sql`
      select amount_cents = paid_cents as all_of_it, r.state from refunds r join orders o on o.number = r.order_number
      where o.number = '1263'`,
    ).toEqual([{ all_of_it: true, state: 'owed' }]);
  });
});
