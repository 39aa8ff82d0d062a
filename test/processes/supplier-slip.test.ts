import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signMail } from '../../src/channels/email/mail-signature.js';
import { createReplyAddresses } from '../../src/channels/email/reply-address.js';
import { addDays } from '../../src/domain/kernel/dates.js';
import { loadScenarioShop } from '../../src/evaluation/load-scenario-shop.js';
import { ScenarioShop } from '../../src/evaluation/scenario-shop.js';
import { type businessNow, setBusinessNow } from '../../src/store/clock.js';
import { sharedSecret } from '../../src/store/server-secrets.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { DeskProcess } from '../support/desk-process.js';
import { holdTable, whenWaitingFor } from '../support/hold-table.js';
import { rawMail } from '../support/mail-in.js';
import { aMailServer, type TestMailServer } from '../support/mail-server.js';
import { TODAY } from '../support/shop.js';
import { until } from '../support/until.js';

const MAIL_FROM = 'The shop <orders@shop.example>';
const MAIL_SECRET = 'm'.repeat(64);
const WAITING = 6;
const waiting = Array.from({ length: WAITING }, (_, at) => `w${at + 1}`);

/** Six customers wait for PO-77, one of them with two orders; two for another delivery, one for nothing. */
const SHOP = ScenarioShop.parse({
  customers: [...waiting, 'other1', 'other2', 'done'].map((id) => ({
    id,
    name: `Customer ${id}`,
    email: `${id}@example.com`,
    postcode: '97201',
  })),
  orders: [
    ...[...waiting, 'w1'].map((customer, at) => order(`30${at + 1}`, customer, 'LEN-50', 'backordered')),
    order('401', 'other1', 'TRI-9', 'backordered'),
    order('402', 'other2', 'TRI-9', 'backordered'),
    order('501', 'done', 'LEN-50', 'delivered'),
  ],
  purchaseOrders: [
    { number: 'PO-77', sku: 'LEN-50', qty: 40, promised: '+6d' },
    { number: 'PO-78', sku: 'TRI-9', qty: 40, promised: '+6d' },
  ],
});

function order(number: string, customer: string, sku: string, state: 'backordered' | 'delivered') {
  const line = { line: 1, sku, item: 'A thing', price: 100, state };
  return { number, customer, placed: '-12d', statedShipBy: '+12d', lines: [line] };
}

let database: TestDatabase;
let mailServer: TestMailServer;
beforeEach(async () => {
  database = await aDatabase();
  await loadScenarioShop(database.sql, SHOP, TODAY);
  await database.sql`update suppliers set email = 'orders@kestrel.example'`;
  await setBusinessNow(database.sql, `${TODAY}T18:00:00Z` as Awaited<ReturnType<typeof businessNow>>);
  mailServer = await aMailServer();
});
afterEach(async () => {
  await mailServer.close();
  await database.drop();
});

const threeDesks = () => {
  const settings = {
    DATABASE_URL: database.url,
    SMTP_URL: mailServer.url,
    MAIL_FROM,
    MAIL_INCOMING_SECRET: MAIL_SECRET,
    PUBLIC_URL: 'https://desk.example',
  };
  return Promise.all([1, 2, 3].map(() => DeskProcess.start(settings)));
};
type Desks = readonly DeskProcess[];

/** The supplier's answer to our mail about PO-77: ten days later. */
async function tenDaysLater(): Promise<string> {
  const replies = createReplyAddresses(await sharedSecret(database.sql, 'notice-links'), MAIL_FROM);
  const [row] = await database.sql`select promised_on::text as day from supplier_promises where po_line_id = 'PO-77-1'`;
  return rawMail(`PO-77 line 1: the new delivery date is ${addDays(row?.day, 10)}.`, {
    To: replies.of({ kind: 'po', id: 'PO-77' }),
    'Message-ID': '<slip@kestrel.example>',
  });
}

