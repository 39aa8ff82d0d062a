import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmail } from '../../src/channels/email/create-email.js';
import { addToInstant, instant, localDate } from '../../src/domain/kernel/dates.js';
import { CustomerId, OrderLineId, OrderNumber } from '../../src/domain/kernel/ids.js';
import customerNews from '../../src/jobs/tasks/customer-news.js';
import { businessNow, setBusinessNow } from '../../src/store/clock.js';
import { addCustomerMessage } from '../../src/store/customer-messages.js';
import { claimOutbox } from '../../src/store/outbox.js';
import { promisesAbout } from '../../src/store/promises.js';
import { type Door, openDoor } from '../../src/tools/door.js';
import { takeOrder } from '../../src/tools/take-order.js';
import { tellBeside } from '../../src/tools/tell-beside.js';
import { tellCustomer } from '../../src/tools/tell-customer.js';
import { aMailServer, type TestMailServer } from '../support/mail-server.js';
import { ANAS_SHOP, aShop, type Chat, type TestShop } from '../support/shop.js';

const ORDER = OrderNumber.parse('1042');
const ANA = CustomerId.parse('ana');
const LENS = { orderLineId: OrderLineId.parse('1042-2'), lineName: '50 mm lens', quantity: 1 };
const log = { info() {}, warn() {}, error() {} };
const [ana, ben] = ANAS_SHOP.customers!;

let shop: TestShop;
let door: Door;
let server: TestMailServer;
let pages: ReturnType<typeof createServer>;
/** Has everything told that waits to be, and takes the mail away. */
let tellAll: () => Promise<void>;
/** One look of the sweep, and what came of it. */
let look: () => Promise<void>;

beforeEach(async () => {
  const texts = { from: '+15035550199' };
  shop = await aShop(
    { ...ANAS_SHOP, customers: [{ ...ana!, smsConsent: true }, ben!] },
    undefined,
    { connected: false },
    texts,
  );
  const { sql } = shop;
  const { policy, rules } = shop.house;
  door = openDoor({ sql, policy, rules, mail: { connected: true }, texts });
  server = await aMailServer();
  const app = express();
  pages = createServer(app);
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const publicUrl = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  const settings = { smtpUrl: server.url, from: 'The shop <orders@shop.example>', publicUrl };
  const email = createEmail({ door, policy, settings, linkSecret: 's'.repeat(64), log });
  app.use(email.router);
  tellAll = async () => {
    for (const { id } of await sql`select id from customer_messages where state = 'waiting' order by made_at, id`)
      await door.call(tellCustomer, { messageId: id }, { kind: 'system', job: 'test' });
    for (;;) {
      const rows = await claimOutbox(sql, 'email', 10);
      if (rows.length === 0) return;
      for (const { id, kind } of await email.channel.deliver(rows))
        await sql`update outbox set state = ${kind} where id = ${id}`;
    }
  };
  look = async () => {
    await customerNews.run({}, { sql, door, policy, rules, log, slack: null, wakeSenders() {} });
    await tellAll();
  };
});
afterEach(async () => {
  pages.closeAllConnections();
  await new Promise((resolve) => pages.close(resolve));
  await server.close();
  await shop.drop();
});

const ways = async (kind: string) =>
  Object.fromEntries(
    (
      await shop.sql`
        select w.channel, case when w.state in ('sent', 'waiting') and w.because is null then w.state else w.state || ' ' || w.because end as state
        from customer_message_ways w join customer_messages m on m.id = w.message_id where m.kind = ${kind}`
    ).map(({ channel, state }) => [channel, state]),
  );
const saidTo = async (channel: 'sms' | 'web') =>
  (
    await shop.sql`
      select m.body ->> 'text' as text from messages m join conversations c on c.id = m.conversation_id
      where c.channel = ${channel} and m.body -> 'channelData' ->> 'customerMessage' is not null order by m.id`
  ).map(({ text }) => text as string);
const subjects = () => server.mails.map(({ subject }) => subject);
const add = (message: Parameters<typeof addCustomerMessage>[1]) =>
  shop.sql.begin((tx) => addCustomerMessage(tx, message));
