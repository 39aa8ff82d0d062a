import { SignJWT } from 'jose';
import { describe, expect, inject, onTestFinished } from 'vitest';
import { connect } from '../../src/store/connect.js';
import { anotherShop } from './support/other-shop.js';
import { aShopper, it } from './support/shopper.js';
import { startDesk } from './support/start-desk.js';

const SECRET = 'a secret that the shop and the desk share';

describe('a page of another origin', () => {
  it('cannot show the chat or use its API unless it is allowed', async () => {
    const shop = await anotherShop(() => inject('shopUrl'));
    const { page, chat } = await aShopper({ baseURL: shop.origin });
    const refusal = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await chat.launcher.click();
    await refusal;
    expect(await chat.field.count()).toBe(0);
    const api = `${inject('shopUrl')}/v3/directline/tokens/generate`;
    expect(await page.evaluate(`fetch('${api}', { method: 'POST' }).then(() => 'answered', () => 'blocked')`)).toBe(
      'blocked',
    );
    const answer = await fetch(api, { method: 'POST', headers: { origin: shop.origin } });
    expect(answer.status).toBe(403);
  });

  it('that is allowed embeds the chat, and its own sign-in counts', async () => {
    let deskUrl = '';
    const token = await new SignJWT({ email: 'liam.oconnor@example.com' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(await customerOf('1234'))
      .setIssuedAt()
      .setExpirationTime('5m')
      .setAudience('backorder-desk')
      .setJti('once')
      .sign(new TextEncoder().encode(SECRET));
    const shop = await anotherShop(() => deskUrl, {
      attributes: `data-user-token="${token}" data-shop-name="Another shop"`,
    });
    const desk = await startDesk({
      databaseUrl: inject('shopDatabaseUrl'),
      allowedOrigins: [shop.origin],
      shopTokenSecret: SECRET,
    });
    onTestFinished(() => desk.stop());
    deskUrl = desk.url;
    const { chat } = await aShopper({ baseURL: shop.origin });
    await chat.open();
    expect(await chat.frame.getByRole('heading', { level: 1 }).innerText()).toContain('Another shop');
    await chat.ask('where is my order 1234?');
    await chat.frame.getByRole('article', { name: 'Order 1234' }).waitFor();
  });

  it('that forbids nearly everything is not broken by the button', async () => {
    const shop = await anotherShop(() => inject('shopUrl'), {
      headers: { 'content-security-policy': "sandbox allow-scripts; style-src 'none'" },
    });
    const { chat } = await aShopper({ baseURL: shop.origin });
    expect(await chat.launcher.boundingBox()).toMatchObject({ width: 60, height: 60 });
  });
});

/** The shop's own id of who placed an order. */
async function customerOf(orderNumber: string): Promise<string> {
  const sql = connect({ url: inject('shopDatabaseUrl'), max: 1, name: 'test' });
  const [order] = await sql<{ id: string }[]>`select customer_id as id from orders where number = ${orderNumber}`;
  await sql.end();
  return order!.id;
}
