import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signMail } from '../../src/channels/email/mail-signature.js';
import { createReplyAddresses } from '../../src/channels/email/reply-address.js';
import { dateIn, zone } from '../../src/domain/kernel/dates.js';
import { OrderNumber } from '../../src/domain/kernel/ids.js';
import { supplierLetter } from '../../src/server/world/supplier-letter.js';
import { type AwaitedDelivery, awaitedDeliveries } from '../../src/store/awaited-deliveries.js';
import { businessNow } from '../../src/store/clock.js';
import { sharedSecret } from '../../src/store/server-secrets.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { DeskProcess } from '../support/desk-process.js';
import { holdTable, whenWaitingFor } from '../support/hold-table.js';
import { rawMail } from '../support/mail-in.js';
import { aMailServer, type TestMailServer } from '../support/mail-server.js';
import { until } from '../support/until.js';

const MAIL_FROM = 'The shop <orders@shop.example>';
const MAIL_SECRET = 'm'.repeat(64);

let database: TestDatabase;
let mailServer: TestMailServer;
let folder: string;
beforeEach(async () => {
  database = await aDatabase();
  mailServer = await aMailServer();
  folder = await mkdtemp(join(tmpdir(), 'supplier-slip-'));
});
afterEach(async () => {
  await mailServer.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

/** The demo shop, in which nobody is owed anything yet, served by three processes with a real mail server. */
async function threeDesks(): Promise<[DeskProcess, DeskProcess, DeskProcess]> {
  const settings = {
    ...{ DATABASE_URL: database.url, DATA_FOLDER: folder, DEMO_SHOP: 'on' },
    ...{ SMTP_URL: mailServer.url, MAIL_FROM, MAIL_INCOMING_SECRET: MAIL_SECRET },
    PUBLIC_URL: 'https://desk.example',
  };
  const first = await DeskProcess.start(settings);
  return [first, ...(await Promise.all([DeskProcess.start(settings), DeskProcess.start(settings)]))];
}

/** The delivery that Ana waits for, and who else does. */
async function awaited() {
  const { sql } = database;
  const today = dateIn(zone('America/Los_Angeles'), await businessNow(sql));
  const [delivery] = await awaitedDeliveries(sql, { today, orders: [OrderNumber.parse('1042')], most: 1 });
  if (!delivery) throw new Error('Ana waits for nothing');
  const rows = await sql<{ email: string }[]>`
    select distinct c.value as email from order_lines l join orders o on o.number = l.order_number
      join contact_points c on c.customer_id = o.customer_id and c.kind = 'email'
    where l.sku = ${delivery.sku} and l.state in ('backordered', 'part_shipped') order by 1`;
  return { delivery, waiting: rows.map(({ email }) => email) };
}

/** The supplier's answer about it: ten days later. */
async function tenDaysLater(delivery: AwaitedDelivery): Promise<string> {
  const replies = createReplyAddresses(await sharedSecret(database.sql, 'notice-links'), MAIL_FROM);
  const { subject, text } = supplierLetter(delivery, 'ten_days');
  return rawMail(text, {
    From: delivery.supplierEmail,
    To: replies.of({ kind: 'po', id: delivery.poNumber }),
    Subject: subject,
    Date: new Date().toUTCString(),
    'Message-ID': '<slip@supplier.example>',
  });
}

async function post(desk: DeskProcess, raw: string): Promise<number> {
  const body = Buffer.from(raw);
  const signature = signMail(MAIL_SECRET, body, Math.floor(Date.now() / 1_000));
  const response = await fetch(`${desk.url}/mail/incoming`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', 'x-mail-signature': signature },
    body,
  });
  return response.status;
}

/** To whom notices went; a copy under the same Message-ID is the same mail to whoever gets it. */
const notified = () => {
  const mails = mailServer.mails.filter(({ subject }) => /delayed/.test(subject ?? ''));
  return [...new Map(mails.map((mail) => [mail.messageId, mail.recipients])).values()].flat().sort();
};

async function whenAllAreTold(count: number): Promise<void> {
  await until('everybody has been told', async () => {
    const [row] = await database.sql`
      select (select count(distinct customer_id) from delay_notices n join orders o on o.number = n.order_number
          where n.state = 'sent')::int as told,
        (select count(*) from delay_notices where state = 'waiting')::int as waiting,
        (select count(*) from pgboss.job where name in ('inbound-mail', 'supply-moved') and state < 'completed')::int as jobs`;
    return row?.told >= count && row?.waiting === 0 && row?.jobs === 0;
  });
}

async function expectOneNoticeEach({ poNumber }: AwaitedDelivery, waiting: readonly string[]): Promise<void> {
  expect(notified()).toEqual(waiting);
  const { sql } = database;
  const promises = await sql<{ id: number }[]>`
    select id from supplier_promises where po_line_id = ${`${poNumber}-1`} order by id`;
  expect(promises).toHaveLength(2);
  const claims = await sql`select state from supplier_claims`;
  expect(claims.map(({ state }) => state)).toEqual(['applied']);
  const notices = await sql<{ cause: number }[]>`select cause from delay_notices`;
  expect(new Set(notices.map(({ cause }) => cause))).toEqual(new Set([promises[1]?.id]));
  const twice = await sql`
    select order_line_id from delay_records where kind = 'notice_sent' and source = 'email' group by 1 having count(*) > 1`;
  expect(twice).toEqual([]);
}

describe('a supplier says that a delivery comes ten days later, to three processes', { timeout: 600_000 }, () => {
  it('each customer who waits for it is told once, and nobody else, though two are killed while they tell them', async () => {
    const [first, second, third] = await threeDesks();
    const { delivery, waiting } = await awaited();
    const raw = await tenDaysLater(delivery);
    const held = await holdTable(database, 'order_lines');
    expect(await post(first, raw)).toBe(204);
    await whenWaitingFor(database, 'order_lines');
    await first.end('SIGKILL');
    await held.letGo();
    // the supplier's mail service may not have heard that it was taken
    expect(await post(second, raw)).toBe(204);
    await until('some have been told', () => notified().length > 1);
    await second.end('SIGKILL');
    await whenAllAreTold(waiting.length);
    await expectOneNoticeEach(delivery, waiting);
    await third.end('SIGTERM');
  });

  it('the same mail to all three at once, three times each: the same', async () => {
    const desks = await threeDesks();
    const { delivery, waiting } = await awaited();
    const raw = await tenDaysLater(delivery);
    const codes = await Promise.all(desks.flatMap((desk) => [post(desk, raw), post(desk, raw), post(desk, raw)]));
    expect(new Set(codes)).toEqual(new Set([204]));
    await whenAllAreTold(waiting.length);
    await expectOneNoticeEach(delivery, waiting);
    await Promise.all(desks.map((desk) => desk.end('SIGTERM')));
  });
});
