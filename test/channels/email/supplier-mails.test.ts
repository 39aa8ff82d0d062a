import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmail } from '../../../src/channels/email/create-email.js';
import { createReplyAddresses } from '../../../src/channels/email/reply-address.js';
import { addDays, instant } from '../../../src/domain/kernel/dates.js';
import { PurchaseOrderNumber } from '../../../src/domain/kernel/ids.js';
import { loadDeskRules } from '../../../src/knowledge/desk-rules.js';
import { setBusinessNow } from '../../../src/store/clock.js';
import { claimOutbox } from '../../../src/store/outbox.js';
import { findPurchaseOrder, keepSupplierAnswer } from '../../../src/store/purchase-orders.js';
import { type SupplierMailKind, supplierMailsAbout } from '../../../src/store/supplier-mails.js';
import type { ToolContext } from '../../../src/tools/define-tool.js';
import { type Door, openDoor } from '../../../src/tools/door.js';
import { followUpSupplier } from '../../../src/tools/follow-up-supplier.js';
import { getDemandForecast } from '../../../src/tools/get-demand-forecast.js';
import { listDueChases } from '../../../src/tools/list-due-chases.js';
import { queueSupplierMail } from '../../../src/tools/queue-supplier-mail.js';
import { shareForecast } from '../../../src/tools/share-forecast.js';
import { askedLine, type SupplierMailFacts } from '../../../src/tools/word-supplier-mail.js';
import { aMailServer, type TestMailServer } from '../../support/mail-server.js';
import { ANAS_SHOP, aShop, type TestShop, TODAY } from '../../support/shop.js';

const PO = PurchaseOrderNumber.parse('PO-77');
const FROM = 'The shop <orders@shop.example>';
const SWEEP = { kind: 'system', job: 'supplier-follow-ups' } as const;
const SECRET = 's'.repeat(64);

let shop: TestShop;
let door: Door;
let server: TestMailServer;
/** Sends what waits once, as a sender does. */
let deliver: () => Promise<void>;

beforeEach(async () => {
  shop = await aShop(ANAS_SHOP);
  await shop.sql`update suppliers set email = 'orders@kestrel.example.com', contact_name = 'Mei Lin' where id = 'supplier-1'`;
  door = openDoor({ sql: shop.sql, policy: shop.house.policy, mail: { connected: true } });
  server = await aMailServer();
  const settings = { smtpUrl: server.url, from: FROM, publicUrl: 'http://127.0.0.1' };
  const silent = { info() {}, warn() {}, error() {} };
  const { channel } = createEmail({ door, policy: shop.house.policy, settings, linkSecret: SECRET, log: silent });
  deliver = async () => {
    for (const { id, kind } of await channel.deliver(await claimOutbox(shop.sql, 'email', channel.atOnce)))
      await shop.sql`update outbox set state = ${kind === 'retry' ? 'waiting' : kind} where id = ${id}`;
  };
});
afterEach(async () => {
  await server.close();
  await shop.drop();
});

/** Asks about PO-77 as a tool would. */
async function ask(
  occasion: string,
  kind: 'date_check' | 'overdue' | 'acknowledgement' = 'date_check',
  waitsFor?: string,
) {
  const order = (await findPurchaseOrder(shop.sql, PO))!;
  const lines = order.lines.map(askedLine);
  const facts: SupplierMailFacts =
    kind === 'acknowledgement'
      ? { kind, poNumber: PO, orderedOn: order.orderedOn, lines }
      : { kind, poNumber: PO, promisedOn: addDays(TODAY, 6), lines };
  return shop.sql.begin((tx) =>
    queueSupplierMail({ supplier: order.supplier, order, facts, occasions: [occasion], waitsFor }, {
      sql: tx,
      now: instant('2026-11-23T18:00:00Z'),
      principal: { kind: 'system', job: 'test' },
      policy: shop.house.policy,
      rules: shop.house.rules,
      shop: { connected: false },
      mail: { connected: true },
      texts: { from: null },
    } satisfies ToolContext),
  );
}
const states = async () => (await supplierMailsAbout(shop.sql, PO)).map(({ state }) => state);
const kindsAsked = (kind: SupplierMailKind) => shop.sql`select from supplier_mails where kind = ${kind}`;

