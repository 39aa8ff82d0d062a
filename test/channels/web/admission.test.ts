import { createHmac } from 'node:crypto';
import express from 'express';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { chatPageHeaders } from '../../../src/channels/web/web-channel.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { anyAddress, call, generate, openStream, post, type Session, start } from './support/chat-client.js';
import { aChatDesk, type ChatDesk, FRIENDLY_ORIGIN, SHOP_SECRETS, TOKEN_SECRET } from './support/chat-desk.js';

let database: TestDatabase;
let desk: ChatDesk;

beforeAll(async () => {
  database = await aDatabase();
  await database.sql`insert into customers (id, name) values ('C-1', 'Ana'), ('C-2', 'Ben')`;
  desk = await aChatDesk(database.url);
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await desk.stop();
  await database.drop();
});

/** Only what the clock says; timers go on. */
const letPass = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const tokenOf = (url: string) => new URL(url).searchParams.get('t') ?? '';
const refused = (code: string, status = 403) => ({ status, body: { error: { code, message: expect.any(String) } } });
const refresh = (token: string) => call(desk.domain, 'POST', '/tokens/refresh', { token });
const askToken = (body: object, headers: Record<string, string> = {}) =>
  call(desk.domain, 'POST', '/tokens/generate', { body, headers: { 'x-forwarded-for': anyAddress(), ...headers } });

