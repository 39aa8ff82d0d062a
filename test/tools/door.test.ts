import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { connect } from '../../src/store/connect.js';
import { cancelLine } from '../../src/tools/cancel-line.js';
import { changeAddress } from '../../src/tools/change-address.js';
import type { Tool } from '../../src/tools/define-tool.js';
import { openDoor } from '../../src/tools/door.js';
import { getLineEta } from '../../src/tools/get-line-eta.js';
import { getOrderStatus } from '../../src/tools/get-order-status.js';
import { getQueuePosition } from '../../src/tools/get-queue-position.js';
import { identifyShopper } from '../../src/tools/identify-shopper.js';
import { listOrders } from '../../src/tools/list-orders.js';
import type { Audience, Principal } from '../../src/tools/principal.js';
import { requestPerson } from '../../src/tools/request-person.js';
import { rosterFor, TOOLS } from '../../src/tools/roster.js';
import { ANAS_SHOP } from '../support/shop.js';
import { aCounter, type Counter } from './counter.js';

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(ANAS_SHOP);
});
afterAll(() => counter.shop.drop());
/** Audit rows cannot be deleted: a test looks at those after this one. */
let before = 0;
beforeEach(async () => {
  before = (await counter.trail()).length;
});
const trail = async () => (await counter.trail()).slice(before);

const REP: Principal = { kind: 'rep', staffId: 'rita' };
const ADDRESS = { street: '12 Oak Street', city: 'Portland', region: 'OR', postcode: '97205' };

describe('the roster', () => {
  it('holds every tool once, and gives staff none that speaks for a shopper', () => {
    expect(new Set(TOOLS.map(({ name }) => name)).size).toBe(TOOLS.length);
    const names = (audience: Audience) => rosterFor(audience).map(({ name }) => name);
    expect(names('shopper')).toEqual(expect.arrayContaining(['identify_shopper', 'cancel_line', 'request_person']));
    expect(names('shopper')).not.toContain('export_evidence');
    for (const staff of ['rep', 'manager'] as const) {
      expect(names(staff)).toEqual(expect.arrayContaining(['get_order_status', 'get_line_eta', 'get_queue_position']));
      expect(rosterFor(staff).filter(({ effect }) => effect === 'propose')).toEqual([]);
      expect(names(staff)).not.toContain('identify_shopper');
    }
  });
});

describe('the door', () => {
  const inputs: [Tool, object][] = [
    [getOrderStatus, { orderNumber: '2001' }],
    [getLineEta, { orderLineId: '2001-1' }],
    [getQueuePosition, { orderLineId: '2001-1' }],
    [cancelLine, { orderLineId: '2001-1' }],
    [changeAddress, { orderNumber: '2001', shipTo: ADDRESS }],
  ];
  it.each(inputs)("denies $name on another's order as on one that is not there", async (tool, input) => {
    const ana = await counter.shopper('ana');
    const unknown = JSON.parse(JSON.stringify(input).replace('2001', '9999'));
    const theirs = await counter.door.call(tool as typeof cancelLine, input, ana);
    const nobodys = await counter.door.call(tool as typeof cancelLine, unknown, ana);
    expect(theirs).toEqual({ kind: 'denied' });
    expect(nobodys).toEqual(theirs);
    expect(await trail()).toMatchObject([
      { tool: tool.name, allowed: false, outcome: 'denied' },
      { tool: tool.name, allowed: false, outcome: 'denied' },
    ]);
  });

  it('denies everything that touches an order to a stranger, and to one whose proof ran out', async () => {
    const ana = await counter.shopper('ana');
    const late = { ...ana, identity: ana.identity && { ...ana.identity, until: '2026-11-23T17:59:59Z' as never } };
    for (const who of [await counter.stranger(), late]) {
      expect(await counter.door.call(getOrderStatus, { orderNumber: '1042' }, who)).toEqual({ kind: 'denied' });
      expect(await counter.door.call(listOrders, {}, who)).toEqual({ kind: 'denied' });
      expect(await counter.door.call(cancelLine, { orderLineId: '1042-2' }, who)).toEqual({ kind: 'denied' });
    }
  });

  it('shows a proof by postcode that order alone', async () => {
    const neighbour = await counter.shopper('ana', ['1043']);
    expect(await counter.door.call(getOrderStatus, { orderNumber: '1042' }, neighbour)).toEqual({ kind: 'denied' });
  });

  it('gives nobody a tool that is not for them', async () => {
    expect(await counter.door.call(cancelLine, { orderLineId: '1042-2' }, REP)).toEqual({ kind: 'denied' });
    expect(await counter.door.call(requestPerson, { reason: 'asked', summary: '' }, REP)).toEqual({ kind: 'denied' });
    expect(await counter.door.call(getOrderStatus, { orderNumber: '1042' }, REP)).toMatchObject({ kind: 'found' });
    expect(await trail()).toMatchObject([
      { who: 'rep', tool: 'cancel_line', effect: 'propose', allowed: false },
      { who: 'rep', tool: 'request_person', effect: 'record', allowed: false },
      { who: 'rep', tool: 'get_order_status', effect: 'read', allowed: true, outcome: 'found' },
    ]);
  });

  it('leaves no personal data in the audit trail', async () => {
    const who = await counter.stranger();
    const factors = [
      { kind: 'email', value: 'ana@example.com' },
      { kind: 'phone', value: '+1 503 555 0101' },
      { kind: 'postcode', value: '97201' },
    ];
    for (const factor of factors) await counter.door.call(identifyShopper, { orderNumber: '1042', factor }, who);
    const ana = await counter.shopper('ana');
    await counter.door.call(changeAddress, { orderNumber: '1042', shipTo: { ...ADDRESS, name: 'Uncle Bob' } }, ana);
    await counter.door.call(requestPerson, { reason: 'upset', summary: 'call me: 503 555 0101' }, ana);
    const rows = await trail();
    expect(rows).toHaveLength(5);
    expect(JSON.stringify(rows)).not.toMatch(/@|555|97201|97205|Oak|Bob|Ana /);
  });

  it.each<[Tool, unknown]>([
    [getOrderStatus, { orderNumber: "1042' or 1=1" }],
    [getOrderStatus, {}],
    [cancelLine, { orderLineId: 1042 }],
    [cancelLine, null],
    [changeAddress, { orderNumber: '1042', shipTo: { ...ADDRESS, region: 'Bavaria' } }],
    [changeAddress, { orderNumber: '1042', shipTo: { ...ADDRESS, postcode: '9720' } }],
    [changeAddress, { orderNumber: '1042', shipTo: { ...ADDRESS, street: '12 Oak\u202e Street' } }],
    [requestPerson, { reason: 'asked', summary: 'x'.repeat(501) }],
    [identifyShopper, { orderNumber: '1042', factor: { kind: 'password', value: 'x' } }],
  ])('throws at input that is not for $name, and writes nothing', async (tool, input) => {
    const ana = await counter.shopper('ana');
    await expect(counter.door.call(tool as typeof cancelLine, input, ana)).rejects.toThrow(ZodError);
    const [kept] = await counter.shop.sql`
      select (select count(*)::int from proposals where conversation_id = ${ana.conversationId}) as proposals,
        (select count(*)::int from hand_offs where conversation_id = ${ana.conversationId}) as people`;
    expect([await trail(), kept]).toEqual([[], { proposals: 0, people: 0 }]);
  });

  it('keeps nothing of a write that fails', async () => {
    const nowhere = { ...(await counter.shopper('ana')), conversationId: 'not-opened' as never };
    await expect(counter.door.call(cancelLine, { orderLineId: '1042-2' }, nowhere)).rejects.toThrow(/foreign key/);
    expect(await trail()).toEqual([]);
  });
});

