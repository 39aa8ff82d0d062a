import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addToInstant, instant } from '../../src/domain/kernel/dates.js';
import { setBusinessNow } from '../../src/store/clock.js';
import { decideApproval } from '../../src/tools/decide-approval.js';
import { expireApprovals } from '../../src/tools/expire-approvals.js';
import { giveOffer } from '../../src/tools/give-offer.js';
import { listApprovals } from '../../src/tools/list-approvals.js';
import { previewOffer } from '../../src/tools/preview-offer.js';
import type { Principal } from '../../src/tools/principal.js';
import { requestApproval } from '../../src/tools/request-approval.js';
import { type Counter, lateOrders } from './counter.js';

const REP: Principal = { kind: 'rep', staffId: 'U01REP' };
const LEAD: Principal = { kind: 'lead', staffId: 'U03LEAD' };
const MANAGER: Principal = { kind: 'manager', staffId: 'U04MGR' };
const SWEEP: Principal = { kind: 'system', job: 'expire-approvals' };
const NOW = instant('2026-11-23T18:00:00Z');

let counter: Counter;
let next = 0;
let order = '';
beforeAll(async () => {
  counter = await lateOrders(20);
});
afterAll(() => counter.shop.drop());
beforeEach(async () => {
  next += 1;
  order = `7${String(next).padStart(3, '0')}`;
  await setBusinessNow(counter.shop.sql, NOW);
});

/** A fifth of $200: above what a rep may give (15 %), within a lead's quarter. */
const wanted = () => ({ orderNumber: order, offer: 'credit', worth: { percent: 20 } });
async function asked(by = REP): Promise<string> {
  const request = await counter.door.call(requestApproval, wanted(), by);
  if (request.kind !== 'requested') throw new Error(request.kind);
  return request.approvalId;
}
const decide = (approvalId: string, by: Principal, decision: object, key?: string) =>
  counter.door.call(decideApproval, { approvalId, decision }, by, key === undefined ? {} : { key });
const APPROVE = { kind: 'approve', reason: 'as asked' };
const given = () =>
  counter.shop.sql`
    select kind, face_cents as face, granted_by as by, authority from offers where order_number = ${order}`;

describe('preview_offer', () => {
  it('tells what it is worth, costs and leaves, and who may give it', async () => {
    const preview = await counter.door.call(previewOffer, wanted(), REP);
    expect(preview).toMatchObject({
      kind: 'needs_approval',
      by: 'lead',
      customerName: `Customer ${next}`,
      offerAmount: { cents: 4_000 },
      cost: { cents: 3_600 },
      limit: { cents: 3_000 },
      marginAfter: { cents: 6_400 },
      offersLately: 0,
    });
    expect(await counter.door.call(previewOffer, wanted(), LEAD)).toMatchObject({ kind: 'within_limit' });
  });

  it('reads points and the usual worth of a gift, and refuses what policy refuses', async () => {
    const preview = (offer: string, worth: object) =>
      counter.door.call(previewOffer, { orderNumber: order, offer, worth }, REP);
    expect(await preview('points', { points: 500 })).toMatchObject({ offerPoints: 500, offerAmount: { cents: 500 } });
    expect(await preview('gift', { usual: true })).toMatchObject({ offerAmount: { cents: 1_500 } });
    expect(await preview('discount', { usual: true })).toMatchObject({ kind: 'refused', because: 'below_least' });
    expect(await preview('credit', { cents: 15_000 })).toMatchObject({ kind: 'refused', because: 'no_margin' });
  });
});

describe('request_approval', () => {
  it('stores nothing for what one may give alone, or policy refuses', async () => {
    const ask = (worth: object) =>
      counter.door.call(requestApproval, { orderNumber: order, offer: 'credit', worth }, REP);
    expect(await ask({ percent: 10 })).toEqual({ kind: 'within_limit' });
    expect(await ask({ percent: 90 })).toEqual({ kind: 'refused', because: 'no_margin' });
    expect(await counter.door.call(listApprovals, { orderNumber: order }, REP)).toEqual({
      kind: 'listed',
      approvals: [],
    });
  });

  it('waits once for an order', async () => {
    const approvalId = await asked();
    const other: Principal = { kind: 'rep', staffId: 'U02REP' };
    expect(await counter.door.call(requestApproval, wanted(), other)).toMatchObject({
      kind: 'waits_already',
      approvalId,
      requestedBy: 'U01REP',
    });
    expect(await counter.door.call(listApprovals, { orderNumber: order }, LEAD)).toMatchObject({
      approvals: [{ approvalId, authority: 'lead', expiresAt: expect.stringContaining('2026-11-24T18:00') }],
    });
  });

  it('is nothing a shopper can do', async () => {
    const shopper = await counter.shopper(`c${next}`);
    expect(await counter.door.call(requestApproval, wanted(), shopper)).toEqual({ kind: 'denied' });
  });
});

