import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmail } from '../../../src/channels/email/create-email.js';
import type { Delivery } from '../../../src/conversation/channel.js';
import { OrderNumber } from '../../../src/domain/kernel/ids.js';
import { delayRecordsOf } from '../../../src/store/delay-records.js';
import { claimOutbox } from '../../../src/store/outbox.js';
import { promisesAbout } from '../../../src/store/promises.js';
import { type Door, openDoor } from '../../../src/tools/door.js';
import { getDelayStatus } from '../../../src/tools/get-delay-status.js';
import { previewDelayNotice } from '../../../src/tools/preview-delay-notice.js';
import type { Principal } from '../../../src/tools/principal.js';
import { sendDelayNotice } from '../../../src/tools/send-delay-notice.js';
import { aMailServer, type TestMailServer } from '../../support/mail-server.js';
import { ANAS_SHOP, aShop, type TestShop } from '../../support/shop.js';

const ORDER = OrderNumber.parse('1042');
const rep: Principal = { kind: 'rep', staffId: 'kim' };
const silent = { info() {}, warn() {}, error() {} };

let shop: TestShop;
let door: Door;
let server: TestMailServer;
let pages: ReturnType<typeof createServer>;
let base: string;
/** Takes what waits in the outbox once, as a sender does. */
let deliver: (state?: 'waiting' | 'unknown') => Promise<readonly Delivery[]>;

async function open(more: Partial<typeof ANAS_SHOP> = {}) {
  shop = await aShop({ ...ANAS_SHOP, ...more });
  door = openDoor({ sql: shop.sql, policy: shop.house.policy, mail: { connected: true } });
  server = await aMailServer();
  const app = express();
  pages = createServer(app);
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  const settings = { smtpUrl: server.url, from: 'The shop <orders@shop.example>', publicUrl: base };
  const email = createEmail({ door, policy: shop.house.policy, settings, linkSecret: 's'.repeat(64), log: silent });
  app.use(email.router);
  deliver = async (state = 'waiting') => {
    await shop.sql`update outbox set next_attempt_at = clock_timestamp()`;
    const rows = await claimOutbox(shop.sql, 'email', email.channel.atOnce, state);
    const came = state === 'unknown' ? await email.channel.lookUp!(rows) : await email.channel.deliver(rows);
    // a sender would record it; here the row waits again or is done
    for (const { id, kind } of came)
      await shop.sql`update outbox set state = ${kind === 'retry' ? 'waiting' : kind} where id = ${id}`;
    return came;
  };
}
beforeEach(() => open());
afterEach(async () => {
  pages.closeAllConnections();
  await new Promise((resolve) => pages.close(resolve));
  await server.close();
  await shop.drop();
});

async function preview() {
  const shown = await door.call(previewDelayNotice, { orderNumber: ORDER }, rep);
  if (shown.kind !== 'ready') throw new Error(`no notice: ${shown.kind}`);
  return shown;
}
async function send() {
  const { noticeTerms } = await preview();
  const sent = await door.call(sendDelayNotice, { orderNumber: ORDER, noticeTerms }, rep);
  if (sent.kind !== 'queued') throw new Error(`not sent: ${sent.kind}`);
  return sent;
}
const linkOf = (choice: 'keep' | 'cancel', nth = -1): string =>
  new RegExp(`${base}/\\S+/${choice}/\\S+`).exec(server.mails.at(nth)?.text ?? '')![0];
const lens = async () => {
  const status = await door.call(getDelayStatus, { orderNumber: ORDER }, rep);
  return status.kind === 'found' ? status.lines.find(({ orderLineId }) => orderLineId === '1042-2')! : undefined!;
};
const noticeRow = async () => (await shop.sql`select * from delay_notices order by made_at desc limit 1`)[0]!;

