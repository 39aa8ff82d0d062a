import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMime } from '../../../src/channels/email/read-mime.js';
import { previewDelayNotice } from '../../../src/tools/preview-delay-notice.js';
import type { Principal } from '../../../src/tools/principal.js';
import { raiseSupplierCalls } from '../../../src/tools/raise-supplier-calls.js';
import { sendDelayNotice } from '../../../src/tools/send-delay-notice.js';
import { aMailShop, type MailShop, rawMail } from '../../support/mail-in.js';

const rep: Principal = { kind: 'rep', staffId: 'kim' };
const nowSeconds = () => Math.floor(Date.now() / 1000);

let shop: MailShop;
beforeAll(async () => {
  shop = await aMailShop();
  await shop.sql`update suppliers set email = 'orders@kestrel.example'`;
});
afterAll(() => shop.close());

const stored = async () => Number((await shop.sql`select count(*) from inbound_mails`)[0]!.count);

/** Sends Ana's notice; the mail as the server took it. */
async function noticeSent() {
  const shown = await shop.door.call(previewDelayNotice, { orderNumber: '1042' }, rep);
  if (shown.kind !== 'ready') throw new Error(`no notice: ${shown.kind}`);
  await shop.door.call(sendDelayNotice, { orderNumber: '1042', noticeTerms: shown.noticeTerms }, rep);
  await shop.deliver();
  // other mails may go out beside it, in any order
  const [{ messageId }] = (await shop.sql`select message_id as "messageId" from delay_notices`) as [
    { messageId: string },
  ];
  return shop.server.mails.find((mail) => mail.messageId === messageId)!;
}

/** A mail server's report on a mail of ours. */
const bounce = (messageId: string, action = 'failed') =>
  rawMail(
    [
      '--r\nContent-Type: text/plain\n\nThe mail could not be delivered.\n\n--r\nContent-Type: message/delivery-status\n',
      `Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; ana@example.com\nAction: ${action}\nStatus: 5.1.1\n`,
      `--r\nContent-Type: text/rfc822-headers\n\nMessage-ID: ${messageId}\nSubject: About your order\n--r--`,
    ].join('\n'),
    {
      From: 'Mail Delivery System <mailer-daemon@mx.example>',
      Subject: 'Undelivered Mail Returned to Sender',
      'Content-Type': 'multipart/report; report-type=delivery-status; boundary=r',
    },
  );

describe('mail that comes in', () => {
  it('is stored once before it is acknowledged, with its job', async () => {
    const raw = rawMail('PO-77 ships as planned.');
    expect((await shop.post(raw)).status).toBe(204);
    expect((await shop.post(raw)).status).toBe(204);
    expect(await stored()).toBe(1);
    expect(await shop.sql`select from pgboss.job where name = 'inbound-mail'`).toHaveLength(1);
    const [row] = await shop.sql`select * from inbound_mails`;
    expect(Buffer.from(row!.raw).toString()).toBe(raw);
    expect(row).toMatchObject({ sender: 'orders@kestrel.example', subject: 'Re: PO-77', kind: null });
  });

  it.each([
    ['without a signature', { signature: null }, 401, 'bears no X-Mail-Signature'],
    ['with one that says nothing', { signature: 'v1=00' }, 401, 't=<unix seconds>'],
    ['signed with another secret', { secret: 'x'.repeat(64) }, 401, 'MAIL_INCOMING_SECRET'],
    ['signed six minutes ago', { seconds: nowSeconds() - 360 }, 401, 'five minutes'],
    ['signed for later', { seconds: nowSeconds() + 360 }, 401, 'five minutes'],
    ['that is JSON', { type: 'application/json' }, 415, 'message/rfc822'],
  ])('%s is refused, and told why', async (_, posting, status, why) => {
    const before = await stored();
    const answer = await shop.post(rawMail('PO-77 ships as planned.'), posting);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body).error.message).toContain(why);
    expect(await stored()).toBe(before);
  });

  it('is refused when it is empty or too large', async () => {
    expect((await shop.post('')).status).toBe(400);
    const large = await shop.post(Buffer.alloc(10 * 1024 * 1024 + 1, 'a'));
    expect(large).toMatchObject({ status: 413, body: expect.stringContaining('10 MB') });
  });

  it('is kept even when nothing of it can be read, once by its bytes', async () => {
    const before = await stored();
    const bytes = Buffer.from([0, 1, 2, 255, 13, 10]);
    expect((await shop.post(bytes)).status).toBe(204);
    expect((await shop.post(bytes)).status).toBe(204);
    expect(await stored()).toBe(before + 1);
    await shop.work();
    expect((await shop.sql`select kind from inbound_mails order by id desc limit 1`)[0]).toEqual({ kind: 'unknown' });
  });
});

