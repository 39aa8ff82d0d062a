import { randomInt } from 'node:crypto';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, inject, onTestFinished, test } from 'vitest';
import { type Chat, chatOn } from './chat.js';

/** A test that needs a browser; skipped where there is none. */
export const it = test.skipIf(inject('browserEndpoint') === null);

/** Loading the demo shop's 120 pictures at once with another test file on the second core takes its time. */
const PATIENCE_MS = 60_000;

export const DESKTOP = { viewport: { width: 1280, height: 900 } } satisfies BrowserContextOptions;
export const PHONE = {
  viewport: { width: 375, height: 740 },
  isMobile: true,
  hasTouch: true,
} satisfies BrowserContextOptions;

export interface Shopper {
  readonly page: Page;
  /** The chat of the page, open or not. */
  readonly chat: Chat;
  /** Another tab of the same browser, on the shop. */
  secondTab(): Promise<Shopper>;
}

/** One for all files of this worker; the run ends it. */
let browser: Promise<Browser> | undefined;

/**
 * Somebody new on the shop's front page, with storage and an address of their own, until the test ends. A script error or
 * a breach of the page's own policy fails the test.
 */
export async function aShopper(look: BrowserContextOptions = {}, path = '/'): Promise<Shopper> {
  browser ??= chromium.connect(inject('browserEndpoint') ?? '');
  const context = await (await browser).newContext({
    ...DESKTOP,
    baseURL: inject('shopUrl'),
    locale: 'en-US',
    reducedMotion: 'reduce',
    extraHTTPHeaders: { 'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}` },
    ...look,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const wrongs: string[] = [];
  context.on('weberror', (error) => wrongs.push(error.error().message));
  context.on('console', (message) => {
    const breach = message.type() === 'error' && message.text().includes('Content Security Policy');
    // being framed by a stranger is the stranger's breach
    if (breach && !message.text().includes('frame-ancestors')) wrongs.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    expect(wrongs).toEqual([]);
  });
  const arrive = async (): Promise<Shopper> => {
    const page = await context.newPage();
    await page.goto(path, { waitUntil: 'domcontentloaded' });
    return { page, chat: chatOn(page), secondTab: arrive };
  };
  return arrive();
}
