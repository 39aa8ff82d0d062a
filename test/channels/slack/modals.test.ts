import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { input, message, option, words } from '../../../src/channels/slack/blocks/build.js';
import { mrkdwn } from '../../../src/channels/slack/blocks/mrkdwn.js';
import { defineAction } from '../../../src/channels/slack/define-action.js';
import { defineCommand } from '../../../src/channels/slack/define-command.js';
import { defineView } from '../../../src/channels/slack/define-view.js';
import { aSlackDesk, type SlackDeskUnderTest } from '../../support/slack-desk.js';

const OPENING = {
  view: 'gift',
  keeps: { order: '1042' },
  title: 'A gift',
  submit: 'Send',
  blocks: [
    input('percent', 'How much?', { type: 'plain_text_input', action_id: 'percent-input' }),
    input('why', 'Why?', { type: 'static_select', action_id: 'why-input', options: [option('Late', 'late')] }),
  ],
};

const handlers = {
  commands: [
    defineCommand({ name: 'gift', usage: 'gift', summary: 's', arguments: {}, open: async () => OPENING }),
    defineCommand({
      name: 'stuck',
      usage: 'stuck',
      summary: 's',
      arguments: {},
      open: () => Promise.reject(new Error('a fault of ours')),
    }),
  ],
  actions: [
    defineAction({
      id: 'gift:open',
      value: z.object({ order: z.string() }),
      open: async ({ order }) => ({ ...OPENING, keeps: { order } }),
    }),
    defineAction({
      id: 'gift:settle',
      roles: ['manager'],
      value: z.object({ order: z.string() }),
      run: async ({ order }, { replace }) => [replace(message(mrkdwn`settled ${order}`))],
    }),
  ],
  views: [
    defineView({
      id: 'gift',
      keeps: z.object({ order: z.string() }),
      answers: z.object({
        percent: z.string().regex(/^\d+$/, { error: 'Write a number, such as 10.' }).transform(Number),
        why: z.string({ error: 'Choose one.' }),
      }),
      check: async ({ percent }) => (percent > 50 ? { percent: 'At most 50.' } : {}),
      run: async ({ percent, why }, { order }, { reply }) => [reply(message(mrkdwn`${percent} for ${order}: ${why}`))],
    }),
  ],
};

let desk: SlackDeskUnderTest;
beforeAll(async () => {
  desk = await aSlackDesk({ handlers });
  // the first request loads what later ones find loaded
  await desk.press('gift:settle', { order: '1' }, { user: 'U04MGR' });
  await desk.slack.heard('response_url');
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.slack.calls.length = 0;
});

const answers = (percent: string) => ({
  percent: { type: 'plain_text_input', value: percent },
  why: { type: 'static_select', selected_option: { value: 'late' } },
});

/** Opens the modal and returns what it carries. */
async function opened(): Promise<string> {
  expect(await desk.press('gift:open', { order: '1042' })).toEqual({ status: 200, body: '' });
  const [call] = desk.slack.of('views.open');
  const view = call?.args.view as { private_metadata: string };
  desk.slack.calls.length = 0;
  return view.private_metadata;
}

describe('a modal', () => {
  it('is opened before the press is acknowledged, since its trigger does not live long', async () => {
    expect(await desk.press('gift:open:2', { order: '1042' }, { triggerId: 'T.1' })).toEqual({ status: 200, body: '' });
    expect(desk.slack.of('views.open')).toMatchObject([
      { args: { trigger_id: 'T.1', view: { type: 'modal', callback_id: 'gift', title: { text: 'A gift' } } } },
    ]);
  });

  it('is opened by a command as well', async () => {
    await desk.command('gift');
    expect(desk.slack.of('views.open')).toHaveLength(1);
  });

  it('shows faults at their fields and stays open', async () => {
    const kept = await opened();
    const { status, body } = await desk.submit('gift', kept, { ...answers('lots'), why: { selected_option: null } });
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({
      response_action: 'errors',
      errors: { percent: 'Write a number, such as 10.', why: 'Choose one.' },
    });
    expect(JSON.parse((await desk.submit('gift', kept, answers('70'))).body)).toEqual({
      response_action: 'errors',
      errors: { percent: 'At most 50.' },
    });
    expect(desk.slack.calls).toEqual([]);
  });

  it('closes when it is in order, and its answer goes to where it was opened', async () => {
    const kept = await opened();
    expect(await desk.submit('gift', kept, answers('10'))).toEqual({ status: 200, body: '' });
    expect((await desk.slack.heard('response_url'))[0]?.args).toMatchObject({ text: '10 for 1042: late' });
  });

  it('submitted twice has one effect', async () => {
    const kept = await opened();
    await desk.submit('gift', kept, answers('11'), { triggerId: 'T.2' });
    await desk.submit('gift', kept, answers('11'), { triggerId: 'T.2' });
    await desk.submit('gift', kept, answers('12'), { triggerId: 'T.3' });
    await desk.slack.heard('response_url', 2);
    expect(desk.slack.texts).toEqual(['11 for 1042: late', '12 for 1042: late']);
  });

  it('that is not ours any more says so', async () => {
    await desk.submit('gift', 'something else', answers('10'));
    expect((await desk.slack.heard('chat.postMessage'))[0]?.args).toMatchObject({
      channel: 'U01REP',
      text: expect.stringContaining('does nothing any more'),
    });
  });

  it('that cannot be opened tells so', async () => {
    await desk.command('stuck');
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toMatch(/did not work.*error [0-9a-f]{8}/);
    expect(desk.faults.length).toBeGreaterThan(0);
  });

  it('whose trigger is over opens nothing and says nothing: the request was replayed', async () => {
    desk.slack.next('views.open', () => ({ body: { ok: false, error: 'expired_trigger_id' } }));
    expect((await desk.command('gift')).status).toBe(200);
    expect(desk.slack.calls).toHaveLength(1);
  });

  it('opens for nobody without a role', async () => {
    await desk.command('gift', { user: 'U05NEW' });
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toContain('no role');
    expect(desk.slack.of('views.open')).toEqual([]);
  });
});

describe('a button', () => {
  it('does its work once and may change the message that bears it', async () => {
    await desk.press('gift:settle', { order: '1042' }, { user: 'U04MGR', triggerId: 'T.4' });
    await desk.press('gift:settle', { order: '1042' }, { user: 'U04MGR', triggerId: 'T.4' });
    const [answer] = await desk.slack.heard('response_url');
    expect(answer?.args).toMatchObject({ text: 'settled 1042', replace_original: true });
    await desk.press('gift:settle', { order: '1043' }, { user: 'U04MGR' });
    await desk.slack.heard('response_url', 2);
    expect(desk.slack.texts).toEqual(['settled 1042', 'settled 1043']);
  });

  it('of another role is refused, whatever its value says', async () => {
    await desk.press('gift:settle', { order: '1042', role: 'manager' });
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toBe(
      'That is for managers. You are a representative; please ask one of them.',
    );
  });

  it('with a value that is not ours says that it does nothing any more', async () => {
    await desk.press('gift:open', { other: 1 });
    expect((await desk.slack.heard('response_url'))[0]?.args.text).toContain('does nothing any more');
  });
});

it('words() are shown as they are', () => {
  expect(words('a & b').text).toBe('a &amp; b');
});
