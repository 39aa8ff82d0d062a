import { describe, expect } from 'vitest';
import { aShopper, it } from './support/shopper.js';

describe('the chat button', () => {
  it('shows a dot for an answer that came while the chat was closed, over page loads, until it is read', async () => {
    const { page, chat } = await aShopper();
    await chat.open();
    await page.evaluate("BackorderDesk.open('What can you do?'); BackorderDesk.close()");
    const withNews = page.getByRole('button', { name: 'Chat about your order, new message' });
    await withNews.waitFor();
    await page.reload();
    await withNews.waitFor();
    await withNews.click();
    await chat.answers.nth(1).waitFor();
    await expect.poll(() => chat.launcher.getAttribute('aria-label')).toBe('Chat about your order');
    await page.reload();
    await chat.answers.nth(1).waitFor();
    expect(await chat.launcher.getAttribute('aria-label')).toBe('Chat about your order');
  });

  it('finds the chat open on the next page if it was, without taking the focus', async () => {
    const { page, chat } = await aShopper();
    await chat.open();
    await page.reload();
    await chat.answers.first().waitFor();
    expect(await chat.launcher.getAttribute('aria-expanded')).toBe('true');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY');
  });

  it('does not load the chat before somebody wants it', async () => {
    const { page, chat } = await aShopper();
    await chat.launcher.waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });

  it('says so and begins anew when the earlier chat is gone', async () => {
    const { page, chat } = await aShopper();
    await chat.open();
    await chat.ask('hello');
    await page.evaluate(`
      const saved = JSON.parse(localStorage.getItem('backorder-desk-chat'));
      localStorage.setItem('backorder-desk-chat', JSON.stringify({ ...saved, resume: 'worn out' }));
    `);
    await page.reload();
    await chat.frame.getByText('Your earlier chat has ended').waitFor();
    await chat.answers.first().waitFor();
    expect(await chat.answers.count()).toBe(1);
    expect(await chat.said.count()).toBe(0);
  });
});
