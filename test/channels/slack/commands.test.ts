import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defineCommand } from '../../../src/channels/slack/define-command.js';
import { loadHandlers } from '../../../src/channels/slack/handlers.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';

let desk: SlackDeskUnderTest;
beforeAll(async () => {
  const { commands } = await loadHandlers();
  const broken = defineCommand({
    name: 'broken',
    usage: 'broken',
    summary: 'fails',
    arguments: {},
    run: () => Promise.reject(new Error('a fault of ours')),
  });
  const managers = defineCommand({
    name: 'books',
    usage: 'books',
    summary: 'for managers',
    roles: ['manager'],
    arguments: {},
    run: async (_input, { reply }) => [reply({ text: 'the books' })],
  });
  desk = await aSlackDesk({ handlers: { commands: [...commands, broken, managers] } });
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.slack.calls.length = 0;
});

/** Calls a command and returns what the caller was shown. */
async function shown(text: string, user?: string) {
  expect(await desk.command(text, user === undefined ? {} : { user })).toEqual({ status: 200, body: '' });
  const [answer] = await desk.slack.heard('response_url');
  expect(answer?.args).toMatchObject({ response_type: 'ephemeral', replace_original: false });
  return JSON.stringify(answer?.args.blocks ?? answer?.args.text);
}

describe('/backorder', () => {
  it('alone lists what the caller can write', async () => {
    const help = await shown('');
    expect(help).toContain('`/backorder order 1042`  an order’s lines, dates and delay clock');
    expect(help).not.toContain('books');
  });

  it('help lists for a manager what managers can write', async () => {
    expect(await shown('help', 'U04MGR')).toContain('`/backorder books`');
  });

  it.each(['order 1042', '  ORDER   #1042 ', 'order “1042”'])('"%s" shows the order', async (text) => {
    const card = await shown(text);
    expect(card).toContain('*Order 1042* · partly on its way · placed Wed, Nov 11 · $1,000.00');
    expect(card).toContain('1. *Carbon tripod*  On its way since Sun, Nov 22');
    expect(card).toMatch(/2\. \*50 mm lens\* {2}Waiting for stock: ships likely \w+, \w+ \d+; count on \w+, \w+ \d+/);
    expect(card).toContain('Delay rule: ');
  });

  it('says what is missing and how it is written', async () => {
    expect(await shown('order')).toContain(
      'I need an order number, such as 1042. Write it as `/backorder order 1042`.',
    );
  });

  it('says what it does not understand', async () => {
    expect(await shown('order 1042 please now')).toContain('I do not know what “please now” means here.');
  });

  it('says that an order does not exist', async () => {
    expect(await shown('order 9999')).toContain('There is no order 9999.');
  });

  it('guesses what was meant', async () => {
    expect(await shown('ordr 1042')).toContain('Did you mean `/backorder order 1042`?');
    desk.slack.calls.length = 0;
    expect(await shown('weather')).toContain('I do not know “weather”. `/backorder help` lists what I can do.');
  });

  it('refuses another role, and whoever has none, in private', async () => {
    expect(await shown('books')).toContain('That is for managers. You are a representative; please ask one of them.');
    desk.slack.calls.length = 0;
    expect(await shown('order 1042', 'U05NEW')).toContain('you have no role in it yet');
    expect(desk.slack.calls).toHaveLength(1);
  });

  it('tells of a fault at once, with the number that the log has', async () => {
    const told = await shown('broken');
    const errorId = /error ([0-9a-f]{8})/.exec(told)?.[1];
    expect(told).toContain('Sorry, that did not work.');
    expect(desk.faults).toContainEqual(expect.objectContaining({ errorId, message: 'something done in Slack failed' }));
    expect(await desk.sql`select error_id from slack_arrivals where state = 'dead'`).toEqual([{ error_id: errorId }]);
  });
});

describe('somebody’s words', () => {
  it('cannot mention, link or format', async () => {
    const answer = await shown('*<!channel>* <https://evil.example|here> `x`');
    expect(answer).not.toMatch(/<!channel>|<https|\*&lt;/);
    expect(answer).toContain('&lt;!channel&gt;');
  });
});
