import { createHmac } from 'node:crypto';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { aClock, type MovableClock } from './support/a-clock.js';
import { aFolder, aWorkspace, BACKORDERS, RILEY, SECRET, type TestWorkspace } from './support/a-workspace.js';

const POLL = { timeout: 60_000, interval: 10 };
const MINUTE = 60_000;

interface Arrived {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** An app that answers every callback with the next of `answers`, the last one again and again. */
function anApp({ server }: TestWorkspace, ...answers: readonly (number | 'never')[]): Arrived[] {
  const arrived: Arrived[] = [];
  server.post('/slack/events', express.text({ type: () => true }), ({ headers, body }, response) => {
    arrived.push({ headers, body: String(body) });
    const answer = answers[Math.min(arrived.length, answers.length) - 1] ?? 200;
    if (answer !== 'never') response.status(answer).end();
  });
  return arrived;
}

const say = (workspace: TestWorkspace, text: string) =>
  workspace.person(RILEY).does({ kind: 'say', channel: BACKORDERS, text });
const retries = (arrived: readonly Arrived[]) =>
  arrived.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']]);
const eventIds = (arrived: readonly Arrived[]) =>
  arrived.map(({ body }) => (JSON.parse(body) as { event_id: string }).event_id);
const waiting = async (workspace: TestWorkspace) => (await workspace.person(RILEY).sees()).waitingEvents;

async function aStill(): Promise<TestWorkspace & { clock: MovableClock }> {
  const clock = aClock();
  return { ...(await aWorkspace({ clock })), clock };
}

describe('an event', () => {
  it('is signed over the body as it is sent', async () => {
    const workspace = await aStill();
    const arrived = anApp(workspace);
    await say(workspace, 'héllo & <b>');
    await expect.poll(() => arrived.length, POLL).toBe(1);
    const { headers, body } = arrived[0]!;
    const timestamp = headers['x-slack-request-timestamp'];
    const expected = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    expect(headers['x-slack-signature']).toBe(`v0=${expected}`);
    expect(JSON.parse(body)).toMatchObject({
      type: 'event_callback',
      team_id: 'T0DEMO',
      authorizations: [{ user_id: 'U0DESK', is_bot: true }],
      event: { type: 'message', channel_type: 'channel', user: RILEY, text: 'héllo &amp; &lt;b&gt;' },
    });
  });

  it('comes again at once, after a minute and after five, and then every hour, with the reason', async () => {
    const workspace = await aStill();
    const arrived = anApp(workspace, 500);
    await say(workspace, 'hello');
    for (const [tried, wait] of [0, MINUTE, 5 * MINUTE, 60 * MINUTE].entries()) {
      // the next try is planned once the answer to the last one has come home
      await expect.poll(() => workspace.clock.planned(), POLL).toEqual([wait]);
      expect(arrived.length).toBe(tried + 1);
      workspace.clock.pass(wait);
    }
    await expect.poll(() => arrived.length, POLL).toBe(5);
    expect(retries(arrived)).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
      ['4', 'http_error'],
    ]);
    expect(new Set(eventIds(arrived)).size).toBe(1);
  });

  it('is given up when the app asks for that', async () => {
    const workspace = await aStill();
    workspace.server.post('/slack/events', (_request, response) => {
      response.status(500).set('X-Slack-No-Retry', '1').end();
    });
    await say(workspace, 'hello');
    await expect.poll(() => waiting(workspace), POLL).toBe(0);
  });

  it('that nobody acknowledged in three seconds comes again', async () => {
    const workspace = await aStill();
    const arrived = anApp(workspace, 'never', 200);
    await say(workspace, 'hello');
    await expect.poll(() => arrived.length, POLL).toBe(1);
    expect(await waiting(workspace)).toBe(1);
    workspace.clock.pass(3_000);
    await expect.poll(() => workspace.clock.planned(), POLL).toEqual([0]);
    workspace.clock.pass(0);
    await expect.poll(() => waiting(workspace), POLL).toBe(0);
    expect(retries(arrived)[1]).toEqual(['1', 'http_timeout']);
  });

  it('waits while nobody listens, over a restart, and goes out as soon as somebody does', async () => {
    const clock = aClock();
    const folder = await aFolder();
    // port 1 on this machine: nobody listens there
    const before = await aWorkspace({ clock, folder, eventsUrl: 'http://127.0.0.1:1/slack/events' });
    await say(before, 'while you were out');
    await expect.poll(() => waiting(before), POLL).toBe(1);
    await before.sandbox.close();
    const after = await aWorkspace({ clock, folder });
    const arrived = anApp(after);
    after.sandbox.start();
    await expect.poll(() => arrived.length, POLL).toBe(1);
    expect(arrived[0]?.body).toContain('while you were out');
    await expect.poll(() => waiting(after), POLL).toBe(0);
  });

  it('comes twice when the knob says so, under one id', async () => {
    const workspace = await aStill();
    const arrived = anApp(workspace);
    const { knobs } = await workspace.person(RILEY).sees();
    await workspace.person(RILEY).does({ kind: 'set-knobs', knobs: { ...knobs, deliverTwice: true } });
    await say(workspace, 'hello');
    await expect.poll(() => arrived.length, POLL).toBe(2);
    expect(new Set(eventIds(arrived)).size).toBe(1);
  });
});