/** A round of the sweep at a moment, as the job goes it. */
async function round(at: string) {
  await setBusinessNow(shop.sql, instant(at));
  const due = await door.call(listDueChases, {}, SWEEP);
  if (due.kind === 'denied') throw new Error('denied');
  const came = [];
  for (const { poNumber } of due.chases) came.push(await door.call(followUpSupplier, { poNumber }, SWEEP));
  await deliver();
  return came.map(({ kind }) => kind);
}

describe('the follow-ups', () => {
  it('ask by the schedule, on working days and in working hours, and leave what has passed to a person', async () => {
    // PO-77 is promised for Sun, Nov 29, and Ana's and Ben's orders wait for it
    await shop.sql`update suppliers set zone = 'America/Los_Angeles'`;
    expect(await round('2026-11-23T12:00:00Z')).toEqual([]);
    expect(await round('2026-11-23T18:00:00Z')).toEqual(['queued']);
    expect(await round('2026-11-23T20:00:00Z')).toEqual([]);
    expect(await round('2026-11-26T18:00:00Z')).toEqual(['queued']);
    expect(await round('2026-11-29T18:00:00Z')).toEqual([]);
    expect(await round('2026-11-30T18:00:00Z')).toEqual(['drafted']);
    expect(await round('2026-12-02T18:00:00Z')).toEqual([]);
    expect(server.mails.map(({ subject }) => subject)).toEqual(Array(2).fill('PO-77: still arriving by Sun, Nov 29?'));
    expect(await states()).toEqual(['sent', 'sent', 'draft']);
  });

  it('ask oftener where much waits', async () => {
    await shop.sql`update order_lines set unit_price_cents = 300000 where sku = 'LEN-50'`;
    const listed = await door.call(listDueChases, {}, SWEEP);
    expect(listed).toMatchObject({ chases: [{ poNumber: 'PO-77', isHighRisk: true, occasion: 'date 2026-11-29 -6' }] });
  });

  it('ask once, however many come at the same time', async () => {
    const both = await Promise.all([1, 2, 3].map(() => door.call(followUpSupplier, { poNumber: PO }, SWEEP)));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['not_due', 'not_due', 'queued']);
  });

  it('are silent while an answer waits to be decided', async () => {
    await shop.sql`
      with mail as (
        insert into inbound_mails (external_id, raw, received_at, recipients, subject, dated, text, headers, attachments,
          answers_messages)
        values ('a', '', '2026-11-23T17:00:00Z', '{}', '', '', '', '{}', '[]', '{}') returning id)
      insert into supplier_claims (mail_id, place, po_number, kind, quote, read_by, said_on, may_apply, why)
      select id, 0, 'PO-77', 'unclear', 'maybe Friday', 'rules', '2026-11-23', false, 'no single day is named' from mail`;
    expect(await round('2026-11-23T18:00:00Z')).toEqual([]);
    await shop.sql`update supplier_claims set state = 'rejected', decided_by = 'U03LEAD', decided_at = '2026-11-23T19:00:00Z'`;
    expect(await round('2026-11-23T20:00:00Z')).toEqual(['queued']);
  });
});

describe('the forecast for a supplier', () => {
  it('goes out once a week where the policy names it: its items, the figures of the forecast, as a file', async () => {
    const rules = loadDeskRules({ suppliers: { forecastShare: { suppliers: ['supplier-1'] } } });
    const willing = openDoor({ sql: shop.sql, policy: shop.house.policy, rules, mail: { connected: true } });
    const share = () => willing.call(shareForecast, { supplierId: 'supplier-1' }, SWEEP);
    expect(await door.call(shareForecast, { supplierId: 'supplier-1' }, SWEEP)).toEqual({ kind: 'not_wanted' });
    expect(await share()).toMatchObject({ kind: 'queued', items: 1 });
    const forecast = await door.call(getDemandForecast, { sku: 'LEN-50' }, SWEEP);
    if (forecast.kind !== 'forecast') throw new Error(forecast.kind);
    await setBusinessNow(shop.sql, instant('2026-11-27T18:00:00Z'));
    expect(await share()).toEqual({ kind: 'told_before' });
    await deliver();
    const [mail] = server.mails;
    const csv = new TextDecoder().decode(mail?.attachments[0]?.content as ArrayBuffer);
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      'sku,item,week_from,expected_units',
      `LEN-50,50 mm lens,2026-11-23,${forecast.weeks[0]?.mean}`,
    ]);
    expect(csv.trim().split('\r\n')).toHaveLength(9);
    expect(mail?.text).toContain('LEN-50, 50 mm lens: about');
  });
});