describe('what a mail is about', () => {
  it.each([
    ['the address it came to', { To: 'po', Subject: 'hello' }, 'supplier', 'PO-77'],
    ['the address in other letters, from a stranger', { To: 'PO', From: 'x@evil.example' }, 'supplier', 'PO-77'],
    ['the one order a known supplier names', {}, 'supplier', 'PO-77'],
    ['a known supplier that names none', { Subject: 'Hello' }, 'supplier', null],
    [
      'an address that was made up',
      { To: 'orders+po-po-77.0123456789@shop.example', From: 'x@evil.example' },
      'unknown',
      null,
    ],
    ['two senders', { From: 'orders@kestrel.example, x@evil.example' }, 'unknown', null],
    ['a customer', { From: 'ana@example.com', Subject: 'hi' }, 'customer', null],
    ['a machine', { 'Auto-Submitted': 'auto-replied', To: 'po' }, 'automatic', 'PO-77'],
    ['absence', { Subject: 'Out of office: PO-77' }, 'automatic', null],
    ['a mailing list', { Precedence: 'bulk', From: 'ana@example.com' }, 'automatic', null],
  ])('shows in %s', async (_, headers: Readonly<Record<string, string>>, kind, poNumber) => {
    const address = shop.replies.of({ kind: 'po', id: 'PO-77' });
    const to = { po: address, PO: address.toUpperCase() }[headers.To as 'po'] ?? headers.To;
    const row = await shop.receive(rawMail('As planned.', { ...headers, ...(to !== undefined && { To: to }) }));
    expect(row).toMatchObject({ kind, po_number: poNumber });
  });

  it('shows in the mail it answers, for a notice', async () => {
    const notice = await noticeSent();
    const row = await shop.receive(
      rawMail('hm', {
        From: 'Ana <ana@example.com>',
        Subject: `Re: ${notice.subject}`,
        'In-Reply-To': notice.messageId!,
      }),
    );
    expect(row).toMatchObject({ kind: 'notice_answer', notice_id: expect.any(String), customer_id: 'ana' });
    const address = notice.replyTo![0]!.address!;
    expect(await shop.receive(rawMail('hm', { From: 'ana@example.com', To: address.toUpperCase() }))).toMatchObject({
      notice_id: row.notice_id,
      because: 'reply address',
    });
  });

  it('a notice that comes back counts as bounced, and stays due; a late delivery does not', async () => {
    const { messageId } = (await shop.sql`select message_id as "messageId" from delay_notices`)[0]!;
    expect(await shop.receive(bounce(messageId, 'delayed'))).toMatchObject({
      kind: 'automatic',
      returned_message_id: null,
    });
    expect((await shop.sql`select state from delay_notices`)[0]).toEqual({ state: 'sent' });
    expect(await shop.receive(bounce(messageId))).toMatchObject({ kind: 'automatic', because: 'bounce' });
    await shop.work();
    expect((await shop.sql`select state from delay_notices`)[0]).toEqual({ state: 'bounced' });
    expect(await shop.sql`select from delay_records where kind = 'notice_delivery'`).toHaveLength(1);
    expect(await shop.door.call(previewDelayNotice, { orderNumber: '1042' }, rep)).toMatchObject({ kind: 'ready' });
  });
});

describe('a mail to a supplier', () => {
  const keep = (id: string, kind: string, po = 'PO-77') => shop.sql`
    insert into supplier_mails (id, supplier_id, po_number, kind, recipient, subject, body, html, state, made_by, made_at, message_id, settled_at)
    values (${id}, 'supplier-1', ${po}, ${kind}, 'orders@kestrel.example', 's', 'b', 'h', 'sent', 'test', business_now(), ${`<${id}@shop.example>`}, business_now())`;

  it('is answered by In-Reply-To or References, whatever address the answer came to and whoever wrote it', async () => {
    await keep('asked-1', 'date_check');
    const row = await shop.receive(
      rawMail('As planned.', {
        From: 'Mei <mei@elsewhere.example>',
        Subject: 'hello',
        References: '<other@kestrel.example> <asked-1@shop.example>',
      }),
    );
    expect(row).toMatchObject({ kind: 'supplier', po_number: 'PO-77', because: 'the mail it answers' });
  });

  it('that comes back was not asked, is no order any more, and somebody is to call', async () => {
    await shop.sql`update purchase_orders set acknowledged_on = null where number = 'PO-77'`;
    await shop.sql`delete from supplier_questions`;
    await keep('order-1', 'purchase_order');
    await keep('asked-2', 'date_check');
    await shop.sql`insert into supplier_questions (po_number, asked_on) values ('PO-77', '2026-11-23')`;
    await shop.receive(bounce('<asked-2@shop.example>'));
    expect(await shop.sql`select from supplier_questions`).toHaveLength(0);
    const state = async (po = 'PO-77') =>
      (await shop.sql`select state from purchase_orders where number = ${po}`)[0]!.state;
    // they gave a date: they have the order, whatever came back
    await shop.receive(bounce('<order-1@shop.example>'));
    expect(await state()).toBe('open');
    expect(await shop.sql`select distinct state from supplier_mails where id in ('order-1', 'asked-2')`).toEqual([
      { state: 'bounced' },
    ]);
    await shop.sql`
      insert into purchase_orders (number, supplier_id, location_id, ordered_on)
      select 'PO-99', supplier_id, location_id, ordered_on from purchase_orders where number = 'PO-77'`;
    await shop.sql`insert into purchase_order_lines (po_number, line_number, sku, quantity) values ('PO-99', 1, 'LEN-50', 5)`;
    await keep('order-2', 'purchase_order', 'PO-99');
    await shop.receive(bounce('<order-2@shop.example>'));
    expect(await state('PO-99')).toBe('placed');
    const raised = await shop.door.call(raiseSupplierCalls, {}, { kind: 'system', job: 'test' });
    expect(raised).toMatchObject({ callIds: [expect.any(Number), expect.any(Number)] });
    expect(await shop.sql`select distinct because from supplier_calls`).toEqual([{ because: 'bounced' }]);
  });
});

