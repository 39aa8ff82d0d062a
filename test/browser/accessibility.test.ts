import { describe, expect } from 'vitest';
import { aShopper, DESKTOP, it, PHONE } from './support/shopper.js';
import { violations } from './support/violations.js';

const LOOKS = [
  ['1280 px, light', { ...DESKTOP, colorScheme: 'light' }],
  ['1280 px, dark', { ...DESKTOP, colorScheme: 'dark' }],
  ['375 px, light', { ...PHONE, colorScheme: 'light' }],
  ['375 px, dark', { ...PHONE, colorScheme: 'dark' }],
] as const;

describe('everybody can use', () => {
  it.each(LOOKS)('shop, product and chat with an order card: %s', async (_, look) => {
    const { page, chat } = await aShopper(look);
    await page.locator('.product').first().waitFor();
    expect(await violations(page.mainFrame())).toEqual([]);
    await page.locator('.product button').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page.mainFrame(), 'dialog')).toEqual([]);
    await page.keyboard.press('Escape');
    await chat.open();
    await chat.ask('where is my order 1219? kavya.rao@example.com');
    await chat.cards.first().waitFor();
    const frame = page.frames().find((one) => one.url().endsWith('/chat/'))!;
    expect(await violations(frame)).toEqual([]);
    expect(await violations(page.mainFrame(), 'section[aria-label=Chat]')).toEqual([]);
  });

  it('what comes in is read aloud by a screen reader, what was there before is not', async () => {
    const { page, chat } = await aShopper();
    await chat.open();
    const log = chat.frame.getByRole('log');
    await expect.poll(() => log.getAttribute('aria-live')).toBe('polite');
    await chat.ask('where is my order 1219? kavya.rao@example.com');
    expect(await log.innerText()).toContain('Order 1219');
    await chat.frame.getByRole('article', { name: 'Order 1219' }).waitFor();
    await chat.frame
      .getByRole('heading', { name: /^Assistant/ })
      .first()
      .waitFor();
    await chat.frame.getByRole('heading', { name: /^You/ }).first().waitFor();

    // held back while the history comes in again: the stream is kept waiting until that was seen
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/v3/directline/conversations/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await expect.poll(() => log.getAttribute('aria-live')).toBe('off');
    release();
    await chat.answers.nth(1).waitFor();
    await expect.poll(() => log.getAttribute('aria-live')).toBe('polite');
  });
});

describe('on a phone', () => {
  it('the open chat takes the whole screen, and closing it brings the shop back', async () => {
    const { page, chat } = await aShopper(PHONE);
    await chat.launcher.tap();
    await chat.answers.first().waitFor();
    expect(await page.locator('iframe').boundingBox()).toEqual({ x: 0, y: 0, ...PHONE.viewport });
    await chat.frame.getByRole('button', { name: 'Close chat' }).tap();
    await chat.field.waitFor({ state: 'hidden' });
    await chat.launcher.waitFor();
  });

  it('the keyboard does not pop up before the shopper wants to write', async () => {
    const { chat } = await aShopper(PHONE);
    await chat.launcher.tap();
    const title = chat.frame.getByRole('heading', { level: 1 });
    await expect.poll(() => title.evaluate((heading) => heading === heading.ownerDocument.activeElement)).toBe(true);
  });
});