describe('a mail to a supplier', () => {
  it('goes out once about each thing, in two parts, and its answer comes back to the order', async () => {
    expect(await ask('date 2026-11-29 -3')).toMatchObject({ kind: 'queued', mailId: 'mail-PO-77-1' });
    expect(await ask('date 2026-11-29 -3')).toEqual({ kind: 'told_before' });
    await deliver();
    await deliver();
    const [mail] = server.mails;
    expect(server.mails).toHaveLength(1);
    expect(mail).toMatchObject({
      subject: 'PO-77: still arriving by Sun, Nov 29?',
      recipients: ['orders@kestrel.example.com'],
      replyTo: [{ address: createReplyAddresses(SECRET, FROM).of({ kind: 'po', id: 'PO-77' }) }],
    });
    expect(mail?.text).toContain('Hello Mei,');
    expect(mail?.text).toContain('Will all 40 units of LEN-50 (line 1, 50 mm lens) arrive by Sun, Nov 29?');
    expect(mail?.html).toContain('If not, please give the new date per line.');
    expect(await supplierMailsAbout(shop.sql, PO)).toMatchObject([{ state: 'sent', messageId: mail?.messageId }]);
    // and counts in the supplier's record as asked
    expect(await shop.sql`select asked_on::text as "askedOn", answered_on from supplier_questions`).toMatchObject([
      { askedOn: '2026-11-23', answered_on: null },
    ]);
  });

  it('stands under the earlier ones about its order, and is answered with them', async () => {
    await ask('date 2026-11-29 -10');
    await deliver();
    await ask('date 2026-11-29 -3');
    await deliver();
    expect(server.mails[1]?.inReplyTo).toBe(server.mails[0]?.messageId);
    await shop.sql.begin((tx) =>
      keepSupplierAnswer(tx, { poNumber: PO, on: TODAY, at: instant('2026-11-23T20:00:00Z') }),
    );
    expect((await supplierMailsAbout(shop.sql, PO)).map(({ answeredAt }) => answeredAt)).not.toContain(null);
    expect(await shop.sql`select from supplier_questions where answered_on is null`).toHaveLength(0);
  });

  it('is dropped as it goes when it was answered meanwhile, the date moved, or all has come', async () => {
    await ask('acknowledgement 1', 'acknowledgement');
    await shop.sql`update purchase_orders set acknowledged_on = ordered_on where number = ${PO}`;
    await ask('date 2026-11-29 -3');
    await shop.sql`insert into supplier_promises (po_line_id, promised_on, given_on, source) values ('PO-77-1', '2026-12-05', '2026-11-23', 'call')`;
    await deliver();
    await deliver();
    await ask('date 2026-12-05 -3');
    await shop.sql`insert into receipts (po_line_id, received_on, quantity) values ('PO-77-1', '2026-11-23', 40)`;
    await deliver();
    expect(server.mails).toHaveLength(0);
    expect(await states()).toEqual(['dropped', 'dropped', 'dropped']);
  });

  it('that the server refuses is on record as bounced and asks nothing', async () => {
    server.mood = 'refuse';
    await ask('date 2026-11-29 -3');
    await deliver();
    expect(await states()).toEqual(['bounced']);
    expect(await shop.sql`select from supplier_questions`).toHaveLength(0);
  });

  it('as a draft waits for a person, one for an order at a time', async () => {
    expect(await ask('date 2026-11-29 -3', 'date_check', 'the order is large')).toMatchObject({ kind: 'drafted' });
    expect(await ask('date 2026-11-29 2', 'overdue', 'the order is large')).toEqual({ kind: 'told_before' });
    await deliver();
    expect(server.mails).toHaveLength(0);
    expect(await kindsAsked('date_check')).toHaveLength(1);
  });

  it('is not written where there is no address', async () => {
    await shop.sql`update suppliers set email = null`;
    expect(await ask('date 2026-11-29 -3')).toEqual({ kind: 'no_address' });
  });
});
