import { describe, expect } from 'vitest';
import { aShopper, DESKTOP, it, PHONE } from './support/shopper.js';

describe('the storefront', () => {
  it('shows products with their pictures, on every shelf', async () => {
    const { page } = await aShopper();
    const shelves = page.locator('.shelves section');
    await shelves.nth(7).waitFor();
    expect(await shelves.count()).toBe(8);
    for (const picture of await shelves.first().getByRole('img').all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect.poll(() => picture.evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
    }
  });

  it('finds products by words and by category, and goes back', async () => {
    const { page } = await aShopper();
    await page.getByRole('searchbox', { name: 'Search products' }).fill('ring light');
    await page
      .getByRole('status')
      .getByText(/products? for “ring light”/)
      .waitFor();
    await page.getByText('Halo ring light, 18 inch').waitFor();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('link', { name: 'Lenses', exact: true }).click();
    await page.getByRole('heading', { name: 'Lenses', level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: /^Try it/ }).waitFor();
  });

  it('tells about a product in a dialog and gives the focus back', async () => {
    const { page } = await aShopper();
    const product = page.locator('.product button').first();
    await product.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('SKU').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await product.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
  });

  it('starts a chat as one of its people, a new conversation each time', async () => {
    const { page, chat } = await aShopper();
    await page.getByRole('button', { name: 'Start chat as Ben' }).click();
    await chat.cards.getByText('100 W wall charger').waitFor();
    await chat.frame.getByRole('button', { name: 'Close chat' }).click();
    await page.getByRole('button', { name: 'Start chat as Chloe' }).click();
    await expect.poll(() => chat.cards.allInnerTexts()).toEqual([expect.stringContaining('Order 1083')]);
    expect(await chat.said.allInnerTexts()).toEqual(['Where is my order 1083? My e-mail is chloe.martin@example.com']);
  });

  it.each([
    ['a desktop', DESKTOP],
    ['a phone', PHONE],
  ])('fits the width of %s', async (_, look) => {
    const { page } = await aShopper(look);
    await page.locator('.product').first().waitFor();
    const [needed, given] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as number[];
    expect(needed).toBeLessThanOrEqual(given!);
  });
});
