import { describe, expect } from 'vitest';
import { ownDemo } from './support/own-demo.js';
import { DESKTOP, it, PHONE } from './support/shopper.js';
import { violations } from './support/violations.js';

const demo = ownDemo();

describe('on the phone', () => {
  it('a customer asks for their order, takes a choice by its digit, and is left alone after STOP until START', async () => {
    const page = await demo.visit('/sandbox/phone', PHONE);
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
    const [line] = await demo.sql`select state from order_lines where order_number = '1067'`;
    expect(line?.state).toBe('backordered');
    expect(await text('STOP')).toContain('successfully been unsubscribed');
    await page.getByText('This number gets no more texts.').waitFor();
    expect(await text('START')).toContain('re-subscribed');
    expect(await violations(page.mainFrame())).toEqual([]);
  });
});

describe('the page of all stand-ins', () => {
  it.each([
    ['a desk, light', { ...DESKTOP, colorScheme: 'light' }],
    ['a phone, dark', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('can be used by everybody: %s', async (_, look) => {
    const page = await demo.visit('/sandbox', look);
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