function payloadOf(token: string) {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

describe('a token', () => {
  it('opens its own conversation and no other', async () => {
    const [mine, other] = [await generate(desk.domain), await generate(desk.domain)];
    await start(desk.domain, mine);
    await start(desk.domain, other);
    const crossed: Session = { ...mine, conversationId: other.conversationId };
    expect((await post(desk.domain, mine, { type: 'typing' })).status).toBe(200);
    expect(await post(desk.domain, crossed, { type: 'message', text: 'hi' })).toMatchObject(refused('Forbidden'));
    for (const path of [`/conversations/${other.conversationId}`, `/conversations/${other.conversationId}/activities`])
      expect(await call(desk.domain, 'GET', path, { token: mine.token })).toMatchObject(refused('Forbidden'));
  });

  it('is needed, must be whole, and must be signed by the desk', async () => {
    const { token } = await generate(desk.domain);
    const [head, body, signature] = token.split('.');
    const elsewhere = await new SignJWT(payloadOf(token))
      .setProtectedHeader({ alg: 'HS256', typ: 'chat-access+jwt' })
      .sign(new TextEncoder().encode('another secret'));
    const unsigned = new UnsecuredJWT(payloadOf(token)).encode();
    const noneHead = Buffer.from('{"alg":"none","typ":"chat-access+jwt"}').toString('base64url');
    const strong = Buffer.from('{"alg":"HS512","typ":"chat-access+jwt"}').toString('base64url');
    const hs512 = createHmac('sha512', TOKEN_SECRET).update(`${strong}.${body}`).digest('base64url');
    for (const bad of [
      elsewhere,
      unsigned,
      `${noneHead}.${body}.`,
      `${noneHead}.${body}.${signature}`,
      `${strong}.${body}.${hs512}`,
      `${head}.${body}`,
      'x',
    ])
      expect(await refresh(bad)).toMatchObject(refused('Forbidden'));
    expect(await call(desk.domain, 'POST', '/tokens/refresh')).toMatchObject(refused('Forbidden'));
    expect((await refresh(token)).status).toBe(200);
  });

  it('lasts half an hour and can be renewed meanwhile', async () => {
    const session = await generate(desk.domain);
    letPass(29 * MINUTE);
    const renewed = await refresh(session.token);
    expect(renewed).toMatchObject({ status: 200, body: { conversationId: session.conversationId, expires_in: 1800 } });
    letPass(2 * MINUTE);
    expect(await refresh(session.token)).toMatchObject(refused('TokenExpired'));
    expect((await refresh(renewed.body.token as string)).status).toBe(200);
  });

  it('is good for its own use only: talking, streaming and resuming each have theirs', async () => {
    const session = await generate(desk.domain);
    const streamUrl = await start(desk.domain, session);
    for (const wrong of [session.resume, tokenOf(streamUrl)])
      expect(await refresh(wrong)).toMatchObject(refused('Forbidden'));
    for (const wrong of [session.token, tokenOf(streamUrl)])
      expect(await askToken({ resume: wrong })).toMatchObject(refused('Forbidden'));
    for (const wrong of [session.token, session.resume])
      await expect(openStream(streamUrl.replace(tokenOf(streamUrl), wrong))).rejects.toThrow('403');
  });

  it('brings a conversation and its user back for thirty days', async () => {
    const session = await generate(desk.domain);
    letPass(29 * DAY);
    const resumed = await generate(desk.domain, { resume: session.resume });
    expect(payloadOf(resumed.token)).toMatchObject({
      conv: session.conversationId,
      user: payloadOf(session.token).user,
    });
    letPass(2 * DAY);
    expect(await askToken({ resume: session.resume })).toMatchObject(refused('TokenExpired'));
    expect((await askToken({ resume: resumed.resume })).status).toBe(200);
  });
});

describe('a shopper who is signed in at the shop', () => {
  const shopToken = (changes: Record<string, unknown> = {}, secret = SHOP_SECRETS[0]) => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { sub: 'C-1', iat: now, exp: now + 300, jti: 'one', aud: 'backorder-desk', ...changes };
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));
  };
  const identityOf = async ({ conversationId }: Session) => {
    const [row] = await database.sql`select identity from conversations where id = ${conversationId}`;
    return row?.identity;
  };

  it.each(SHOP_SECRETS)(
    'is known in the chat for a day, whichever of the shop’s secrets signed (%#)',
    async (secret) => {
      const session = await generate(desk.domain, { userToken: await shopToken({}, secret) });
      await start(desk.domain, session);
      expect(await identityOf(session)).toMatchObject({ customerId: 'C-1', orders: 'all', by: 'token' });
      const hours = (Date.parse((await identityOf(session)).until) - Date.now()) / 3_600_000;
      expect(Math.round(hours)).toBe(24);
    },
  );

  it('is a visitor when the desk does not know the customer', async () => {
    for (const sub of ['C-404', 'somebody@example.com']) {
      const session = await generate(desk.domain, { userToken: await shopToken({ sub }) });
      await start(desk.domain, session);
      expect(await identityOf(session)).toBeNull();
    }
  });

  it('is not signed in again over what the conversation has shown since', async () => {
    const session = await generate(desk.domain, { userToken: await shopToken() });
    await start(desk.domain, session);
    await database.sql`update conversations set identity = null where id = ${session.conversationId}`;
    await start(desk.domain, session);
    expect(await identityOf(session)).toBeNull();
  });

  it('renews the sign-in of an own conversation and cannot enter another’s', async () => {
    const session = await generate(desk.domain, { userToken: await shopToken() });
    await start(desk.domain, session);
    await database.sql`update conversations set identity = null where id = ${session.conversationId}`;
    const again = await askToken({ resume: session.resume, userToken: await shopToken() });
    expect(again).toMatchObject({ status: 200, body: { conversationId: session.conversationId } });
    expect(await identityOf(session)).toMatchObject({ customerId: 'C-1' });

    const ben = await shopToken({ sub: 'C-2' });
    const anonymous = await generate(desk.domain);
    for (const { resume } of [session, anonymous])
      expect(await askToken({ resume, userToken: ben })).toMatchObject(refused('Forbidden'));
  });

  it('is refused with a token that is expired, long-lived, for others, incomplete or not the shop’s', async () => {
    const now = Math.floor(Date.now() / 1000);
    const expired = await shopToken({ iat: now - 400, exp: now - 100 });
    expect(await askToken({ userToken: expired })).toMatchObject(refused('TokenExpired'));
    const claims = payloadOf(await shopToken());
    const bad = await Promise.all([
      shopToken({ exp: now + 3_600 }),
      shopToken({ iat: now + 3_600, exp: now + 3_700 }),
      shopToken({ aud: 'another-service' }),
      shopToken({ aud: undefined }),
      shopToken({ jti: undefined }),
      shopToken({ iat: undefined }),
      shopToken({ exp: undefined }),
      shopToken({ sub: undefined }),
      shopToken({}, 'not a secret of the shop'),
      new UnsecuredJWT(claims).encode(),
      new SignJWT(claims).setProtectedHeader({ alg: 'HS512' }).sign(new TextEncoder().encode(SHOP_SECRETS[0])),
      (await generate(desk.domain)).token,
    ]);
    for (const userToken of bad) expect(await askToken({ userToken })).toMatchObject(refused('Forbidden'));
  });

  it('is refused where the shop has no secret', async () => {
    const closed = await aChatDesk(database.url, { shopTokenSecrets: [] });
    const body = { userToken: await shopToken() };
    expect(await call(closed.domain, 'POST', '/tokens/generate', { body })).toMatchObject(refused('Forbidden'));
    await closed.stop();
  });
});

