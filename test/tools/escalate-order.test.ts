import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeEscalation } from '../../src/tools/close-escalation.js';
import { escalateOrder } from '../../src/tools/escalate-order.js';
import { listEscalations } from '../../src/tools/list-escalations.js';
import type { Principal } from '../../src/tools/principal.js';
import { ANAS_SHOP } from '../support/shop.js';
import { aCounter, type Counter } from './counter.js';

const RITA: Principal = { kind: 'rep', staffId: 'rita' };

let counter: Counter;
beforeAll(async () => {
  counter = await aCounter(ANAS_SHOP);
});
afterAll(() => counter.shop.drop());

const escalate = (input: Record<string, unknown>, who: Principal = RITA) =>
  counter.door.call(escalateOrder, input, who);
const open = async () => {
  const listed = await counter.door.call(listEscalations, {}, RITA);
  return listed.kind === 'listed' ? listed.escalations : [];
};

describe('an order put before the team', () => {
  it('goes by the escalation rules: whose, how urgent, by when', async () => {
    // a VIP whose waiting lens is not late yet; four working hours from Monday 10:00
    expect(await escalate({ orderNumber: '1042', reason: 'wants to speak to somebody' })).toMatchObject({
      kind: 'escalated',
      askedBy: 'rita',
      rules: ['vip'],
      owner: 'rep',
      assignedTo: null,
      priority: 'high',
      dueAt: expect.stringMatching(/^2026-11-23T22:0[0-5]/),
    });
    // nobody special, no date told: eight working hours
    expect(await escalate({ orderNumber: '2001', reason: 'wants a call' })).toMatchObject({
      rules: ['asked'],
      owner: 'rep',
      priority: 'normal',
      dueAt: expect.stringMatching(/^2026-11-24T18:0[0-5]/),
    });
  });

  it('is raised, not opened twice; the earlier deadline and the colleague named stay', async () => {
    await escalate({ orderNumber: '1042', reason: 'is upset', assignTo: 'lena' });
    await counter.pass({ hours: 3 });
    expect(await escalate({ orderNumber: '1042', reason: 'speaks of a lawyer', signal: 'legal' })).toMatchObject({
      kind: 'raised',
      reason: 'speaks of a lawyer',
      rules: ['legal', 'vip'],
      owner: 'manager',
      assignedTo: 'lena',
      priority: 'urgent',
      dueAt: expect.stringMatching(/^2026-11-23T22:0[0-5]/),
    });
    expect((await open()).map(({ orderNumber }) => orderNumber)).toEqual(['1042', '2001']);
  });

  it('is closed once, with what came of it, and may be opened again', async () => {
    const close = () => counter.door.call(closeEscalation, { orderNumber: '1042', outcome: 'called, will wait' }, RITA);
    expect(await close()).toMatchObject({ kind: 'closed', reason: 'speaks of a lawyer' });
    expect(await close()).toEqual({ kind: 'none_open', orderNumber: '1042' });
    expect(await escalate({ orderNumber: '1042', reason: 'called back' })).toMatchObject({ kind: 'escalated' });
    const rows = await counter.shop.sql`
      select state, closed_by as "by", outcome from order_escalations where order_number = '1042' order by id`;
    expect([...rows]).toEqual([
      { state: 'closed', by: 'rita', outcome: 'called, will wait' },
      { state: 'open', by: null, outcome: null },
    ]);
  });

  it('needs an order, and is not for shoppers', async () => {
    expect(await escalate({ orderNumber: '9999', reason: 'lost' })).toEqual({ kind: 'not_found' });
    expect(await escalate({ orderNumber: '1042', reason: 'me first' }, await counter.shopper('ana'))).toEqual({
      kind: 'denied',
    });
  });
});