const moved = {
  kind: 'date_moved' as const,
  customerId: ANA,
  cause: 'promise 7',
  facts: {
    orderNumber: ORDER,
    lines: [
      {
        ...LENS,
        toldShipBy: localDate('2026-11-25'),
        likelyOn: localDate('2027-01-20'),
        cautiousOn: localDate('2027-01-20'),
      },
    ],
  },
};
/** As the estimate has it, so that it holds when it is looked at once more. */
async function movedNow() {
  const { estimateLine } = await import('../../src/tools/estimate-line.js');
  const { linesOf, findOrder } = await import('../../src/store/orders.js');
  const { policy, rules } = shop.house;
  const context = {
    sql: shop.sql,
    now: await businessNow(shop.sql),
    policy,
    rules,
    principal: { kind: 'system' as const, job: 'test' },
    shop: { connected: false },
    mail: { connected: true },
    texts: { from: null },
  };
  const line = (await linesOf(shop.sql, [ORDER])).find(({ id }) => id === LENS.orderLineId)!;
  const eta = await estimateLine(line, (await findOrder(shop.sql, ORDER))!.shippingService, context);
  if (eta?.kind !== 'estimated') throw new Error('no estimate');
  const [only] = moved.facts.lines;
  return {
    ...moved,
    facts: { ...moved.facts, lines: [{ ...only!, likelyOn: eta.shipsLikelyOn, cautiousOn: eta.shipsCautiousOn }] },
  };
}
async function identified(): Promise<Chat> {
  const chat = shop.chat();
  await chat.say('where is my order 1042, ana@example.com');
  return chat;
}

