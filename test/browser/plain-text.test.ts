import { afterAll, beforeAll, describe, expect, inject } from 'vitest';
import { connect, type Sql } from '../../src/store/connect.js';
import { aShopper, it } from './support/shopper.js';

const MARKUP = '<img src=x onerror="window.harmed=true"><b>bold</b>';
/** Whether a script of a text has run in the page of this element. */
const isHarmed = (element: { ownerDocument: { defaultView: { harmed?: boolean } } }) =>
  element.ownerDocument.defaultView.harmed === true;

describe('text', () => {
  let sql: Sql | undefined;
  beforeAll(() => {
    if (inject('browserEndpoint')) sql = connect({ url: inject('shopDatabaseUrl'), max: 1, name: 'test' });
  });
  afterAll(() => sql?.end());

  it('from the shopper is shown as typed, never as HTML, also after a reload', async () => {
    const { page, chat } = await aShopper();
    await chat.open();
    await chat.ask(MARKUP);
    expect(await chat.said.allInnerTexts()).toEqual([MARKUP]);
    await page.reload();
    await chat.said.first().waitFor();
    expect(await chat.said.allInnerTexts()).toEqual([MARKUP]);
    expect(await chat.frame.locator('[onerror], .bubble *').count()).toBe(0);
    expect(await chat.field.evaluate(isHarmed)).toBe(false);
  });

  it('from the catalogue is shown as written, in the answer, on the card and in the shop', async () => {
    const title = `Mouse ${MARKUP}`;
    await sql!`update skus set title = ${title} where sku = 'DSK-MOU-BLK'`;
    await sql!`update order_lines set title = ${title} where order_number = '1206' and sku = 'DSK-MOU-BLK'`;
    const { page, chat } = await aShopper();
    await page.getByRole('link', { name: 'Desk', exact: true }).click();
    await page.locator('.product').getByText(title, { exact: true }).waitFor();
    await chat.open();
    const answer = await chat.ask('where is my order 1206? jonas.weber@example.com');
    expect(await answer.locator('.bubble').innerText()).toContain(title);
    await chat.cards.getByText(title, { exact: true }).waitFor();
    expect(await chat.frame.locator('[onerror]').count()).toBe(0);
    expect(await page.locator('[onerror]').count()).toBe(0);
  });
});