async function post(desk: DeskProcess, raw: string): Promise<number> {
  const body = Buffer.from(raw);
  const response = await fetch(`${desk.url}/mail/incoming`, {
    method: 'POST',
    headers: {
      'content-type': 'message/rfc822',
      'x-mail-signature': signMail(MAIL_SECRET, body, Math.floor(Date.now() / 1_000)),
    },
    body,
  }).catch(() => null);
  return response?.status ?? 0;
}

/** All that was caused is done: no job, nothing to send. */
const whenDone = () =>
  until('everybody has been told', async () => {
    const [row] = await database.sql`
      select (select count(*) from delay_notices where state = 'sent')::int as sent,
        (select count(*) from outbox where channel = 'email' and state in ('waiting', 'sending', 'unknown'))::int as under_way,
        (select count(*) from pgboss.job where name in ('inbound-mail', 'supply-moved') and state < 'completed')::int as jobs`;
    return row?.sent >= WAITING + 1 && row?.under_way === 0 && row?.jobs === 0;
  });

async function expectOneNoticeEach(): Promise<void> {
  // a copy under the same Message-ID is the same mail: so it is when a process is killed between sending and recording
  const mails = new Map(mailServer.mails.map((mail) => [mail.messageId, mail]));
  expect([...mails.values()].flatMap(({ recipients }) => recipients).sort()).toEqual(
    waiting.map((id) => `${id}@example.com`),
  );
  const { sql } = database;
  const promises = await sql`
    select po_line_id as line, (promised_on - lag(promised_on) over (order by id))::int as moved
    from supplier_promises where po_line_id in ('PO-77-1', 'PO-78-1') order by id`;
  expect(promises.filter(({ line }) => line === 'PO-77-1')).toHaveLength(2);
  expect(promises.filter(({ line }) => line === 'PO-78-1')).toHaveLength(1);
  expect(await sql`select from inbound_mails`).toHaveLength(1);
  const notices = await sql<{ order: string; cause: number }[]>`
    select order_number as order, cause from delay_notices where state = 'sent' order by 1`;
  expect(notices.map((notice) => notice.order)).toEqual(['301', '302', '303', '304', '305', '306', '307']);
  const [given] = await sql<{ id: number }[]>`select max(id) as id from supplier_promises where po_line_id = 'PO-77-1'`;
  expect(new Set(notices.map(({ cause }) => cause))).toEqual(new Set([given?.id]));
  const told = await sql`select order_line_id from delay_records where kind = 'notice_sent' order by 1`;
  expect(told.map((row) => row.order_line_id)).toEqual(notices.map((notice) => `${notice.order}-1`));
}

const stopAll = (desks: Desks) => Promise.all(desks.map((desk) => desk.end('SIGTERM')));

describe('a supplier says that a delivery comes ten days later, to three processes', { timeout: 300_000 }, () => {
  it('each customer who waits for it is told once, and nobody else, though one process is killed as it tells them', async () => {
    const desks = await threeDesks();
    const [first, ...others] = desks as [DeskProcess, ...DeskProcess[]];
    const held = await holdTable(database, 'order_lines');
    expect(await post(first, await tenDaysLater())).toBe(204);
    await whenWaitingFor(database, 'order_lines');
    await first.end('SIGKILL');
    await held.letGo();
    // the supplier's mail service saw no end of it, perhaps, and sends again
    expect(await post(others[0] as DeskProcess, await tenDaysLater())).toBe(204);
    await until('some have been told', () => mailServer.mails.length > 1);
    await (others[0] as DeskProcess).end('SIGKILL');
    await whenDone();
    await expectOneNoticeEach();
    await stopAll(others.slice(1));
  });

  it('the same mail to all three at once, three times each: the same', async () => {
    const desks = await threeDesks();
    const raw = await tenDaysLater();
    const codes = await Promise.all(desks.flatMap((desk) => [post(desk, raw), post(desk, raw), post(desk, raw)]));
    expect(new Set(codes)).toEqual(new Set([204]));
    await whenDone();
    await expectOneNoticeEach();
    await stopAll(desks);
  });
});
