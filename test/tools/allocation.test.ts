import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { approveAllocation } from '../../src/tools/approve-allocation.js';
import { cancelLine } from '../../src/tools/cancel-line.js';
import { getQueuePosition } from '../../src/tools/get-queue-position.js';
import { previewAllocation } from '../../src/tools/preview-allocation.js';
import type { Principal } from '../../src/tools/principal.js';
import { aCounter, type Counter } from './counter.js';

const REP: Principal = { kind: 'rep', staffId: 'rita' };
const MANAGER: Principal = { kind: 'manager', staffId: 'mona' };
const OTHER: Principal = { kind: 'manager', staffId: 'otto' };

const order = (number: string, customer: string, placed: string, qty: number) => ({
  number,
  customer,
  placed,
  lines: [{ line: 1, sku: 'LENS', item: 'Lens', qty, price: 1, state: 'backordered' as const }],
});

let counter: Counter;
beforeEach(async () => {
  counter = await aCounter({
    customers: [
      { id: 'ana', name: 'Ana Silva', email: 'ana@example.com', tier: 'vip' },
      { id: 'ben', name: 'Ben Okafor', email: 'ben@example.com' },
      { id: 'cleo', name: 'Cleo Marsh', email: 'cleo@example.com' },
    ],
    orders: [order('1', 'ben', '-20d', 3), order('2', 'cleo', '-12d', 2), order('3', 'ana', '-10d', 2)],
    stock: [{ sku: 'LENS', onHand: 4 }],
  });
});
afterEach(() => counter.shop.drop());

const preview = (units?: number, who = REP) => counter.door.call(previewAllocation, { sku: 'LENS', units }, who);
async function planId(units?: number): Promise<string> {
  const seen = await preview(units);
  return seen.kind === 'previewed' ? (seen.planId ?? 'none') : seen.kind;
}
const approve = (plan: string, { who = MANAGER, key, units }: { who?: Principal; key?: string; units?: number } = {}) =>
  counter.door.call(approveAllocation, { sku: 'LENS', planId: plan, units }, who, key === undefined ? {} : { key });
const rows = async () => ({
  allocations: (
    await counter.shop.sql`select order_line_id as line, location_id as place, quantity from allocations order by 1, 2`
  ).map(({ line, place, quantity }) => [line, place, quantity]),
  allocated: (await counter.shop.sql`select allocated from stock where sku = 'LENS' order by location_id`).map(
    (row) => row.allocated,
  ),
  runs: (await counter.shop.sql`select units, approved_by from allocation_runs order by id`).map((row) => ({ ...row })),
});

describe('preview_allocation', () => {
  it('shows who gets what lies free, why, and what the others lack', async () => {
    expect(await preview()).toEqual({
      kind: 'previewed',
      sku: 'LENS',
      itemName: 'Lens',
      unitsFree: 4,
      unitsGiven: 4,
      unitsStillWanted: 3,
      planId: expect.any(String),
      shares: [
        {
          orderLineId: '1-1',
          orderNumber: '1',
          customerName: 'Ben Okafor',
          queuePosition: 1,
          unitsWanted: 3,
          reasons: ['wait'],
          units: 3,
          from: [{ locationId: 'main', units: 3 }],
        },
        {
          orderLineId: '3-1',
          orderNumber: '3',
          customerName: 'Ana Silva',
          queuePosition: 2,
          unitsWanted: 2,
          reasons: ['wait', 'tier'],
          units: 1,
          from: [{ locationId: 'main', units: 1 }],
        },
      ],
      waiting: [
        expect.objectContaining({ orderLineId: '3-1', unitsMissing: 1, goesFirstInDays: 36 }),
        expect.objectContaining({ orderLineId: '2-1', unitsMissing: 2, queuePosition: 3 }),
      ],
      moves: [],
    });
    expect(await rows()).toEqual({ allocations: [], allocated: [0], runs: [] });
  });

  it('supposes units that have not come, but gives no plan to approve for them', async () => {
    expect(await preview(2)).toMatchObject({ unitsGiven: 2, planId: expect.any(String) });
    expect(await preview(7)).toMatchObject({
      unitsFree: 4,
      unitsGiven: 7,
      unitsStillWanted: 0,
      planId: null,
      waiting: [],
    });
  });

  it('keeps the buffers of other channels, and proposes moves where a buffer cannot be kept', async () => {
    const { sql } = counter.shop;
    await sql`insert into sales_channels (id, name) values ('shop', 'Shop')`;
    await sql`insert into locations (id, name, kind, zone) values ('store', 'Store', 'store', 'America/New_York')`;
    await sql`insert into stock (sku, location_id, on_hand) values ('LENS', 'store', 1)`;
    await sql`insert into stock_buffers values ('LENS', 'main', 'shop', 2), ('LENS', 'store', 'shop', 2)`;
    expect(await preview()).toMatchObject({
      unitsFree: 5,
      unitsGiven: 2,
      waiting: [{ unitsMissing: 1 }, { unitsMissing: 2 }, { unitsMissing: 2 }],
      moves: [{ from: 'main', to: 'store', units: 1 }],
    });
  });

  it('says so when nobody waits, and is not for shoppers', async () => {
    const nobody = await counter.door.call(previewAllocation, { sku: 'TRIPOD' }, REP);
    expect(nobody).toEqual({ kind: 'not_found' });
    expect(await preview(1, (await counter.shopper('ana')) as never)).toEqual({ kind: 'denied' });
  });
});