describe('a delay notice', () => {
  it('goes out once, in two parts that say the same, and is on record word for word', async () => {
    const shown = await preview();
    expect(shown.text).toContain('(their link)');
    expect(shown.facts.lines).toMatchObject([{ orderLineId: '1042-2', silenceMeansConsent: true, isRenewed: false }]);
    await send();
    expect(await door.call(previewDelayNotice, { orderNumber: ORDER }, rep)).toEqual({ kind: 'under_way' });
    await deliver();
    await deliver();
    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail).toMatchObject({ recipients: ['ana@example.com'], subject: shown.subject });
    expect(mail!.text!.trim()).toBe((await noticeRow()).body.trim());
    expect(mail!.html).toContain('50 mm lens');
    expect(mail!.html).toContain('Cancel and refund');
    expect(await lens()).toMatchObject({
      delayState: 'delayed',
      awaitsAnswer: true,
      revisedShipBy: shown.facts.lines[0]!.revisedShipBy,
      notices: [{ counts: true, rule: { row: '3' } }],
    });
    const told = await promisesAbout(shop.sql, ORDER);
    expect(told).toMatchObject([{ kind: 'date', fact: 'revisedShipBy', value: shown.facts.lines[0]!.revisedShipBy }]);
    expect(await door.call(previewDelayNotice, { orderNumber: ORDER }, rep)).toEqual({ kind: 'none_owed' });
  });

  it('is not sent when it is another than the one that was looked at', async () => {
    expect(await door.call(sendDelayNotice, { orderNumber: ORDER, noticeTerms: 'other' }, rep)).toEqual({
      kind: 'facts_moved',
    });
    const deaf = openDoor({ sql: shop.sql, policy: shop.house.policy });
    expect(await deaf.call(previewDelayNotice, { orderNumber: ORDER }, rep)).toEqual({ kind: 'mail_not_connected' });
    expect(await shop.sql`select from outbox where channel = 'email'`).toHaveLength(0);
  });

  it('is dropped at the last moment when things have changed, with the reason', async () => {
    await send();
    await shop.sql`update order_lines set state = 'cancelled' where id = '1042-2'`;
    await deliver();
    expect(server.mails).toHaveLength(0);
    expect(await noticeRow()).toMatchObject({ state: 'dropped', dropped_because: 'cancelled', body: null });
    expect((await delayRecordsOf(shop.sql, [ORDER])).map(({ kind }) => kind)).not.toContain('notice_sent');
  });

  it('waits while the server is busy or away, and is no notice when the server refuses it', async () => {
    await send();
    server.mood = 'busy';
    expect(await deliver()).toMatchObject([{ kind: 'retry' }]);
    server.mood = 'refuse';
    expect(await deliver()).toMatchObject([{ kind: 'dead' }]);
    expect(await noticeRow()).toMatchObject({ state: 'bounced' });
    expect(await lens()).toMatchObject({
      delayState: 'in_time',
      owed: [{ kind: 'ship_or_offer' }],
      notices: [{ counts: false, because: 'not_delivered' }],
    });
    await server.close();
    await send();
    expect(await deliver()).toMatchObject([{ kind: 'retry' }]);
  });

  it('bears the same Message-ID when nobody knew whether it went out, and the one before it in the next', async () => {
    await send();
    server.mood = 'hang up';
    expect(await deliver()).toMatchObject([{ kind: 'unknown' }]);
    expect((await noticeRow()).state).toBe('waiting');
    await deliver('unknown');
    expect(await deliver()).toMatchObject([{ kind: 'sent' }]);
    const [first, again] = server.mails;
    expect(again!.messageId).toBe(first!.messageId);
    expect(first!.messageId).toMatch(/^<[0-9a-f]{40}@shop\.example>$/);
    // and then the supplier gives up
    await shop.sql`update purchase_orders set state = 'cancelled' where number = 'PO-77'`;
    const next = await door.call(previewDelayNotice, { orderNumber: ORDER }, rep);
    expect(next).toMatchObject({
      facts: { lines: [{ isRenewed: true, revisedShipBy: null, silenceMeansConsent: false }] },
    });
    await send();
    await deliver();
    expect(server.mails[2]).toMatchObject({ inReplyTo: first!.messageId, references: first!.messageId });
    expect(server.mails[2]!.subject).toMatch(/^Please answer: .* delayed again$/);
  });
});

describe('the links of a notice', () => {
  beforeEach(async () => {
    await send();
    await deliver();
  });

  it('do nothing by being opened, and once by the button', async () => {
    const cancel = linkOf('cancel');
    const page = await fetch(cancel);
    expect(page.status).toBe(200);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(await page.text()).toContain('Nothing happens until you press the button');
    expect(await lens()).toMatchObject({ delayState: 'delayed', awaitsAnswer: true });
    const done = await (await fetch(cancel, { method: 'POST' })).text();
    expect(done).toMatch(/It is cancelled\.[\s\S]*goes back to Visa ending 4417/);
    expect(await lens()).toMatchObject({ delayState: 'cancelled' });
    expect(await shop.sql`select from refunds`).toHaveLength(1);
    for (const choice of ['keep', 'cancel'] as const) {
      const again = await fetch(linkOf(choice), { method: 'POST' });
      expect(again.status).toBe(410);
      expect(await again.text()).toContain('You have answered already');
    }
    expect(await shop.sql`select from refunds`).toHaveLength(1);
  });

  it('keep the order as an express consent to that notice', async () => {
    expect(await (await fetch(linkOf('keep'), { method: 'POST' })).text()).toContain('We keep it for you');
    expect(await lens()).toMatchObject({ delayState: 'delayed', awaitsAnswer: false });
    const records = await delayRecordsOf(shop.sql, [ORDER]);
    expect(records.find(({ kind }) => kind === 'answer')).toMatchObject({
      choice: 'consent',
      noticeId: 'notice-1042-1',
      channel: 'email',
    });
  });

  it('are worth nothing when changed, taken for the other choice, or when the day is over', async () => {
    const keep = linkOf('keep');
    for (const wrong of [`${keep}x`, keep.replace('/keep/', '/cancel/'), keep.replace('1042-1', '1042-2')]) {
      const page = await fetch(wrong, { method: 'POST' });
      expect(page.status).toBe(404);
    }
    await shop.sql`update business_clock set time_offset = time_offset + make_interval(days => 60)`;
    expect((await fetch(keep, { method: 'POST' })).status).toBe(410);
    expect((await delayRecordsOf(shop.sql, [ORDER])).filter(({ kind }) => kind === 'answer')).toEqual([]);
  });
});
