import { ErrorCode, WebClient, WebClientEvent } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { aWorkspace, BACKORDERS, LENA, MORGAN, RILEY, SAM } from './support/a-workspace.js';

const RANDOM = 'C06RAND';
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'ok',
    (error: { data?: { error?: string } }) => error.data?.error,
  );

describe('the Web API', () => {
  it('knows its app by the token alone', async () => {
    const { web, publicUrl } = await aWorkspace();
    expect(await web.auth.test()).toMatchObject({ ok: true, user_id: 'U0DESK', bot_id: 'B0DESK', team_id: 'T0DEMO' });
    const stranger = new WebClient('xoxb-wrong', { slackApiUrl: `${publicUrl}/api/` });
    expect(await codeOf(stranger.auth.test())).toBe('invalid_auth');
    const response = await fetch(`${publicUrl}/api/auth.test`, { method: 'POST' });
    expect(await response.json()).toEqual({ ok: false, error: 'not_authed' });
    expect(await codeOf(web.apiCall('chat.somersault'))).toBe('unknown_method');
    expect(await codeOf(web.apiCall('apps.connections.open'))).toBe('not_supported');
  });

  it('posts, changes and deletes, in a channel, a thread, and to a person', async () => {
    const { web, person } = await aWorkspace();
    const posted = await web.chat.postMessage({ channel: BACKORDERS, text: 'one' });
    const reply = await web.chat.postMessage({ channel: '#backorders', text: 'two', thread_ts: posted.ts! });
    await web.chat.update({ channel: BACKORDERS, ts: posted.ts!, text: 'uno' });
    expect(await person(SAM).reads(BACKORDERS)).toEqual(['uno', 'two']);
    const { messages } = await web.conversations.replies({ channel: BACKORDERS, ts: posted.ts! });
    expect(messages).toMatchObject([
      { ts: posted.ts, thread_ts: posted.ts, reply_count: 1, latest_reply: reply.ts, edited: { user: 'U0DESK' } },
      { ts: reply.ts, thread_ts: posted.ts },
    ]);
    await web.chat.delete({ channel: BACKORDERS, ts: posted.ts! });
    expect(await person(SAM).reads(BACKORDERS)).toEqual(['This message was deleted.', 'two']);
    await web.chat.delete({ channel: BACKORDERS, ts: reply.ts! });
    const direct = await web.chat.postMessage({ channel: LENA, text: 'for you' });
    expect(await person(LENA).reads(direct.channel!)).toEqual(['for you']);
    expect((await person(RILEY).sees()).messages).not.toHaveProperty(direct.channel!);
  });

  it('names messages so that their names order them, however fast they come', async () => {
    const { web } = await aWorkspace();
    const texts = Array.from({ length: 20 }, (_, index) => `message ${index}`);
    const posted = await Promise.all(texts.map((text) => web.chat.postMessage({ channel: BACKORDERS, text })));
    expect(new Set(posted.map(({ ts }) => ts)).size).toBe(20);
    const { messages = [] } = await web.conversations.history({ channel: BACKORDERS });
    const names = messages.map(({ ts }) => Number(ts));
    expect(names).toEqual([...names].sort((a, b) => b - a));
  });

  it('shows an ephemeral message to its person and keeps it out of history', async () => {
    const { web, person } = await aWorkspace();
    const { message_ts } = await web.chat.postEphemeral({ channel: BACKORDERS, user: RILEY, text: 'psst' });
    expect(await person(RILEY).reads(BACKORDERS)).toEqual(['psst']);
    expect(await person(SAM).reads(BACKORDERS)).toEqual([]);
    expect((await web.conversations.history({ channel: BACKORDERS })).messages).toEqual([]);
    const change = web.chat.update({ channel: BACKORDERS, ts: message_ts!, text: 'louder' });
    expect(await codeOf(change)).toBe('message_not_found');
    expect(await codeOf(web.chat.postEphemeral({ channel: 'C05MGRS', user: RILEY, text: 'psst' }))).toBe(
      'user_not_in_channel',
    );
  });

  it('keeps metadata and tells it to whoever asks', async () => {
    const { web } = await aWorkspace();
    const metadata = { event_type: 'desk', event_payload: { key: 'offer-1' } };
    await web.chat.postMessage({ channel: BACKORDERS, text: 'offer', metadata });
    const told = await web.conversations.history({ channel: BACKORDERS, include_all_metadata: true });
    expect(told.messages?.[0]?.metadata).toEqual(metadata);
    const untold = await web.conversations.history({ channel: BACKORDERS });
    expect(untold.messages?.[0]).not.toHaveProperty('metadata');
  });

  it('pages history from the newest, within a span', async () => {
    const { web } = await aWorkspace();
    const names: string[] = [];
    for (const text of ['a', 'b', 'c', 'd', 'e']) {
      const { ts } = await web.chat.postMessage({ channel: BACKORDERS, text });
      names.push(ts!);
    }
    const texts = async (args: object) => {
      const page = await web.conversations.history({ channel: BACKORDERS, ...args });
      return { texts: page.messages?.map(({ text }) => text), next: page.response_metadata?.next_cursor ?? '' };
    };
    const first = await texts({ limit: 2 });
    expect(first.texts).toEqual(['e', 'd']);
    expect((await texts({ limit: 2, cursor: first.next })).texts).toEqual(['c', 'b']);
    expect((await texts({ oldest: names[1], latest: names[3] })).texts).toEqual(['c']);
    expect((await texts({ oldest: names[1], latest: names[3], inclusive: true })).texts).toEqual(['d', 'c', 'b']);
    expect(await codeOf(texts({ cursor: 'nonsense' }))).toBe('invalid_cursor');
  });

  it('refuses in Slack’s words', async () => {
    const { web, call } = await aWorkspace();
    const post = (channel: string, rest: object) => codeOf(web.chat.postMessage({ channel, text: 'hi', ...rest }));
    expect(await post('C0NONE', {})).toBe('channel_not_found');
    expect(await post(RANDOM, {})).toBe('not_in_channel');
    expect(await post(BACKORDERS, { thread_ts: '1.000001' })).toBe('thread_not_found');
    expect(await post(BACKORDERS, { text: 'x'.repeat(40_001) })).toBe('msg_too_long');
    expect(await post(BACKORDERS, { text: ' ' })).toBe('no_text');
    expect(await call('chat.postMessage', { text: 'hi' })).toMatchObject({
      error: 'invalid_arguments',
      errors: ['missing required field: channel'],
    });
    expect(await call('chat.postMessage', { channel: BACKORDERS, blocks: '[{' })).toMatchObject({
      error: 'invalid_blocks_format',
    });
    expect(await codeOf(web.chat.update({ channel: BACKORDERS, ts: '1.000001', text: 'x' }))).toBe('message_not_found');
    expect(await codeOf(web.users.info({ user: 'U0NOBODY' }))).toBe('user_not_found');
    expect(await codeOf(web.users.lookupByEmail({ email: 'nobody@example.com' }))).toBe('users_not_found');
  });

  it('joins a channel, and can be invited by a person', async () => {
    const { web, person } = await aWorkspace();
    await web.conversations.join({ channel: RANDOM });
    expect(await codeOf(web.chat.postMessage({ channel: RANDOM, text: 'hi' }))).toBe('ok');
    const other = await aWorkspace();
    await other.person(RILEY).does({ kind: 'command', channel: RANDOM, line: '/invite @Backorder Desk' });
    expect(await codeOf(other.web.chat.postMessage({ channel: RANDOM, text: 'hi' }))).toBe('ok');
    expect(await person(RILEY).reads(RANDOM)).toEqual(['<@U0DESK> has joined the channel', 'hi']);
  });

  it('tells who is who, and who is in which group', async () => {
    const { web } = await aWorkspace();
    expect((await web.users.info({ user: RILEY })).user).toMatchObject({
      name: 'riley.chen',
      real_name: 'Riley Chen',
      profile: { email: 'riley.chen@example.com' },
    });
    expect((await web.users.lookupByEmail({ email: 'Lena.Fuchs@example.com' })).user?.id).toBe(LENA);
    const { usergroups = [] } = await web.usergroups.list({ include_users: true });
    const managers = usergroups.find(({ handle }) => handle === 'desk-managers');
    expect((await web.usergroups.users.list({ usergroup: managers!.id! })).users).toEqual([MORGAN]);
    const listed = await web.conversations.list({ types: 'public_channel,private_channel' });
    expect(listed.channels?.map(({ name }) => name)).toContain('managers');
    expect((await web.conversations.open({ users: LENA })).channel?.id).toMatch(/^D/);
    expect((await web.conversations.open({ users: `${LENA},${SAM}` })).channel?.id).toMatch(/^G/);
  });

  it('reacts once', async () => {
    const { web, person } = await aWorkspace();
    const { ts = '' } = await web.chat.postMessage({ channel: BACKORDERS, text: 'hi' });
    const react = () => codeOf(web.reactions.add({ channel: BACKORDERS, timestamp: ts, name: 'eyes' }));
    expect([await react(), await react()]).toEqual(['ok', 'already_reacted']);
    expect((await person(SAM).sees()).messages[BACKORDERS]?.[0]?.reactions).toEqual({ eyes: ['U0DESK'] });
  });

  it('takes a file in three steps and gives it back to its app alone', async () => {
    const { web, person, publicUrl } = await aWorkspace();
    await web.filesUploadV2({
      channel_id: BACKORDERS,
      initial_comment: 'as text',
      filename: 'plan.csv',
      file: Buffer.from('sku,units\nLENS-50,14\n'),
    });
    const [message] = (await person(SAM).sees()).messages[BACKORDERS]!;
    expect(message).toMatchObject({ text: 'as text', files: [{ name: 'plan.csv', size: 21 }] });
    const url = `${publicUrl}/files/${message!.files[0]!.id}/plan.csv`;
    const withToken = await fetch(url, { headers: { authorization: 'Bearer xoxb-sandbox' } });
    expect(await withToken.text()).toBe('sku,units\nLENS-50,14\n');
    expect((await fetch(url)).status).toBe(404);
  });

  it('asks to come back later when its knob says so, and the client does', async () => {
    const { web, person } = await aWorkspace();
    const { knobs } = await person(RILEY).sees();
    const rateLimit = { method: 'chat.postMessage', retryAfterSeconds: 1, times: 1 };
    await person(RILEY).does({ kind: 'set-knobs', knobs: { ...knobs, rateLimit } });
    const waits: number[] = [];
    web.on(WebClientEvent.RATE_LIMITED, (seconds: number) => waits.push(seconds));
    await web.chat.postMessage({ channel: BACKORDERS, text: 'late' });
    expect(waits).toEqual([1]);
    expect(await person(RILEY).reads(BACKORDERS)).toEqual(['late']);
    await person(RILEY).does({ kind: 'set-knobs', knobs: { ...knobs, down: true } });
    await expect(web.auth.test()).rejects.toMatchObject({ code: ErrorCode.HTTPError, statusCode: 503 });
  });
});