describe('approve_allocation', () => {
  it('gives the units in one go: allocations, stock, states, history, decisions, one audit row', async () => {
    const plan = await planId();
    expect(await approve(plan)).toEqual({ kind: 'allocated', sku: 'LENS', units: 4, orderLines: 2 });
    expect(await rows()).toEqual({
      allocations: [
        ['1-1', 'main', 3],
        ['3-1', 'main', 1],
      ],
      allocated: [4],
      runs: [{ units: 4, approved_by: 'mona' }],
    });
    expect(await counter.states('1')).toEqual(['allocated']);
    expect(await counter.states('3')).toEqual(['backordered']);
    const history = await counter.shop.sql`
      select order_line_id as line, from_state as was, to_state as is, actor, reason from order_line_events
      where actor <> 'scenario' order by id`;
    expect(history).toEqual([
      { line: '1-1', was: 'backordered', is: 'allocated', actor: 'mona', reason: '3 of 3 units allocated' },
      { line: '3-1', was: 'backordered', is: 'backordered', actor: 'mona', reason: '1 of 2 units allocated' },
    ]);
    const decisions = await counter.shop.sql`
      select order_line_id as line, units, position, reasons from allocation_decisions order by position`;
    expect(decisions).toEqual([
      { line: '1-1', units: 3, position: 1, reasons: ['wait'] },
      { line: '3-1', units: 1, position: 2, reasons: ['wait', 'tier'] },
    ]);
    const trail = (await counter.trail()).filter(({ tool }) => tool === 'approve_allocation');
    expect(trail).toMatchObject([{ who: 'manager', effect: 'record', allowed: true, outcome: 'allocated' }]);
  });

  it('repeated under its key answers as it did and gives nothing again', async () => {
    const plan = await planId();
    const first = await approve(plan, { key: 'card-1' });
    expect(await approve(plan, { key: 'card-1' })).toEqual(first);
    expect((await rows()).runs).toHaveLength(1);
  });

  it('allocates once when two managers approve the same preview at once', async () => {
    const plan = await planId(2);
    const answers = await Promise.all([approve(plan, { units: 2 }), approve(plan, { who: OTHER, units: 2 })]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['allocated', 'plan_changed']);
    expect(await rows()).toMatchObject({ allocations: [['1-1', 'main', 2]], allocated: [2], runs: [{ units: 2 }] });
  });

  it('never takes units of a line that is cancelled at the same time', async () => {
    const ben = await counter.shopper('ben');
    await counter.door.call(cancelLine, { orderLineId: '1-1' }, ben);
    const [proposal] = await counter.shop.sql`select id from proposals where state = 'live'`;
    const plan = await planId();
    const [approved] = await Promise.all([approve(plan), counter.door.confirm(proposal!.id, ben)]);
    const { allocations, allocated } = await rows();
    expect(await counter.states('1')).toEqual(['cancelled']);
    expect(allocations).toEqual(approved.kind === 'allocated' ? [['3-1', 'main', 1]] : []);
    expect(allocated).toEqual([approved.kind === 'allocated' ? 1 : 0]);
  });

  it('does nothing when the preview is not what would happen now, nor for a rep', async () => {
    const plan = await planId();
    await counter.shop.sql`update stock set on_hand = 3 where sku = 'LENS'`;
    expect(await approve(plan)).toEqual({ kind: 'plan_changed', sku: 'LENS' });
    expect(await approve(await planId(), { who: REP })).toEqual({ kind: 'denied' });
    expect((await rows()).runs).toEqual([]);
  });

  it('fills from two places what none has alone', async () => {
    const { sql } = counter.shop;
    await sql`insert into locations (id, name, kind, zone) values ('acme', 'Acme', 'drop_ship', 'America/New_York')`;
    await sql`insert into stock (sku, location_id, on_hand) values ('LENS', 'acme', 1)`;
    await sql`update stock set on_hand = 2 where sku = 'LENS' and location_id = 'main'`;
    await approve(await planId(3), { units: 3 });
    expect((await rows()).allocations).toEqual([
      ['1-1', 'acme', 1],
      ['1-1', 'main', 2],
    ]);
  });

  it('moves the queue that shoppers see, in the order it served', async () => {
    const place = async (line: string, customer: string) =>
      counter.door.call(getQueuePosition, { orderLineId: line }, await counter.shopper(customer));
    expect(await place('3-1', 'ana')).toMatchObject({
      queuePosition: 2,
      unitsAhead: 3,
      queueReasons: ['wait', 'customer_history'],
    });
    expect(await place('2-1', 'cleo')).toMatchObject({ queuePosition: 3, unitsAhead: 5 });
    await approve(await planId());
    expect(await place('3-1', 'ana')).toMatchObject({ queuePosition: 1, unitsAhead: 0 });
    expect(await place('2-1', 'cleo')).toMatchObject({ queuePosition: 2, unitsAhead: 1 });
    expect(await place('1-1', 'ben')).toMatchObject({ kind: 'not_queued' });
  });

  it('puts who was passed over in six allocations before a VIP', async () => {
    const { sql } = counter.shop;
    await sql`insert into allocation_runs (sku, units, approved_by, rules, at)
      select 'LENS', 1, 'mona', '{}', o.placed_at + interval '1 day' from orders o, generate_series(1, 6) where o.number = '2'`;
    const seen = await preview();
    expect(seen.kind === 'previewed' && seen.shares.map(({ orderLineId, reasons }) => [orderLineId, reasons])).toEqual([
      ['1-1', ['waited_longest']],
      ['2-1', ['waited_longest']],
    ]);
  });
});
