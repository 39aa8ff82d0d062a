import { describe, expect, it } from 'vitest';
import { aWorkspace, BACKORDERS, LENA, RILEY, SAM, type TestWorkspace } from './support/a-workspace.js';
import { startEchoApp } from './support/echo-app.js';

const POLL = { timeout: 60_000, interval: 20 };
const eventually = <T>(read: () => T | Promise<T>) => expect.poll(read, POLL);

async function anEchoWorkspace() {
  const workspace = await aWorkspace();
  return { ...workspace, ...startEchoApp(workspace) };
}

async function lastMessage(workspace: TestWorkspace, user: string, channel = BACKORDERS) {
  return (await workspace.person(user).sees()).messages[channel]!.at(-1)!;
}

describe('a Bolt app on the stand-in', () => {
  it('hears a slash command and answers it to the one who typed it', async () => {
    const workspace = await anEchoWorkspace();
    const line = '/echo hello @Lena Fuchs & <!channel>';
    expect(await workspace.person(RILEY).does({ kind: 'command', channel: BACKORDERS, line })).toEqual({
      kind: 'done',
    });
    const said = 'hello <@U03LEAD|lena.fuchs> &amp; &lt;!channel&gt;';
    await eventually(() => workspace.person(RILEY).reads(BACKORDERS)).toEqual([said]);
    expect(await workspace.person(SAM).reads(BACKORDERS)).toEqual([]);
    expect(workspace.heard[0]).toMatchObject({
      command: '/echo',
      text: said,
      user_id: RILEY,
      user_name: 'riley.chen',
      channel_id: BACKORDERS,
      channel_name: 'backorders',
      team_domain: 'techgadgets4u',
    });
  });

  it('hears a button, and what it says replaces the message that held it', async () => {
    const workspace = await anEchoWorkspace();
    const riley = workspace.person(RILEY);
    await riley.does({ kind: 'command', channel: BACKORDERS, line: '/echo quiet' });
    await eventually(() => riley.reads(BACKORDERS)).toEqual(['quiet']);
    const { ts } = await lastMessage(workspace, RILEY);
    const press = {
      kind: 'press' as const,
      source: { kind: 'message' as const, channel: BACKORDERS, ts },
      blockId: 'answer',
      actionId: 'echo:shout',
      value: {},
      values: {},
    };
    expect(await workspace.person(SAM).does(press)).toEqual({ kind: 'failed', code: 'message_not_found' });
    expect(await riley.does(press)).toEqual({ kind: 'done' });
    await eventually(() => riley.reads(BACKORDERS)).toEqual(['QUIET!']);
    expect(await lastMessage(workspace, RILEY)).toMatchObject({ ts, isPrivate: true });
    expect(workspace.heard.at(-1)).toMatchObject({
      kind: 'action',
      action: { action_id: 'echo:shout', value: 'quiet', type: 'button' },
      body: { container: { is_ephemeral: true, message_ts: ts } },
    });
  });

  it('opens a modal, says at the field what is wrong, and takes it when it is right', async () => {
    const workspace = await anEchoWorkspace();
    const riley = workspace.person(RILEY);
    await riley.does({ kind: 'command', channel: BACKORDERS, line: '/echo form' });
    await eventually(async () => (await riley.sees()).stack.length).toBe(1);
    const viewId = (await riley.sees()).stack[0]!.id;
    const submit = (value: string) =>
      riley.does({ kind: 'submit', viewId, values: { words: { text: { type: 'plain_text_input', value } } } });
    expect(await submit('now')).toEqual({ kind: 'errors', errors: { words: 'Say please.' } });
    expect((await riley.sees()).stack.length).toBe(1);
    expect(await submit('now, please')).toEqual({ kind: 'done' });
    expect((await riley.sees()).stack).toEqual([]);
    const { app } = await riley.sees();
    await eventually(() => riley.reads(app.conversation)).toEqual(['now, please']);
  });

  it('is told of a modal that was closed, when it asked to be', async () => {
    const workspace = await anEchoWorkspace();
    const riley = workspace.person(RILEY);
    await riley.does({ kind: 'command', channel: BACKORDERS, line: '/echo form' });
    await eventually(async () => (await riley.sees()).stack.length).toBe(1);
    await riley.does({ kind: 'close-view', which: 'top' });
    await eventually(() => workspace.heard.at(-1)?.kind).toBe('closed');
    expect((await riley.sees()).stack).toEqual([]);
  });

  it('fills its home when somebody opens it, for that person alone', async () => {
    const workspace = await anEchoWorkspace();
    await workspace.person(LENA).does({ kind: 'open-home', tab: 'home' });
    await eventually(async () => (await workspace.person(LENA).sees()).home?.blocks[0]).toMatchObject({
      type: 'header',
      text: { text: 'Your echoes' },
    });
    expect((await workspace.person(RILEY).sees()).home).toBeNull();
  });

  it('answers a mention in a thread and hears its own words come back', async () => {
    const workspace = await anEchoWorkspace();
    await workspace.person(RILEY).does({ kind: 'say', channel: BACKORDERS, text: 'hey @backorder desk, there?' });
    await eventually(() => workspace.person(SAM).reads(BACKORDERS)).toEqual(['hey <@U0DESK>, there?', 'Yes?']);
    const [question, answer] = (await workspace.person(SAM).sees()).messages[BACKORDERS]!;
    expect(answer?.threadTs).toBe(question?.ts);
    await eventually(() => workspace.heard.filter(({ kind }) => kind === 'message').length).toBe(2);
    expect(workspace.heard.filter(({ text }) => text === 'Yes?')).toMatchObject([{ bot_id: 'B0DESK', user: 'U0DESK' }]);
  });

  it('hears a message shortcut and what an external select asks for', async () => {
    const workspace = await anEchoWorkspace();
    const riley = workspace.person(RILEY);
    await riley.does({ kind: 'say', channel: BACKORDERS, text: 'Where is 1042?' });
    const { ts } = await lastMessage(workspace, RILEY);
    await riley.does({ kind: 'shortcut', callbackId: 'echo_this', message: { channel: BACKORDERS, ts } });
    await eventually(() => riley.reads(BACKORDERS)).toEqual(['Where is 1042?', 'You said: Where is 1042?']);
    const posted = await workspace.web.chat.postMessage({
      channel: BACKORDERS,
      text: 'pick',
      blocks: [
        {
          type: 'section',
          block_id: 'pick',
          text: { type: 'mrkdwn', text: 'Pick one' },
          accessory: { type: 'external_select', action_id: 'echo:pick', min_query_length: 0 },
        },
      ],
    });
    const source = { kind: 'message' as const, channel: BACKORDERS, ts: posted.ts! };
    expect(
      await riley.does({ kind: 'load-options', source, blockId: 'pick', actionId: 'echo:pick', query: 'lens' }),
    ).toEqual({ kind: 'options', options: [{ text: { type: 'plain_text', text: 'About lens' }, value: 'lens' }] });
  });

  it('refuses what is signed with another secret, and the person is told that it failed', async () => {
    const workspace = await aWorkspace();
    const { heard } = startEchoApp({ ...workspace, signingSecret: 'another secret' });
    await workspace.person(RILEY).does({ kind: 'command', channel: BACKORDERS, line: '/echo hello' });
    expect(await workspace.person(RILEY).reads(BACKORDERS)).toEqual([
      '`/echo` failed with the error “dispatch_failed”',
    ]);
    expect(heard).toEqual([]);
    expect(await workspace.sandbox.verifyEventsUrl()).toBe(false);
  });

  it('answers the verification of its address', async () => {
    const workspace = await anEchoWorkspace();
    expect(await workspace.sandbox.verifyEventsUrl()).toBe(true);
  });
});
