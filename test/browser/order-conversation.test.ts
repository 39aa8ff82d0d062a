import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { aShopper, it } from './support/shopper.js';

const DATES = /Ships likely (\w{3}, \w{3} \d+) allow until (\w{3}, \w{3} \d+)/;

describe('a shopper who asks where her order is', () => {
  it('is greeted by something that says it is a machine', async () => {
    const { chat } = await aShopper();
    await chat.open();
    expect(await chat.answers.allInnerTexts()).toEqual([
      expect.stringContaining('automated assistant of TechGadgets4U'),
    ]);
    expect(await chat.frame.locator('header').innerText()).toContain('Automated assistant');
    expect(await chat.said.count()).toBe(0);
  });

  it('learns item by item what left and what waits, cancels one, and finds it cancelled after a reload', async () => {
    const { page, chat } = await aShopper();
    await chat.open();
    expect(await (await chat.ask('wheres my oder')).innerText()).toMatch(/order number/);
    const answer = await chat.ask('1042, ana.silva@example.com');

    const tripod = line(chat.cards, 'Wander travel tripod');
    expect(await tripod.innerText()).toMatch(/On its way\s+USPS \d{10}/);
    const [, tracking = ''] = /USPS (\d+)/.exec(await tripod.innerText())!;
    expect(await answer.locator('.bubble').innerText()).toContain(tracking);

    const lens = line(chat.cards, '50 mm f/1.8 lens');
    const [, likely = '', cautious = ''] = DATES.exec(await flat(lens))!;
    expect(await answer.locator('.bubble').innerText()).toContain(likely);
    expect(await answer.locator('.bubble').innerText()).toContain(cautious);
    const [dot, end] = await Promise.all([
      lens.locator('.eta-dot').boundingBox(),
      lens.locator('.eta-end').boundingBox(),
    ]);
    expect(dot!.x).toBeLessThan(end!.x);

    const recap = await chat.ask('please cancel the lens');
    expect(await recap.innerText()).toMatch(/50 mm f\/1\.8 lens[\s\S]*\$249\.00/);
    expect(await (await chat.press('Yes, cancel it')).innerText()).toMatch(
      /asked our shop to cancel 50 mm f\/1\.8 lens/,
    );
    // the shop's receipts come by themselves; what a desk had taken up that another file kills is free after ten seconds
    await expect
      .poll(() => chat.answers.last().innerText(), { timeout: 90_000 })
      .toMatch(/refund for order 1042 is on its way: \$249\.00/);

    const history = await spoken(chat.answers, chat.said);
    await page.reload();
    await expect.poll(() => spoken(chat.answers, chat.said)).toEqual(history);
    await chat.ask('where is my order?');
    const newest = chat.cards.last();
    expect(await line(newest, '50 mm f/1.8 lens').innerText()).toContain('Cancelled');
    expect(await line(newest, 'Wander travel tripod').innerText()).toContain('On its way');
  });

  it('changes her mind at the recap, and nothing happens', async () => {
    const { chat } = await aShopper();
    await chat.open();
    await chat.ask('where is my order 1154? grace.kim@example.com');
    await chat.ask('cancel the ssd');
    await chat.press('No, leave it as it is');
    await chat.ask('where is my order?');
    expect(await flat(line(chat.cards.last(), 'SSD'))).toMatch(DATES);
  });

  it('is told nothing about an order that is not hers', async () => {
    const { chat } = await aShopper();
    await chat.open();
    await chat.ask('where is order 1190');
    await chat.ask('mallory@example.com');
    expect(await chat.cards.count()).toBe(0);
    expect((await chat.answers.allInnerTexts()).join()).not.toContain('earbuds');
  });

  it('asks for a person and hears when people answer', async () => {
    const { chat } = await aShopper();
    await chat.open();
    expect(await (await chat.press('Talk to a person')).innerText()).toMatch(/our team[\s\S]* from 9 am to 5 pm/);
  });

  it('is shown a long answer from its beginning, and a way to the rest', async () => {
    const { chat } = await aShopper({ viewport: { width: 1280, height: 560 } });
    await chat.open();
    const answer = await chat.ask('where is my order 1219? kavya.rao@example.com');
    const head = chat.frame.locator('.chat-header');
    const [bottomOfHead, top] = await Promise.all([head.boundingBox(), answer.boundingBox()]);
    expect(top!.y).toBeGreaterThanOrEqual(bottomOfHead!.y + bottomOfHead!.height);
    await chat.frame.getByRole('button', { name: 'More' }).click();
    await chat.frame.getByRole('button', { name: 'More' }).waitFor({ state: 'detached' });
    await chat.frame.getByRole('button', { name: 'Cancel an item' }).click();
  });
});

const line = (card: Locator, item: string) => card.getByRole('listitem').filter({ hasText: item });

async function flat(place: Locator): Promise<string> {
  return (await place.innerText()).replace(/\s+/g, ' ');
}

const spoken = async (answers: Locator, said: Locator) => [await answers.allInnerTexts(), await said.allInnerTexts()];
