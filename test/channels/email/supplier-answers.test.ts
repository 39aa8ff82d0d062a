import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { traceLines } from '../../../src/cli/trace-lines.js';
import supplyMoved from '../../../src/jobs/tasks/supply-moved.js';
import { applySupplierClaims } from '../../../src/tools/apply-supplier-claims.js';
import { askAboutClaim } from '../../../src/tools/ask-about-claim.js';
import { getLineEta } from '../../../src/tools/get-line-eta.js';
import type { Principal } from '../../../src/tools/principal.js';
import { rejectSupplierClaim } from '../../../src/tools/reject-supplier-claim.js';
import { tracePurchaseOrder } from '../../../src/tools/trace-purchase-order.js';
import { undoSupplierClaim } from '../../../src/tools/undo-supplier-claim.js';
import { aMailShop, type MailShop, rawMail } from '../../support/mail-in.js';

const lead: Principal = { kind: 'lead', staffId: 'U03LEAD' };
const rep: Principal = { kind: 'rep', staffId: 'U01REP' };

let shop: MailShop;
beforeEach(async () => {
  shop = await aMailShop();
  await shop.sql`update suppliers set email = 'orders@kestrel.example'`;
});
afterEach(() => shop.close());

const toOrder = () => ({ To: shop.replies.of({ kind: 'po', id: 'PO-77' }) });
const answer = (text: string, headers: Record<string, string> = {}) =>
  shop.receive(rawMail(text, { ...toOrder(), ...headers }));
const claims = async () => [...(await shop.sql`select * from supplier_claims order by id`)];
const promises = async () =>
  (
    await shop.sql`select promised_on, source, claim_id from supplier_promises where po_line_id = 'PO-77-1' order by id`
  ).map(({ promised_on }) => promised_on);
const moved = async () =>
  (await shop.sql`select data from pgboss.job where name = 'supply-moved' order by created_on`).map(({ data }) => data);
const line = async () => (await shop.sql`select * from purchase_order_lines where id = 'PO-77-1'`)[0]!;

describe('an answer that policy lets count', () => {
  it('is applied once, with its words, and whoever it moves is looked at', async () => {
    const mail = await answer('Hello,\n\nLEN-50 will arrive on December 7.\n\nRegards,\nTom');
    await shop.work();
    await shop.work();
    expect(await promises()).toEqual(['2026-11-29', '2026-12-07']);
    expect(await claims()).toMatchObject([
      {
        ...{ mail_id: mail.id, po_line_id: 'PO-77-1', kind: 'date', day: '2026-12-07', promised_before: '2026-11-29' },
        ...{ quote: 'LEN-50 will arrive on December 7.', state: 'applied', decided_by: 'inbound-mail', why: '' },
      },
    ]);
    const [promise] = await shop.sql`select id from supplier_promises where claim_id is not null`;
    expect(await moved()).toEqual([{ promiseIds: [promise!.id] }]);
    const [order] = await shop.sql`select acknowledged_on from purchase_orders where number = 'PO-77'`;
    expect(order).toEqual({ acknowledged_on: '2026-11-23' });
    const eta = await shop.door.call(getLineEta, { orderNumber: '1042', orderLineId: '1042-2' }, rep);
    expect(JSON.stringify(eta)).toContain('2026-12');
  });

  it('a confirmation is kept and moves nobody', async () => {
    await answer('Line 1 is on schedule as planned.');
    expect(await claims()).toMatchObject([{ kind: 'none', state: 'applied' }]);
    expect(await promises()).toEqual(['2026-11-29', '2026-11-29']);
    expect(await moved()).toEqual([]);
  });

  it('waits for a person when the date changed between reading and applying', async () => {
    await shop.post(rawMail('LEN-50 will arrive on December 7.', toOrder()));
    const { sql } = shop;
    await sql`
      create function slip() returns trigger language plpgsql as $$ begin
        insert into supplier_promises (po_line_id, promised_on, given_on, source)
        values ('PO-77-1', '2026-12-01', '2026-11-23', 'phone'); return null; end $$`;
    await sql`create trigger slip after insert on supplier_claims for each row execute function slip()`;
    await shop.work();
    expect(await claims()).toMatchObject([{ state: 'proposed' }]);
    expect(await promises()).toEqual(['2026-11-29', '2026-12-01']);
    expect(await sql`select from pgboss.job where name = 'supplier-answer-card'`).toHaveLength(1);
  });
});

