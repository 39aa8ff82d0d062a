import type { Locator } from 'playwright-core';
import { describe, expect } from 'vitest';
import { aShopper, it } from './support/shopper.js';

describe('the keyboard alone', () => {
  it('opens the chat, holds a conversation and comes back to where it was', async () => {
    const { page, chat } = await aShopper();
    const { keyboard } = page;
    await chat.launcher.focus();
    await keyboard.press('Enter');
    await chat.answers.first().waitFor();
    await expect.poll(() => hasFocus(chat.field)).toBe(true);

    await keyboard.type('where is');
    await keyboard.press('Shift+Enter');
    await keyboard.type('my order 1128?');
    await keyboard.press('Enter');
    await chat.answers.nth(1).waitFor();
    expect(await chat.said.allInnerTexts()).toEqual(['where is\nmy order 1128?']);
    expect(await chat.field.inputValue()).toBe('');
    await keyboard.type('emma.lindqvist@example.com');
    await keyboard.press('Enter');
    await chat.cards.first().waitFor();

    // backwards from the field: the suggested answers, the last of them first
    await chat.frame.getByRole('button', { name: 'More' }).click();
    await chat.field.focus();
    await keyboard.press('Shift+Tab');
    const lastAnswer = chat.frame.getByRole('list', { name: 'Suggested answers' }).getByRole('button').last();
    await expect.poll(() => hasFocus(lastAnswer)).toBe(true);
    await keyboard.press('Shift+Tab');
    const answers = await chat.answers.count();
    await keyboard.press('Enter');
    await chat.answers.nth(answers).waitFor();
    expect(await hasFocus(chat.field)).toBe(true);

    await keyboard.press('Escape');
    await chat.field.waitFor({ state: 'hidden' });
    expect(await hasFocus(chat.launcher)).toBe(true);
    expect(await chat.launcher.getAttribute('aria-expanded')).toBe('false');
  });

  it('returns the focus to the button of the page that opened the chat', async () => {
    const { page, chat } = await aShopper();
    const help = page.getByRole('button', { name: 'Where is my order?' });
    await help.click();
    await chat.answers.first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus(help)).toBe(true);
  });

  it('meets the parts of the open chat in the order they are seen', async () => {
    const { page, chat } = await aShopper();
    await chat.open();
    await chat.frame.getByRole('button', { name: 'Close chat' }).focus();
    const order = [
      chat.frame.getByRole('button', { name: 'Talk to a person' }).first(),
      chat.frame.getByRole('region', { name: 'Conversation' }),
      chat.frame.getByRole('button', { name: 'Where is my order?' }),
      chat.frame.getByRole('button', { name: 'Talk to a person' }).last(),
      chat.field,
      chat.frame.getByRole('button', { name: 'Send' }),
    ];
    for (const place of order) {
      await page.keyboard.press('Tab');
      expect(await hasFocus(place)).toBe(true);
    }
  });

  it('keeps what is too long to send, and says by how much', async () => {
    const { chat } = await aShopper();
    await chat.open();
    await chat.say('y'.repeat(2_043));
    await chat.frame.getByText('43 characters too many').waitFor();
    expect((await chat.field.inputValue()).length).toBe(2_043);
    expect(await chat.said.count()).toBe(0);
  });
});

/** Also for an element in a shadow tree, as the launcher's button is. */
const hasFocus = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element.getRootNode().activeElement === element);
