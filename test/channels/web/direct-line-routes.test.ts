import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { call, generate, post, type Session, start, texts, type WireActivity } from './support/chat-client.js';
import { aChatDesk, type ChatDesk } from './support/chat-desk.js';

let database: TestDatabase;
let desk: ChatDesk;

beforeAll(async () => {
  database = await aDatabase();
  desk = await aChatDesk(database.url);
});
afterAll(async () => {
  await desk.stop();
  await database.drop();
});

async function aConversation(): Promise<Session> {
  const session = await generate(desk.domain);
  await start(desk.domain, session);
  return session;
}

async function poll(session: Session, watermark = '') {
  const path = `/conversations/${session.conversationId}/activities?watermark=${watermark}`;
  const { status, body } = await call(desk.domain, 'GET', path, { token: session.token });
  return { status, activities: body.activities as WireActivity[], watermark: body.watermark as string };
}

const say = (session: Session, text: string, clientActivityID?: string) =>
  post(desk.domain, session, { type: 'message', text, from: { id: 'the boss' }, channelData: { clientActivityID } });

const shopperTexts = async (session: Session) =>
  texts((await poll(session)).activities.filter(({ from }) => from.role === 'user'));

describe('starting a conversation', () => {
  it('gives tokens to whoever asks and stores nothing for them', async () => {
    const session = await generate(desk.domain);
    expect(session).toMatchObject({ conversationId: expect.stringMatching(/^[\w-]{22}$/), expires_in: 1800 });
    const rows = await database.sql`select 1 from conversations where id = ${session.conversationId}`;
    expect(rows).toHaveLength(0);
  });

  it('answers 201 once and 200 afterwards, with an address for the stream', async () => {
    const session = await generate(desk.domain);
    const started = await call(desk.domain, 'POST', '/conversations', { token: session.token, body: {} });
    expect(started).toMatchObject({ status: 201, body: { conversationId: session.conversationId, expires_in: 1800 } });
    expect(started.body.streamUrl).toContain(`${desk.domain.replace('http', 'ws')}/conversations/`);
    expect(await call(desk.domain, 'POST', '/conversations', { token: session.token })).toMatchObject({ status: 200 });
    const path = `/conversations/${session.conversationId}?watermark=`;
    expect(await call(desk.domain, 'GET', path, { token: session.token })).toMatchObject({
      status: 200,
      body: { conversationId: session.conversationId, token: expect.any(String), streamUrl: expect.any(String) },
    });
  });

  it('has the shopper greeted once, whether or not the client says that it was opened', async () => {
    const session = await aConversation();
    const opened = { type: 'event', name: 'chat/opened', channelData: { clientActivityID: 'mine' } };
    expect((await post(desk.domain, session, opened)).status).toBe(200);
    await start(desk.domain, session);
    const events = await database.sql`select payload from inbox where conversation_id = ${session.conversationId}`;
    expect(events.map(({ payload }) => payload.kind)).toEqual(['opened']);
  });

  it('starts it for a client that left before it had begun and resumes', async () => {
    const { resume } = await generate(desk.domain);
    const session = await generate(desk.domain, { resume });
    const path = `/conversations/${session.conversationId}`;
    expect((await call(desk.domain, 'GET', path, { token: session.token })).status).toBe(200);
    expect((await poll(session)).status).toBe(200);
  });
});

