import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { connect, type Sql } from '../../src/store/connect.js';
import { type ClonedDatabase, cloneDatabase } from '../support/clone-database.js';
import { aShopper, DESKTOP, it, PHONE } from './support/shopper.js';
import { type RunningDesk, startDesk } from './support/start-desk.js';
import { violations } from './support/violations.js';

/** A demo of these tests' own: its clock is moved. They go on from one another, as a visitor does. */
let database: ClonedDatabase;
let desk: RunningDesk;
let sql: Sql;
beforeAll(async () => {
  if (inject('browserEndpoint') === null) return;
  database = await cloneDatabase(inject('serverUrl'));
  desk = await startDesk({ databaseUrl: database.url });
  sql = connect({ url: database.url, max: 1, name: 'test' });
});
afterAll(async () => {
  await sql?.end();
  await desk?.stop();
  await database?.drop();
});

const visit = async (path: string, look = {}): Promise<Page> =>
  (await aShopper({ ...look, baseURL: desk.url }, path)).page;

describe('on the phone', () => {
  it('a customer asks for their order, takes a choice by its digit, and is left alone after STOP until START', async () => {
    const page = await visit('/sandbox/phone', PHONE);
    const texts = page.locator('.texts .theirs');
    await page.getByLabel('Whose phone').selectOption({ label: 'Ben Okafor' });
    await page.getByText('+1 312-555-0102').waitFor();
    const text = async (words: string) => {
      const next = texts.nth(await texts.count());
      await page.getByLabel('Text message').fill(words);
      await page.getByRole('button', { name: 'Send', exact: true }).tap();
      await next.waitFor();
      return next.innerText();
    };
    expect(await text('when will my chargers ship?')).toMatch(/wall charger/);
    expect(await text('cancel my chargers')).toMatch(/Reply\s+1 .*\s+2 /);
    await text('2');
    const [line] = await sql`select state from order_lines where order_number = '1067'`;
    expect(line?.state).toBe('backordered');
    expect(await text('STOP')).toContain('successfully been unsubscribed');
    await page.getByText('This number gets no more texts.').waitFor();
    expect(await text('START')).toContain('re-subscribed');
    expect(await violations(page.mainFrame())).toEqual([]);
  });
});

const happened = (page: Page) => page.getByRole('region', { name: 'What happened' });
const mailsOf = async (page: Page) => {
  const response = await page.request.get('/sandbox/mail/api/mails');
  return ((await response.json()) as { mails: { way: string; to: string; subject: string }[] }).mails;
};

describe('the page of all stand-ins', () => {
  it('a delivery slips: those who wait for it are told once each, nobody else, and one of them keeps waiting', async () => {
    const page = await visit('/sandbox');
    const slip = page.getByRole('button', { name: /slips by ten days$/ });
    const po = (await slip.innerText()).split(' ')[0] ?? '';
    await slip.click();
    await happened(page)
      .getByText(/notices? sent to/)
      .waitFor();
    await expect
      .poll(() => sql`select from outbox where state in ('waiting', 'sending')`.then((rows) => rows.length))
      .toBe(0);
    const waiting = await sql<{ email: string }[]>`
      select distinct c.value as email from order_lines l join orders o on o.number = l.order_number
        join contact_points c on c.customer_id = o.customer_id and c.kind = 'email'
      where l.state in ('backordered', 'part_shipped')
        and l.sku in (select sku from purchase_order_lines where po_number = ${po})`;
    const told = (await mailsOf(page)).filter(({ way, subject }) => way === 'out' && /delayed/.test(subject));
    expect(told.length).toBeGreaterThan(1);
    expect(new Set(told.map(({ to }) => to)).size).toBe(told.length);
    expect(waiting.map(({ email }) => email)).toEqual(expect.arrayContaining(told.map(({ to }) => to)));

    const mailbox = page.frameLocator('iframe[title="Mailbox"]');
    await mailbox
      .getByText(told[0]?.to ?? '')
      .first()
      .click();
    const [answer] = await Promise.all([
      page.waitForEvent('popup'),
      mailbox.frameLocator('iframe').getByRole('link', { name: /keep/i }).click(),
    ]);
    await answer.getByRole('button').click();
    await happened(page)
      .getByText(/keeps waiting/)
      .waitFor();
  });

  it('a day passes, with all that falls due on the way', async () => {
    const page = await visit('/sandbox');
    const before = await page.locator('.today').innerText();
    await page.getByRole('button', { name: 'Next day' }).press('Enter');
    await page.getByRole('progressbar', { name: 'Time moves on' }).waitFor();
    await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 170_000 });
    expect(await page.locator('.today').innerText()).not.toBe(before);
    await page.getByText('The demo’s own clock, not real time.').waitFor();
    const digests = await sql`select on_date from digests`;
    expect(digests.length).toBeGreaterThanOrEqual(1);
    const slack = page.frameLocator('iframe[title="Slack"]');
    await slack.getByRole('button', { name: 'Channels' }).click();
    await slack
      .getByRole('navigation')
      .getByRole('button', { name: /stock-alerts/ })
      .click();
    const [claim] = await sql`select po_number as po from supplier_claims`;
    await slack.getByText(claim?.po).first().waitFor();
  });

  it.each([
    ['a desk, light', { ...DESKTOP, colorScheme: 'light' }],
    ['a phone, dark', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('can be used by everybody: %s', async (_, look) => {
    const page = await visit('/sandbox', look);
    await page.getByRole('button', { name: /slips by ten days$/ }).waitFor();
    expect(await violations(page.mainFrame())).toEqual([]);
    await page.getByRole('button', { name: 'Start over' }).click();
    expect(await violations(page.mainFrame(), 'dialog')).toEqual([]);
    await page.getByRole('button', { name: 'Keep it' }).press('Enter');
    if (!('isMobile' in look)) return;
    await page.getByRole('tab', { name: 'Shop chat' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.frameLocator('iframe[title="A phone"]').getByLabel('Text message').waitFor();
    expect(await page.locator('iframe:visible').count()).toBe(1);
  });
});

describe('the mailbox', () => {
  it('a customer answers the mail they got, and one mail comes back', async () => {
    const page = await visit('/sandbox/mail', PHONE);
    await page.locator('.list li a').first().tap();
    await page.getByRole('button', { name: 'Answer' }).tap();
    await page.getByLabel(/^Answer as/).fill('I will wait for it, thank you.');
    await page.getByRole('button', { name: 'Send' }).tap();
    await page.getByRole('navigation', { name: 'This thread' }).waitFor();
    await page.locator('pre', { hasText: 'I will wait for it, thank you.' }).waitFor();
    expect(await violations(page.mainFrame())).toEqual([]);
    await page.getByRole('link', { name: 'All mails' }).tap();
    await page.locator('.list li a', { hasText: 'To' }).last().tap();
    await page.getByRole('button', { name: 'This address does not exist' }).tap();
    await page.getByRole('heading', { name: 'Undelivered Mail Returned to Sender' }).waitFor();
    const came = await sql`select kind from inbound_mails where kind is not null order by id desc limit 2`;
    expect(came.map(({ kind }) => kind)).toContain('automatic');
  });
});