it('news to a customer that comes back is marked', async () => {
  await shop.sql`
    insert into customer_messages (id, fact_key, kind, customer_id, order_number, facts, state, made_at, settled_at)
    values ('m1', 'm1', 'shipped', 'ana', '1042', '{}', 'told', business_now(), business_now())`;
  await shop.sql`
    insert into customer_message_ways (message_id, channel, state, recipient, mail_id, subject, body, at)
    values ('m1', 'email', 'sent', 'ana@example.com', '<m1@shop.example>', 's', 'b', business_now())`;
  await shop.receive(bounce('<m1@shop.example>'));
  expect(await shop.sql`select state from customer_message_ways`).toEqual([{ state: 'bounced' }]);
});

describe('the words of a mail', () => {
  const read = (raw: string) => readMime(Buffer.from(raw), shop.replies);

  it('of HTML alone keep lines, cells and what is quoted', async () => {
    const html = `<style>p{}</style><p>Hi Kim &amp; all,</p><table><tr><td>1</td><td>LEN-50</td></tr></table>
      <blockquote>When does <b>line 1</b> come?<br>Kim</blockquote>`;
    const { text } = await read(rawMail(html, { 'Content-Type': 'text/html' }));
    expect(text).toBe('Hi Kim & all,\n\n1\tLEN-50\n\n> When does line 1 come?\n> Kim\n');
  });

  it('of HTML alone keep a table whose cells hold paragraphs, the lines of a page that a table lays out, and no hidden part', async () => {
    const html = `<table><tr><td><div>Dear Kim,</div><div>here it is:</div>
      <table><tr><td><p>1</p></td><td><p>LEN-50<br></p></td><td></td></tr><tr><td><p>2</p></td><td><p>TRI-9</p></td><td>x</td></tr></table>
      <pre>a\nb</pre></td><td><p style="display : none">Buy <b>now</b></p></td></tr></table>`;
    const { text } = await read(rawMail(html, { 'Content-Type': 'text/html' }));
    expect(text).toBe('Dear Kim,\nhere it is:\n\n1\tLEN-50\n2\tTRI-9\tx\n\na\nb\n');
  });

  it('of 4 MB of opened and never closed HTML are read in one pass', async () => {
    const html = '<!-- <style><p style="display:none">'.repeat(120_000);
    const { text } = await read(rawMail(`<p>Hi</p>${'<b '.repeat(200_000)}${html}`, { 'Content-Type': 'text/html' }));
    expect(text).toBe('Hi\n');
    const nested = await read(rawMail('<div>Hi'.repeat(500_000), { 'Content-Type': 'text/html' }));
    expect(nested.text).toBe('');
  });

  it('are not those of a mail inside it, and its attachments are only named', async () => {
    const parts = [
      '--b\nContent-Type: text/plain\n\nSee below.',
      '--b\nContent-Type: message/rfc822\n\nFrom: z@z.example\n\nPO-77 comes on Dec 1.',
      '--b\nContent-Type: application/pdf; name="po.pdf"\nContent-Transfer-Encoding: base64\n\nAAECAw==\n--b--',
    ];
    const mail = await read(rawMail(parts.join('\n'), { 'Content-Type': 'multipart/mixed; boundary=b' }));
    expect(mail.text.trim()).toBe('See below.');
    expect(mail.attachments).toMatchObject([{ type: 'message/rfc822' }, { name: 'po.pdf', bytes: 4 }]);
  });
});