describe('an answer that is for a person', () => {
  it.each([
    ['too far', 'LEN-50 will arrive on January 20.', {}, 'more than 14'],
    ['from a stranger', 'LEN-50 will arrive on December 7.', { From: 'x@evil.example' }, 'not the address on file'],
    ['forged', 'LEN-50 will arrive on December 7.', { 'Authentication-Results': 'mx; dmarc=fail' }, 'not the address'],
    ['vague', 'LEN-50 will arrive around December 7.', {}, 'no single day'],
    [
      'dated last month',
      'LEN-50 arrives December 7.',
      { Date: 'Fri, 16 Oct 2026 09:00:00 +0000' },
      'dated another day',
    ],
    ['a part', 'We can only send 30 of the LEN-50.', {}, 'changed quantity'],
  ])('%s: nothing counts, and it says why', async (_, text, headers: Record<string, string>, why) => {
    await answer(text, headers);
    const [claim] = await claims();
    expect(claim).toMatchObject({ state: 'proposed', may_apply: false, why: expect.stringContaining(why) });
    expect(await promises()).toEqual(['2026-11-29']);
    expect(await shop.sql`select from pgboss.job where name = 'supplier-answer-card'`).toHaveLength(1);
    const system: Principal = { kind: 'system', job: 'inbound-mail' };
    const applied = await shop.door.call(applySupplierClaims, { claimIds: [Number(claim!.id)] }, system);
    expect(applied).toMatchObject({ kind: 'for_a_person' });
  });

  it('counts once a lead accepts it; who comes second is told who was first; a rep may not', async () => {
    await answer('LEN-50 will arrive on January 20.');
    const claimIds = [Number((await claims())[0]!.id)];
    expect(await shop.door.call(applySupplierClaims, { claimIds }, rep)).toEqual({ kind: 'denied' });
    const both = await Promise.all(
      ['U03LEAD', 'U04MGR'].map((staffId) => shop.door.call(applySupplierClaims, { claimIds }, { ...lead, staffId })),
    );
    expect(both.map(({ kind }) => kind).sort()).toEqual(['applied', 'over']);
    const [claim] = await claims();
    expect(both.find(({ kind }) => kind === 'over')).toMatchObject({ decidedBy: claim!.decided_by });
    expect(await promises()).toEqual(['2026-11-29', '2027-01-20']);
    expect(await moved()).toHaveLength(1);
  });

  it('counts as corrected, and can be taken back without rewriting history', async () => {
    await answer('We can only send 30 of the LEN-50.');
    const claimId = Number((await claims())[0]!.id);
    const as = { poLineId: 'PO-77-1', day: '2026-12-09', units: 25 };
    expect(await shop.door.call(applySupplierClaims, { claimIds: [claimId], as: { ...as, units: 41 } }, lead)).toEqual({
      ...{ kind: 'units_out_of_range', least: 0, most: 40 },
    });
    expect(await shop.door.call(applySupplierClaims, { claimIds: [claimId], as }, lead)).toMatchObject({
      kind: 'applied',
    });
    expect(await line()).toMatchObject({ quantity: 40, cancelled_quantity: 15 });
    expect(await shop.door.call(undoSupplierClaim, { claimId }, lead)).toEqual({
      ...{ kind: 'undone', promisedOn: '2026-11-29' },
    });
    expect(await line()).toMatchObject({ cancelled_quantity: 0 });
    expect(await promises()).toEqual(['2026-11-29', '2026-12-09', '2026-11-29']);
    expect(await moved()).toHaveLength(2);
    expect(await shop.door.call(undoSupplierClaim, { claimId }, lead)).toMatchObject({ kind: 'over', state: 'undone' });
  });

  it('a cancellation that is accepted takes the supply away, and whoever counted on it is looked at', async () => {
    await answer('Sorry, line 1 is discontinued. We have to cancel it.');
    const [claim] = await claims();
    expect(claim).toMatchObject({ kind: 'cancelled' });
    await shop.door.call(applySupplierClaims, { claimIds: [Number(claim!.id)] }, lead);
    expect(await line()).toMatchObject({ cancelled_quantity: 40 });
    expect(await moved()).toHaveLength(1);
  });

  it('can be set aside or asked about, once', async () => {
    await answer('LEN-50 will arrive around December 7.');
    const claimId = Number((await claims())[0]!.id);
    expect(await shop.door.call(askAboutClaim, { claimId }, lead)).toEqual({ kind: 'asked' });
    expect(await shop.door.call(askAboutClaim, { claimId }, lead)).toMatchObject({ kind: 'over', state: 'asked' });
    await shop.deliver();
    expect(shop.server.mails.at(-1)!.text).toContain('“LEN-50 will arrive around December 7.”');
    expect(await shop.door.call(rejectSupplierClaim, { claimId }, lead)).toEqual({ kind: 'rejected' });
    expect(await shop.door.call(applySupplierClaims, { claimIds: [claimId] }, lead)).toMatchObject({ kind: 'over' });
    expect(await promises()).toEqual(['2026-11-29']);
  });
});

describe('the trace of a purchase order', () => {
  it('shows each link from the supplier’s words to what a customer was told', async () => {
    await answer('LEN-50 will arrive on December 9.');
    for (const data of await moved()) {
      await supplyMoved.run(data, shop.context);
      await supplyMoved.run(data, shop.context);
    }
    await shop.deliver();
    const traced = await shop.door.call(tracePurchaseOrder, { poNumber: 'PO-77' }, rep);
    if (traced.kind !== 'traced') throw new Error(traced.kind);
    expect(traced.promises.at(-1)).toMatchObject({
      ...{ before: '2026-11-29', promisedOn: '2026-12-09', claimId: expect.any(Number) },
      // ten days later, Ben's order misses its thirty days too
      notices: [
        { orderNumber: '1042', state: 'sent', lines: [{ orderLineId: '1042-2' }] },
        { orderNumber: '2001', state: 'sent', lines: [{ orderLineId: '2001-1' }] },
      ],
    });
    const scene = { day: String, moment: String, words: String };
    const told = traceLines(traced, scene).join('\n');
    expect(told).toContain('date, 2026-12-09; applied by inbound-mail');
    expect(told).toContain('“LEN-50 will arrive on December 9.”');
    expect(told).toContain('PO-77-1: 2026-11-29 → 2026-12-09 (mail ');
    expect(told).toContain('order 1042: delay notice sent');
    expect(await shop.door.call(tracePurchaseOrder, { poNumber: 'PO-78' }, rep)).toEqual({ kind: 'not_found' });
  });
});
