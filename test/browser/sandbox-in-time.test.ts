import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { ownDemo } from './support/own-demo.js';
import { it, PHONE } from './support/shopper.js';
import { violations } from './support/violations.js';

/** The demo as a newcomer takes it: a delivery slips, a day passes, a mail is answered. Its tests go on from one another. */
const demo = ownDemo();

const happened = (page: Page) => page.getByRole('region', { name: 'What happened' });
const mailsOf = async (page: Page) => {
  const response = await page.request.get('/sandbox/mail/api/mails');
  return ((await response.json()) as { mails: { way: string; to: string; subject: string }[] }).mails;
};

describe('the page of all stand-ins', () => {
  it('a delivery slips: those who wait for it are told once each, nobody else, and one of them keeps waiting', async () => {
    const page = await demo.visit('/sandbox');
    const slip = page.getByRole('button', { name: /slips by ten days$/ });
    const po = (await slip.innerText()).split(' ')[0] ?? '';
    await slip.click();
    await happened(page)
      .getByText(/notices? sent to/)
      .waitFor();
    await expect
      .poll(() => demo.sql`select from outbox where state in ('waiting', 'sending')`.then((rows) => rows.length))
      .toBe(0);
    const waiting = await demo.sql<{ email: string }[]>`
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
    const page = await demo.visit('/sandbox');
    const before = await page.locator('.today').innerText();
    await page.getByRole('button', { name: 'Next day' }).press('Enter');
    await page.getByRole('progressbar', { name: 'Time moves on' }).waitFor();
    await page.getByRole('progressbar').waitFor({ state: 'detached', timeout: 170_000 });
    expect(await page.locator('.today').innerText()).not.toBe(before);
    await page.getByText('The demo’s own clock, not real time.').waitFor();
    const digests = await demo.sql`select on_date from digests`;
    expect(digests.length).toBeGreaterThanOrEqual(1);
    const slack = page.frameLocator('iframe[title="Slack"]');
    await slack.getByRole('button', { name: 'Channels' }).click();
    await slack
      .getByRole('navigation')
      .getByRole('button', { name: /stock-alerts/ })
      .click();
    const [claim] = await demo.sql`select po_number as po from supplier_claims`;
    await slack.getByText(claim?.po).first().waitFor();
  });
});

describe('the mailbox', () => {
  it('a customer answers the mail they got, and one mail comes back', async () => {
    const page = await demo.visit('/sandbox/mail', PHONE);
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
    const came = await demo.sql`select kind from inbound_mails where kind is not null order by id desc limit 2`;
    expect(came.map(({ kind }) => kind)).toContain('automatic');
  });
});