describe('a page', () => {
  const preflight = (origin: string) =>
    call(desk.domain, 'OPTIONS', '/tokens/generate', {
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
    });

  it('of a listed shop may use the chat, with the headers that clients send', async () => {
    const { status, headers } = await preflight(FRIENDLY_ORIGIN);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(FRIENDLY_ORIGIN);
    for (const name of ['authorization', 'content-type', 'x-ms-bot-agent', 'x-requested-with'])
      expect(headers.get('access-control-allow-headers')).toContain(name);
    const asked = await askToken({}, { origin: FRIENDLY_ORIGIN });
    expect(asked.status).toBe(200);
    expect(asked.headers.get('access-control-allow-origin')).toBe(FRIENDLY_ORIGIN);
    expect((await askToken({}, { origin: desk.url })).status).toBe(200);
  });

  it.each(['https://evil.example', 'https://shop.example.evil.example', 'null', 'nonsense'])(
    'of %s may not',
    async (origin) => {
      const session = await generate(desk.domain);
      const streamUrl = await start(desk.domain, session);
      for (const answer of [await preflight(origin), await askToken({}, { origin })]) {
        expect(answer).toMatchObject(refused('Forbidden'));
        expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      }
      await expect(openStream(streamUrl, { origin })).rejects.toThrow('403');
    },
  );

  it('may open the stream from our own server or a listed shop', async () => {
    const session = await generate(desk.domain);
    for (const origin of [desk.url, FRIENDLY_ORIGIN]) {
      const stream = await openStream(await start(desk.domain, session), { origin });
      stream.socket.close();
      await stream.closed;
    }
  });

  it('may frame the chat only if it is ours or listed', async () => {
    const server = express()
      .use('/chat', chatPageHeaders([FRIENDLY_ORIGIN]), (_req, res) => void res.send('chat'))
      .listen(0);
    const { port } = server.address() as { port: number };
    const { headers } = await fetch(`http://127.0.0.1:${port}/chat/`);
    expect(headers.get('content-security-policy')).toBe(`frame-ancestors 'self' ${FRIENDLY_ORIGIN}`);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('a flood', () => {
  it('of tokens from one address is stopped, with a word on when to come back, and stops nobody else', async () => {
    const from = (address: string) => askToken({}, { 'x-forwarded-for': address });
    const answers = await Promise.all(Array.from({ length: 25 }, () => from('198.51.100.9')));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    const stopped = answers.find(({ status }) => status === 429);
    expect(stopped).toMatchObject(refused('RateLimited', 429));
    expect(Number(stopped?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await from('198.51.100.10')).status).toBe(200);
  });

  it('of messages into one conversation is stopped after three hundred at once', async () => {
    const session = await generate(desk.domain);
    await start(desk.domain, session);
    const repeat = { type: 'message', text: 'again', channelData: { clientActivityID: 'the same' } };
    const answers = await Promise.all(Array.from({ length: 400 }, () => post(desk.domain, session, repeat)));
    const stopped = answers.filter(({ status }) => status === 429);
    expect(stopped.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(300);
    expect(stopped[0]?.headers.get('retry-after')).toBe('1');
  });

  it('is counted without keeping an address', async () => {
    const session = await generate(desk.domain);
    const headers = { 'x-forwarded-for': '198.51.100.77' };
    await call(desk.domain, 'POST', '/conversations', { token: session.token, headers });
    const [row] = await database.sql`select payload from inbox where conversation_id = ${session.conversationId}`;
    expect(row?.payload).toEqual({ kind: 'opened', source: expect.stringMatching(/^[\w-]{22}$/) });
    expect(desk.logged()).not.toContain('198.51.100');
  });
});