describe('a slash command', () => {
  it('that is not acknowledged in three seconds fails for its user', async () => {
    const workspace = await aStill();
    const arrived = anApp(workspace, 'never');
    const done = workspace.person(RILEY).does({ kind: 'command', channel: BACKORDERS, line: '/echo hello' });
    await expect.poll(() => arrived.length, POLL).toBe(1);
    workspace.clock.pass(3_000);
    await done;
    expect(await workspace.person(RILEY).reads(BACKORDERS)).toEqual([
      '`/echo` failed with the error “operation_timeout”',
    ]);
  });

  it('does not work in a thread', async () => {
    const workspace = await aStill();
    await say(workspace, 'root');
    const { ts } = (await workspace.person(RILEY).sees()).messages[BACKORDERS]![0]!;
    await workspace.person(RILEY).does({ kind: 'command', channel: BACKORDERS, line: '/echo hi', threadTs: ts });
    expect((await workspace.person(RILEY).reads(BACKORDERS))[1]).toBe('`/echo` is not supported in threads. Sorry!');
  });

  it('is not carried out for another site’s page', async () => {
    const { publicUrl } = await aStill();
    const deed = { kind: 'say', channel: BACKORDERS, text: 'as you' };
    const response = await fetch(`${publicUrl}/ui/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
      body: JSON.stringify({ as: RILEY, client: 'client-of-evil', deed }),
    });
    expect(response.status).toBe(403);
  });
});

describe('a trigger', () => {
  const VIEW = JSON.stringify({ type: 'modal', title: { type: 'plain_text', text: 'Hi' }, blocks: [] });

  async function aTrigger(workspace: TestWorkspace): Promise<string> {
    const arrived = anApp(workspace);
    await workspace.person(RILEY).does({ kind: 'command', channel: BACKORDERS, line: '/echo hello' });
    return new URLSearchParams(arrived[0]?.body).get('trigger_id') ?? '';
  }
  const open = (workspace: TestWorkspace, trigger_id: string, view = VIEW) =>
    workspace.call('views.open', { trigger_id, view });

  it('opens one modal, and is not used up by a view that was refused', async () => {
    const workspace = await aStill();
    const trigger = await aTrigger(workspace);
    expect(await open(workspace, trigger, '{"type":"modal"}')).toMatchObject({ error: 'invalid_arguments' });
    expect(await open(workspace, trigger)).toMatchObject({ ok: true });
    expect(await open(workspace, trigger)).toMatchObject({ error: 'exchanged_trigger_id' });
    expect((await workspace.person(RILEY).sees()).stack.length).toBe(1);
    expect(await open(workspace, 'made up')).toMatchObject({ error: 'invalid_trigger_id' });
  });

  it('is good for three seconds', async () => {
    const workspace = await aStill();
    const trigger = await aTrigger(workspace);
    workspace.clock.pass(3_001);
    expect(await open(workspace, trigger)).toMatchObject({ error: 'expired_trigger_id' });
  });

  it('a view that changed meanwhile is not overwritten', async () => {
    const workspace = await aStill();
    const { view } = (await open(workspace, await aTrigger(workspace))) as unknown as {
      view: { id: string; hash: string };
    };
    const update = (hash: string) => workspace.call('views.update', { view_id: view.id, hash, view: VIEW });
    expect(await update(view.hash)).toMatchObject({ ok: true });
    expect(await update(view.hash)).toMatchObject({ error: 'hash_conflict' });
    expect(await workspace.call('views.update', { view_id: 'V0', view: VIEW })).toMatchObject({ error: 'not_found' });
  });
});

describe('a response_url', () => {
  async function aResponseUrl(workspace: TestWorkspace): Promise<string> {
    const arrived = anApp(workspace);
    await workspace.person(RILEY).does({ kind: 'command', channel: BACKORDERS, line: '/echo hello' });
    return new URLSearchParams(arrived[0]?.body).get('response_url') ?? '';
  }
  async function post(url: string, body: object): Promise<string> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok ? 'ok' : ((await response.json()) as { error: string }).error;
  }

  it('is good for five answers', async () => {
    const workspace = await aStill();
    const url = await aResponseUrl(workspace);
    expect(await post(url, { text: 'x', blocks: [{ type: 'nonsense' }] })).toBe('invalid_blocks');
    for (const text of ['1', '2', '3', '4', '5']) expect(await post(url, { text })).toBe('ok');
    expect(await post(url, { text: '6' })).toBe('used_url');
    expect(await workspace.person(RILEY).reads(BACKORDERS)).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is good for half an hour, restarts included', async () => {
    const clock = aClock();
    const folder = await aFolder();
    const before = await aWorkspace({ clock, folder });
    const url = new URL(await aResponseUrl(before));
    const after = await aWorkspace({ clock, folder });
    const moved = `${after.origin}${url.pathname}`;
    clock.pass(30 * MINUTE);
    expect(await post(moved, { text: 'in time', response_type: 'in_channel' })).toBe('ok');
    clock.pass(1);
    expect(await post(moved, { text: 'too late' })).toBe('expired_url');
    expect(await post(`${after.publicUrl}/response/made-up`, { text: 'x' })).toBe('invalid_url');
  });
});