describe('decide_approval', () => {
  it('gives what was asked for as whoever approves, with both audited', async () => {
    const approvalId = await asked();
    expect(await decide(approvalId, LEAD, APPROVE)).toMatchObject({ kind: 'approved', offerAmount: { cents: 4_000 } });
    expect(await given()).toEqual([{ kind: 'credit', face: 4_000, by: 'U03LEAD', authority: 'lead' }]);
    const rows = await counter.shop.sql`
      select tool, principal_id as by, outcome from audit
      where input ->> 'approvalId' = ${approvalId} order by id`;
    expect(rows).toEqual([
      { tool: 'give_offer', by: 'U03LEAD', outcome: 'granted' },
      { tool: 'decide_approval', by: 'U03LEAD', outcome: 'approved' },
    ]);
    expect(await decide(approvalId, MANAGER, APPROVE)).toEqual({
      kind: 'over',
      state: 'approved',
      decidedBy: 'U03LEAD',
    });
  });

  it('grants once when two approve at once', async () => {
    const approvalId = await asked();
    const both = await Promise.all([decide(approvalId, LEAD, APPROVE), decide(approvalId, MANAGER, APPROVE)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['approved', 'over']);
    expect(await given()).toHaveLength(1);
  });

  it('repeated under one key does it once and answers the same', async () => {
    const approvalId = await asked();
    const first = await decide(approvalId, LEAD, APPROVE, 'slack:1');
    expect(await decide(approvalId, LEAD, APPROVE, 'slack:1')).toEqual(first);
    expect(await given()).toHaveLength(1);
  });

  it('changes the amount', async () => {
    const approvalId = await asked();
    const change = { kind: 'change', worth: { cents: 3_500 }, reason: 'enough' };
    expect(await decide(approvalId, LEAD, change)).toMatchObject({ kind: 'changed', offerAmount: { cents: 3_500 } });
    expect(await given()).toMatchObject([{ face: 3_500 }]);
  });

  it('never lets anybody answer their own request, nor whoever has too little authority', async () => {
    const approvalId = await asked({ kind: 'rep', staffId: 'U03LEAD' });
    expect(await decide(approvalId, LEAD, APPROVE)).toEqual({ kind: 'own_request' });
    expect(await decide(approvalId, REP, APPROVE)).toEqual({ kind: 'above_authority', by: 'lead' });
    expect(await decide(approvalId, REP, { kind: 'decline', reason: 'no' })).toMatchObject({ kind: 'above_authority' });
    const more = { kind: 'change', worth: { percent: 40 }, reason: 'more' };
    const another: Principal = { kind: 'lead', staffId: 'U09LEAD' };
    expect(await decide(approvalId, another, more)).toEqual({ kind: 'above_authority', by: 'manager' });
    expect(await given()).toEqual([]);
  });

  it('declines, and the order can be asked for anew', async () => {
    const approvalId = await asked();
    expect(await decide(approvalId, LEAD, { kind: 'decline', reason: 'too soon' })).toEqual({ kind: 'declined' });
    await expect(decide(approvalId, LEAD, { kind: 'decline', reason: ' ' })).rejects.toThrow();
    expect(await asked()).not.toBe(approvalId);
  });

  it('goes on waiting when the budget has gone meanwhile', async () => {
    const approvalId = await asked();
    await counter.shop.sql`update offer_budgets set spent_cents = limit_cents where name like 'day:%'`;
    await counter.shop.sql`
      insert into offer_budgets (name, limit_cents, spent_cents) values ('day:2026-11-23', 40000, 40000)
      on conflict (name) do nothing`;
    expect(await decide(approvalId, LEAD, APPROVE)).toEqual({ kind: 'refused', because: 'no_budget' });
    await counter.shop.sql`update offer_budgets set spent_cents = 0 where name = 'day:2026-11-23'`;
    expect(await decide(approvalId, LEAD, APPROVE)).toMatchObject({ kind: 'approved' });
  });
});

describe('expiry', () => {
  it('is over by business time, before the sweep as after it', async () => {
    const approvalId = await asked();
    await setBusinessNow(counter.shop.sql, addToInstant(NOW, { hours: 25 }));
    expect(await decide(approvalId, LEAD, APPROVE)).toEqual({ kind: 'over', state: 'expired', decidedBy: null });
    const swept = await counter.door.call(expireApprovals, {}, SWEEP);
    expect(swept).toMatchObject({ kind: 'expired' });
    expect(await counter.shop.sql`select state from approvals where id = ${approvalId}`).toEqual([
      { state: 'expired' },
    ]);
    expect(await counter.door.call(expireApprovals, {}, SWEEP)).toEqual({ kind: 'expired', approvals: 0 });
    expect(await counter.door.call(giveOffer, wanted(), LEAD)).toMatchObject({ kind: 'granted' });
  });
});