describe('a write under a key', () => {
  const proposals = (id: string) =>
    counter.shop.sql`select state from proposals where conversation_id = ${id} order by made_at, state`;

  it('answers the same the second time and does nothing again', async () => {
    const ana = await counter.shopper('ana');
    const call = () => counter.door.call(cancelLine, { orderLineId: '1042-2' }, ana, { key: 'turn:1' });
    const first = await call();
    expect(first.kind).toBe('proposed');
    expect(await call()).toEqual(first);
    expect(await proposals(ana.conversationId)).toEqual([{ state: 'live' }]);
    expect(await trail()).toHaveLength(1);
  });

  it('from several connections at once is done once', async () => {
    const ana = await counter.shopper('ana');
    const pools = [1, 2, 3].map(() => connect({ url: counter.shop.url, max: 1, name: 'another' }));
    const { policy } = counter.shop.house;
    const input = { reason: 'asked', summary: 'once' };
    const answers = await Promise.all(
      pools.map((sql) => openDoor({ sql, policy }).call(requestPerson, input, ana, { key: 'turn:2' })),
    );
    await Promise.all(pools.map((sql) => sql.end()));
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['requested']));
    expect(await trail()).toHaveLength(1);
  });

  it('with other input or another key is another write', async () => {
    const ana = await counter.shopper('ana');
    const propose = (orderLineId: string, key: string) => counter.door.call(cancelLine, { orderLineId }, ana, { key });
    await propose('1042-2', 'turn:3');
    await propose('1042-3', 'turn:3');
    await propose('1042-3', 'turn:4');
    expect(await proposals(ana.conversationId)).toEqual([
      { state: 'superseded' },
      { state: 'superseded' },
      { state: 'live' },
    ]);
  });

  it('that was denied may pass once they have shown who they are', async () => {
    const stranger = await counter.stranger();
    const propose = (who: Principal) =>
      counter.door.call(cancelLine, { orderLineId: '1042-2' }, who, { key: 'turn:5' });
    expect(await propose(stranger)).toEqual({ kind: 'denied' });
    const factor = { kind: 'email', value: 'ana@example.com' };
    await counter.door.call(identifyShopper, { orderNumber: '1042', factor }, stranger, { key: 'turn:5' });
    expect(await propose(await counter.again(stranger))).toMatchObject({ kind: 'proposed' });
  });
});
