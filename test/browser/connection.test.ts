import { describe, expect, inject, onTestFinished } from 'vitest';
import { aShopper, it } from './support/shopper.js';
import { startDesk } from './support/start-desk.js';

describe('a connection that breaks', () => {
  it('holds a message back, says so, and sends it once when the shopper tries again', async () => {
    const { page, chat } = await aShopper();
    await chat.open();
    await chat.ask('hello');
    await chat.frame.getByText('Sent', { exact: true }).waitFor();
    await page.context().setOffline(true);
    await chat.frame.getByText('You are offline').waitFor();
    await chat.say('what can you do?');
    await chat.frame.getByText('Sending …').waitFor();
    const again = chat.frame.getByRole('button', { name: 'Not sent. Tap to try again' });
    await again.waitFor();
    await page.context().setOffline(false);
    await chat.frame.getByText('You are offline').waitFor({ state: 'detached' });
    await again.click();
    await chat.answers.nth(2).waitFor();
    expect(await chat.said.allInnerTexts()).toEqual(['hello', 'what can you do?']);
    await chat.frame.getByText('Sent', { exact: true }).waitFor();
  });

  it('keeps what could not be sent over a reload', async () => {
    const { page, chat } = await aShopper();
    await chat.open();
    await page.route('**/activities', (route) => route.fulfill({ status: 400, json: {} }));
    await chat.say('what can you do?');
    const again = chat.frame.getByRole('button', { name: 'Not sent. Tap to try again' });
    await again.waitFor();
    await page.unroute('**/activities');
    await page.reload();
    await again.click();
    await chat.answers.nth(1).waitFor();
    expect(await chat.said.allInnerTexts()).toEqual(['what can you do?']);
  });

  it('sends a message once although the first acknowledgement got lost', async () => {
    const { page, chat } = await aShopper();
    await chat.open();
    await page.route(
      '**/activities',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await chat.ask('hello');
    await chat.ask('what can you do?');
    expect(await chat.said.allInnerTexts()).toEqual(['hello', 'what can you do?']);
    expect(await chat.answers.count()).toBe(3);
  });

  it('goes on after the server was gone, with what was said meanwhile, nothing lost and nothing twice', async () => {
    const databaseUrl = inject('shopDatabaseUrl');
    let desk = await startDesk({ databaseUrl });
    onTestFinished(() => desk.stop());
    const { page, chat } = await aShopper({ baseURL: desk.url });
    await chat.open();
    await chat.ask('hello');
    await desk.kill();
    await chat.frame.getByText('Connection lost').waitFor();
    const resume = await page.evaluate("JSON.parse(localStorage.getItem('backorder-desk-chat')).resume");
    await sayElsewhere(resume, 'what can you do?');

    desk = await startDesk({ databaseUrl, port: desk.port });
    await chat.answers.nth(2).waitFor();
    await chat.frame.getByText('Connection lost').waitFor({ state: 'detached' });
    await chat.ask('thank you');
    expect(await chat.said.allInnerTexts()).toEqual(['hello', 'what can you do?', 'thank you']);
    expect(await chat.answers.count()).toBe(4);
  });
});

describe('two tabs', () => {
  it('share a conversation: the newer one takes it, the older one says so and can take it back', async () => {
    const first = await aShopper();
    await first.chat.open();
    await first.chat.ask('hello');
    const second = await first.secondTab();
    await second.chat.launcher.click();
    await second.chat.answers.nth(1).waitFor();
    await first.chat.frame.getByText('This chat went on in another tab.').waitFor();
    await second.chat.ask('what can you do?');
    await first.chat.frame.getByRole('button', { name: 'Continue here' }).click();
    await first.chat.answers.nth(2).waitFor();
    await second.chat.frame.getByText('This chat went on in another tab.').waitFor();
    await first.chat.ask('thank you');
    expect(await first.chat.said.allInnerTexts()).toEqual(['hello', 'what can you do?', 'thank you']);
    expect(await first.chat.answers.count()).toBe(4);
  });
});

/** Says something in the same conversation through the process all tests share, as another device would. */
async function sayElsewhere(resume: unknown, text: string): Promise<void> {
  const base = `${inject('shopUrl')}/v3/directline`;
  const post = async (path: string, body: object, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
    const response = await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(response.status).toBe(200);
    return (await response.json()) as { token: string; conversationId: string };
  };
  const { token, conversationId } = await post('/tokens/generate', { resume });
  await post(`/conversations/${conversationId}/activities`, { type: 'message', text }, token);
}
