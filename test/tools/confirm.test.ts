import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProposalId } from '../../src/domain/kernel/ids.js';
import { connect } from '../../src/store/connect.js';
import { cancelLine } from '../../src/tools/cancel-line.js';
import { openDoor } from '../../src/tools/door.js';
import type { ShopperPrincipal } from '../../src/tools/principal.js';
import { aCounter, anasOrders, type Counter } from './counter.js';

let counter: Counter;
let ana: ShopperPrincipal;
let order = 'C-0';
beforeAll(async () => {
  counter = await aCounter(anasOrders(16));
});
afterAll(() => counter.shop.drop());
beforeEach(async () => {
  ana = await counter.shopper('ana');
  order = `C-${Number(order.slice(2)) + 1}`;
});

/** Ana asks to cancel a line of this test's order; the id of the proposal that is live now. */
async function proposed(line = 2): Promise<ProposalId> {
  const outcome = await counter.door.call(cancelLine, { orderLineId: `${order}-${line}` }, ana);
  expect(outcome).toMatchObject({ kind: 'proposed' });
  const [row] = await counter.shop.sql`
    select id from proposals where conversation_id = ${ana.conversationId} and state = 'live'`;
  return ProposalId.parse(row?.id);
}
const UNTOUCHED = ['shipped', 'backordered', 'allocated'];
const refunds = () => counter.shop.sql`select count(*)::int as n from refunds where order_number = ${order}`;
const lastTrace = async () => (await counter.trail()).at(-1);

describe('confirming a proposal', () => {
  it('carries it out, with a trace', async () => {
    expect(await counter.door.confirm(await proposed(), ana)).toMatchObject({ kind: 'done', tool: 'cancel_line' });
    expect(await counter.states(order)).toEqual(['shipped', 'cancelled', 'allocated']);
    expect(await lastTrace()).toMatchObject({
      tool: 'cancel_line',
      effect: 'commit',
      allowed: true,
      outcome: 'cancelled',
    });
  });

  it('from several connections at once carries it out once', async () => {
    const id = await proposed();
    const pools = [1, 2, 3, 4].map(() => connect({ url: counter.shop.url, max: 1, name: 'another' }));
    const { policy } = counter.shop.house;
    const answers = await Promise.all(pools.map((sql) => openDoor({ sql, policy }).confirm(id, ana)));
    await Promise.all(pools.map((sql) => sql.end()));
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['done', 'over', 'over', 'over']);
    expect(await refunds()).toEqual([{ n: 1 }]);
  });

  it('under one key answers the same again', async () => {
    const id = await proposed();
    const first = await counter.door.confirm(id, ana, { key: 'turn:1' });
    expect(await counter.door.confirm(id, ana, { key: 'turn:1' })).toEqual(first);
    expect(await counter.door.confirm(id, ana, { key: 'turn:2' })).toEqual({ kind: 'over', state: 'committed' });
    expect(await refunds()).toEqual([{ n: 1 }]);
  });

  it('is for the newest proposal only', async () => {
    const older = await proposed(2);
    const newer = await proposed(3);
    expect(await counter.door.confirm(older, ana)).toEqual({ kind: 'over', state: 'superseded' });
    expect(await counter.states(order)).toEqual(UNTOUCHED);
    expect(await counter.door.confirm(newer, ana)).toMatchObject({ kind: 'done' });
    expect(await counter.states(order)).toEqual(['shipped', 'backordered', 'cancelled']);
  });

  it('is denied to another conversation, of the same customer too, to another customer and to staff', async () => {
    const id = await proposed();
    const ben = { ...(await counter.shopper('ben')), conversationId: ana.conversationId };
    const others = [await counter.shopper('ana'), ben, { ...ana, identity: null }];
    for (const other of others) expect(await counter.door.confirm(id, other)).toEqual({ kind: 'denied' });
    expect(await counter.door.confirm(id, { kind: 'manager', staffId: 'mo' })).toEqual({ kind: 'denied' });
    expect(await counter.states(order)).toEqual(UNTOUCHED);
    expect((await counter.trail()).slice(-4)).toEqual(
      Array(4).fill(expect.objectContaining({ effect: 'commit', allowed: false, outcome: 'denied' })),
    );
    expect(await counter.door.confirm(id, ana)).toMatchObject({ kind: 'done' });
  });

  it('reads alike for a proposal that never was', async () => {
    const id = ProposalId.parse('00000000-0000-4000-8000-000000000000');
    expect(await counter.door.confirm(id, ana)).toEqual({ kind: 'denied' });
  });

  it('comes too late after half an hour', async () => {
    const id = await proposed();
    await counter.pass({ minutes: 30 });
    expect(await counter.door.confirm(id, ana)).toEqual({ kind: 'over', state: 'expired' });
    expect(await counter.states(order)).toEqual(UNTOUCHED);
    expect(await lastTrace()).toMatchObject({ effect: 'commit', outcome: 'expired' });
  });

  it('does nothing once their proof of identity ran out', async () => {
    const id = await proposed();
    const late = { ...ana, identity: ana.identity && { ...ana.identity, until: '2026-11-23T17:00:00Z' as never } };
    expect(await counter.door.confirm(id, late)).toEqual({ kind: 'denied' });
    expect(await counter.states(order)).toEqual(UNTOUCHED);
  });

  it.each([
    ['the item left', "update order_lines set state = 'shipped' where id = $1 || '-2'"],
    ['the payment method changed', "update orders set payment_method = 'Other' where number = $1"],
    ['the amount changed', 'update orders set paid_cents = 50000 where number = $1'],
    ['another item was cancelled', "update order_lines set state = 'cancelled' where id = $1 || '-3'"],
  ])('is stale when %s meanwhile', async (_what, change) => {
    const id = await proposed();
    await counter.shop.sql.unsafe(change, [order]);
    const states = await counter.states(order);
    expect(await counter.door.confirm(id, ana)).toEqual({ kind: 'stale', tool: 'cancel_line' });
    expect(await counter.states(order)).toEqual(states);
    expect(await counter.door.confirm(id, ana)).toEqual({ kind: 'over', state: 'stale' });
  });

  it('does nothing after a no, which only their own session can say', async () => {
    const id = await proposed();
    await counter.door.decline(id, await counter.shopper('ana'));
    await counter.door.decline(id, await counter.shopper('ben'));
    expect(await counter.shop.sql`select state from proposals where id = ${id}`).toEqual([{ state: 'live' }]);
    await counter.door.decline(id, ana);
    expect(await counter.door.confirm(id, ana)).toEqual({ kind: 'over', state: 'declined' });
    expect(await refunds()).toEqual([{ n: 0 }]);
  });
});
