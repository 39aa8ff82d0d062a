import { describe, expect } from 'vitest';
import { aShopper, it, PHONE } from './support/shopper.js';

const LENS = '50 mm f/1.8 lens, AW mount';

async function aBuyer(look = {}) {
  const shopper = await aShopper(look);
  await shopper.page.getByRole('searchbox', { name: 'Search products' }).fill('50 mm AW');
  await shopper.page.getByRole('button', { name: LENS }).click();
  const dialog = shopper.page.getByRole('dialog');
  await dialog.getByText(/Likely leaves .*, at the latest we expect /).waitFor();
  return { ...shopper, dialog };
}

describe('buying in the demo shop', () => {
  it('as somebody new: the stated day is the one that was shown, and the chat knows the order', async () => {
    const { dialog, chat } = await aBuyer(PHONE);
    const shown = /at the latest we expect (.+)\./.exec(await dialog.locator('.stock').innerText())?.[1];
    await dialog.getByRole('button', { name: 'Buy (demo)' }).click();
    await dialog.getByLabel('Name', { exact: true }).fill('Robin Example');
    await dialog.getByLabel('E-mail').fill('robin@example.com');
    await dialog.getByRole('button', { name: 'Place demo order' }).click();
    const heading = dialog.getByRole('heading', { name: /^Order \d{6} is placed$/ });
    await heading.waitFor();
    const number = /\d{6}/.exec(await heading.innerText())?.[0];
    await dialog.getByText(`Ships by ${shown}`).waitFor();
    await dialog.getByRole('button', { name: 'Ask the chat about it' }).click();
    await expect.poll(() => chat.cards.allInnerTexts()).toEqual([expect.stringContaining(`Order ${number}`)]);
    expect(await chat.said.allInnerTexts()).toEqual([`Where is my order ${number}? My e-mail is robin@example.com`]);
  });

  it('as one of its people needs no more than the choice', async () => {
    const { dialog } = await aBuyer();
    await dialog.getByRole('button', { name: 'Buy (demo)' }).click();
    await dialog.getByLabel('Buy as').selectOption('Ana Silva');
    expect(await dialog.getByLabel('E-mail').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Place demo order' }).click();
    await dialog.getByRole('heading', { name: /is placed$/ }).waitFor();
  });

  it('offers no button for what is not taken, and says why', async () => {
    const { page } = await aShopper();
    await page.getByRole('searchbox', { name: 'Search products' }).fill('fluid head');
    await page.locator('.product button').first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Sold out, and not taken at the moment: no delivery of it is on order').waitFor();
    expect(await dialog.getByRole('button', { name: 'Buy (demo)' }).count()).toBe(0);
  });
});