describe('posting', () => {
  it('stores a message once, however often it is sent, and answers with the same id', async () => {
    const session = await aConversation();
    const ids = await Promise.all(Array.from({ length: 5 }, () => say(session, 'once', 'mark-1')));
    expect(new Set(ids.map(({ body }) => body.id)).size).toBe(1);
    expect(await shopperTexts(session)).toEqual(['once']);
  });

  it("does not mix up two conversations' marks", async () => {
    const [one, two] = [await aConversation(), await aConversation()];
    await say(one, 'in one', 'mark-1');
    await say(two, 'in two', 'mark-1');
    expect(await shopperTexts(one)).toEqual(['in one']);
    expect(await shopperTexts(two)).toEqual(['in two']);
  });

  it("echoes the message under the token's user, with the client's mark and an id from its place", async () => {
    const session = await aConversation();
    const { body } = await say(session, 'hello', 'mark-2');
    const echo = (await poll(session)).activities.find(({ id }) => id === body.id);
    expect(echo).toMatchObject({ text: 'hello', from: { role: 'user' }, channelData: { clientActivityID: 'mark-2' } });
    expect(echo?.from.id).toMatch(/^dl_/);
    expect(echo?.id).toMatch(/^[\w-]{22}\|\d{7}$/);
  });

  it('acknowledges typing and stores nothing', async () => {
    const session = await aConversation();
    expect((await post(desk.domain, session, { type: 'typing' })).status).toBe(200);
    expect(await shopperTexts(session)).toEqual([]);
  });

  it('stores text that would break a database', async () => {
    const session = await aConversation();
    expect((await say(session, 'a\u0000b \udc00', 'nul\u0000')).status).toBe(200);
    expect(await shopperTexts(session)).toEqual(['ab \uFFFD']);
  });

  it.each([
    ['2,001 characters', { type: 'message', text: 'x'.repeat(2_001) }],
    ['a value that is no button', { type: 'message', text: 'yes', value: { confirm: 1 } }],
    ['an unknown event', { type: 'event', name: 'x' }],
  ])('refuses %s with 400', async (_what, activity) => {
    const session = await aConversation();
    expect(await post(desk.domain, session, activity)).toMatchObject({
      status: 400,
      body: { error: { code: 'BadArgument', message: expect.any(String) } },
    });
  });

  it('says that a conversation was not started', async () => {
    const session = await generate(desk.domain);
    expect(await say(session, 'hello?')).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
    expect((await poll(session)).status).toBe(404);
  });

  it('never acknowledges what it could not store, and logs nothing of it', async () => {
    const session = await aConversation();
    const broken = await aChatDesk(database.url, {
      receive: () => Promise.reject(Object.assign(new Error('disk full'), { detail: 'canary-of-the-driver' })),
    });
    const answer = await post(broken.domain, session, { type: 'message', text: 'canary-of-the-shopper' });
    expect(answer).toMatchObject({ status: 503, body: { error: { code: 'Unavailable' } } });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(broken.logged()).toContain('a web chat request failed');
    expect(broken.logged()).not.toContain('canary');
    await broken.stop();
  });
});

describe('reading', () => {
  it('shows messages only, while the watermark passes what is hidden', async () => {
    const session = await generate(desk.domain);
    await start(desk.domain, session);
    const first = await poll(session);
    expect(first.activities.every(({ type }) => type === 'message')).toBe(true);
    expect(Number(first.watermark)).toBeGreaterThan(first.activities.length);
  });

  it('goes on from the watermark', async () => {
    const session = await aConversation();
    await say(session, 'one');
    const { watermark } = await poll(session);
    await say(session, 'two');
    const next = await poll(session, watermark);
    expect(texts(next.activities)).toContain('two');
    expect(texts(next.activities)).not.toContain('one');
    expect((await poll(session, next.watermark)).activities.filter(({ text }) => text === 'two')).toEqual([]);
  });

  it('refuses a watermark that is none of ours', async () => {
    const session = await aConversation();
    expect((await poll(session, "1'--")).status).toBe(400);
    expect((await poll(session, '99999999999999')).status).toBe(400);
  });
});

describe('requests that are not well formed', () => {
  it.each([
    ['a body over 64 KB', '/tokens/generate', JSON.stringify({ resume: 'x'.repeat(70_000) }), 413, 'TooLarge'],
    ['broken JSON', '/tokens/generate', '{"resume":', 400, 'BadArgument'],
    ['fields that are no text', '/tokens/generate', '{"resume":1}', 400, 'BadArgument'],
    ['an address that is not there', '/session/getsessionid', '{}', 404, 'NotFound'],
    ['an address that cannot be read', '/conversations/%E0%A4%A/activities', '{}', 400, 'BadArgument'],
  ])('%s', async (_what, path, body, status, code) => {
    expect(await call(desk.domain, 'POST', path, { body })).toMatchObject({ status, body: { error: { code } } });
  });

  it('forgives a base address that ends in a slash', async () => {
    expect(await generate(`${desk.domain}/`)).toMatchObject({ token: expect.any(String) });
  });
});