describe('what a customer is told without asking', () => {
  it('goes by chat, text and mail as the policy has it, once, with its dates in the ledger', async () => {
    await identified();
    const message = await movedNow();
    expect(await add(message)).not.toBeNull();
    expect(await add(message)).toBeNull();
    await tellAll();
    await tellAll();
    expect(await ways('date_moved')).toEqual({ chat: 'sent', sms: 'sent', email: 'not_taken texted_instead' });
    expect(await saidTo('web')).toHaveLength(1);
    expect(await saidTo('sms')).toHaveLength(1);
    const told = (await promisesAbout(shop.sql, ORDER)).filter(({ fact }) => fact === 'cautiousOn');
    expect(told.at(-1)).toMatchObject({ orderLineId: '1042-2', value: message.facts.lines[0]!.cautiousOn });
    expect(await shop.sql`select from promises where customer_message_id is not null`).toHaveLength(2);
  });

  it('is looked at once more: what is shipped, or moved again, is not told', async () => {
    await add(moved);
    await tellAll();
    expect((await shop.sql`select dropped_because as because from customer_messages`)[0]).toEqual({
      because: 'dates_moved',
    });
    expect(server.mails).toHaveLength(0);
  });

  it('waits by text for the morning, and is dropped if things have changed by then', async () => {
    await setBusinessNow(shop.sql, instant('2026-11-24T07:00:00Z'));
    await add(await movedNow());
    await tellAll();
    expect((await ways('date_moved')).sms).toBe('waiting quiet_hours');
    await look();
    expect(await shop.sql`select from audit where principal_id = 'customer-news'`).toHaveLength(0);
    await setBusinessNow(shop.sql, instant('2026-11-24T18:00:00Z'));
    await shop.sql`update order_lines set state = 'cancelled' where id = '1042-2'`;
    await look();
    expect((await ways('date_moved')).sms).toBe('dropped cancelled');
    expect(await saidTo('sms')).toEqual([]);
  });

  it('follows a parcel: it left, it arrives today; what left before the desk looked is not told', async () => {
    await look();
    expect(subjects()).toEqual([]);
    const at = addToInstant(await businessNow(shop.sql), { minutes: 30 });
    await shop.sql`insert into shipments (id, order_number, location_id, carrier, tracking_number, labelled_at)
      select 'p2', '1042', id, 'UPS', '1Z2', ${at} from locations limit 1`;
    await shop.sql`insert into shipment_lines (shipment_id, order_line_id, quantity) values ('p2', '1042-3', 1)`;
    await look();
    expect(subjects()).toEqual([]);
    await shop.sql`insert into carrier_scans (shipment_id, kind, at) values ('p2', 'accepted', ${at})`;
    await setBusinessNow(shop.sql, addToInstant(at, { minutes: 5 }));
    await look();
    await look();
    expect(subjects()).toEqual(['On its way: your order 1042']);
    expect(server.mails[0]!.text).toContain('The rest follows later');
    expect((await saidTo('sms'))[0]).toContain('UPS 1Z2');
    // four days with the carrier are likely
    await setBusinessNow(shop.sql, instant('2026-11-27T18:00:00Z'));
    await look();
    expect((await saidTo('sms')).at(-1)).toMatch(/^Should be with you today, Fri, Nov 27: Camera bag/);
    expect(
      await shop.sql`select from customer_messages where kind = 'arriving_today' and facts ->> 'orderNumber' = '1042'`,
    ).toHaveLength(1);
  });

  it('writes receipts by mail, one thread an order, and lets a mail of news be stopped by its link', async () => {
    const chat = await identified();
    await chat.say('cancel the lens');
    await chat.say('yes');
    await tellAll();
    expect(subjects()).toEqual(['Cancelled, as you asked: order 1042']);
    expect(server.mails[0]!.raw).not.toContain('List-Unsubscribe');
    expect(server.mails[0]!.text).toContain('$820.00 goes back to');
    await look();
    const at = await businessNow(shop.sql);
    await shop.sql`insert into shipments (id, order_number, location_id, carrier, tracking_number, labelled_at)
      select 'p3', '1042', id, 'UPS', '1Z3', ${at} from locations limit 1`;
    await shop.sql`insert into shipment_lines (shipment_id, order_line_id, quantity) values ('p3', '1042-3', 1)`;
    await shop.sql`insert into carrier_scans (shipment_id, kind, at) values ('p3', 'accepted', ${at})`;
    await look();
    const news = server.mails.at(-1)!;
    expect(news.inReplyTo).toBe(server.mails[0]!.messageId);
    expect(news.raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const link = /http:\S+\/updates\/stop\/\S+/.exec(news.text!)![0];
    expect(await (await fetch(link)).text()).toContain('Nothing happens until you press the button');
    expect(await shop.sql`select from notification_wishes`).toHaveLength(0);
    expect(await (await fetch(link, { method: 'POST' })).text()).toContain('Done. No more mails');
    expect((await fetch(`${link}x`, { method: 'POST' })).status).toBe(404);
    expect(await shop.sql`select from notification_wishes where channel = 'email' and not wanted`).toHaveLength(1);
  });

  it('stands beside a legal mail in chat and text alone', async () => {
    await identified();
    await shop.sql.begin((tx) =>
      tellBeside(tx, {
        kind: 'notice',
        customerId: ANA,
        orderNumbers: [ORDER],
        noticeId: 'notice-1042-1',
        lines: [{ ...LENS, revisedShipBy: localDate('2026-12-09') }],
        answerBy: null,
      }),
    );
    await tellAll();
    expect(await ways('notice_mailed')).toEqual({ chat: 'sent', sms: 'sent', email: 'not_taken not_by_this_way' });
    expect(server.mails).toHaveLength(0);
    expect((await saidTo('web'))[0]).toContain("We've just sent you an e-mail: your order 1042 is delayed");
  });

  it('confirms an order of which something has to be waited for, with its honest date', async () => {
    const shipTo = { street: '1 Elm St', city: 'Portland', region: 'OR', postcode: '97201' };
    const taken = await door.call(
      takeOrder,
      {
        orderNumber: '3001',
        customer: { id: 'ana', name: 'Ana Silva', email: 'ana@example.com' },
        shipTo,
        paymentMethod: 'Visa ending 4417',
        lines: [{ sku: 'LEN-50', quantity: 1 }],
      },
      { kind: 'system', job: 'test' },
    );
    expect(taken.kind).toBe('taken');
    await tellAll();
    expect(subjects()).toEqual(['Your order 3001: what ships when']);
    expect(server.mails[0]!.text).toMatch(/not on our shelf right now\. We expect to ship it by /);
  });
});

describe('"how do you tell me?"', () => {
  it('is set in the chat, at once, and kept to', async () => {
    const chat = await identified();
    expect((await chat.say('stop emailing and text me the updates instead'))[0]!.text).toMatch(
      /^I'll text you on the phone ending 0101, and send no e-mail updates, when/,
    );
    expect((await chat.say('email me when there is news, no texts please'))[0]!.text).toContain("I'll e-mail you");
    await add(await movedNow());
    await tellAll();
    expect(await ways('date_moved')).toEqual({ chat: 'sent', sms: 'not_taken not_wanted', email: 'sent' });
    expect((await chat.say('can you whatsapp me the updates'))[0]!.text).toContain("I can't write on WhatsApp");
  });
});
