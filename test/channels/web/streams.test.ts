import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { ConversationId } from '../../../src/domain/kernel/ids.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { aBreakableLine } from './support/breakable-line.js';
import {
  call,
  generate,
  type OpenStream,
  openStream,
  post,
  type Session,
  start,
  texts,
} from './support/chat-client.js';
import { aChatDesk, type ChatDesk } from './support/chat-desk.js';

let database: TestDatabase;
const desks: ChatDesk[] = [];
const streams: OpenStream[] = [];

beforeAll(async () => {
  database = await aDatabase();
});
afterEach(async () => {
  vi.useRealTimers();
  for (const { socket } of streams.splice(0)) socket.terminate();
  await Promise.all(desks.splice(0).map((desk) => desk.stop()));
});
afterAll(() => database.drop());

async function aDesk(url = database.url, workers = 2): Promise<ChatDesk> {
  const desk = await aChatDesk(url, { workers });
  desks.push(desk);
  return desk;
}

async function listen(desk: ChatDesk, session: Session, watermark?: string): Promise<OpenStream> {
  const url =
    watermark === undefined
      ? await start(desk.domain, session)
      : ((
          await call(desk.domain, 'GET', `/conversations/${session.conversationId}?watermark=${watermark}`, {
            token: session.token,
          })
        ).body.streamUrl as string);
  const stream = await openStream(url);
  streams.push(stream);
  return stream;
}

const say = (desk: ChatDesk, session: Session, text: string) =>
  post(desk.domain, session, { type: 'message', text, channelData: { clientActivityID: text } });
const has = (text: string) => (activities: Parameters<typeof texts>[0]) => texts(activities).includes(text);

describe('a stream', () => {
  it('brings greeting, echo and answer as they are stored, each with its watermark', async () => {
    const desk = await aDesk();
    const session = await generate(desk.domain);
    const stream = await listen(desk, session);
    await stream.activities.until(has('Welcome.'));
    await say(desk, session, 'hello');
    await stream.activities.until(has('You said hello'));
    expect(texts(stream.activities.items)).toEqual(['Welcome.', 'hello', 'You said hello']);
    const last = stream.activities.items.at(-1);
    expect(Number(stream.watermark())).toBe(Number(last?.id.split('|')[1]));
  });

  it('goes on after the watermark it is opened with, and from the beginning without one', async () => {
    const desk = await aDesk();
    const session = await generate(desk.domain);
    const first = await listen(desk, session);
    await first.activities.until(has('Welcome.'));
    const watermark = first.watermark();
    first.socket.terminate();
    await say(desk, session, 'while away');
    const second = await listen(desk, session, watermark);
    await second.activities.until(has('You said while away'));
    expect(texts(second.activities.items)).toEqual(['while away', 'You said while away']);
    const third = await listen(desk, session, '');
    await third.activities.until(has('You said while away'));
    expect(texts(third.activities.items)).toEqual(['Welcome.', 'while away', 'You said while away']);
  });

  it('replays a transcript of any length whole and in order', async () => {
    const desk = await aDesk();
    const session = await generate(desk.domain);
    await listen(desk, session);
    await database.sql`
      insert into messages (conversation_id, seq, author, body)
      select ${session.conversationId}, n, 'assistant', jsonb_build_object('type', 'message', 'text', n::text)
      from generate_series(1001, 1450) n`;
    const stream = await listen(desk, session, '1000');
    await stream.activities.until(has('1450'));
    expect(texts(stream.activities.items)).toEqual(Array.from({ length: 450 }, (_, n) => String(1001 + n)));
  });

  it('brings what was posted to another process', async () => {
    const [here, there] = [await aDesk(), await aDesk()];
    const session = await generate(here.domain);
    const stream = await listen(here, session);
    await stream.activities.until(has('Welcome.'));
    for (const text of ['one', 'two', 'three']) await say(there, session, text);
    await stream.activities.until(has('You said three'));
    expect(texts(stream.activities.items).filter((text) => !text.startsWith('You'))).toEqual([
      'Welcome.',
      'one',
      'two',
      'three',
    ]);
    expect(new Set(stream.activities.items.filter(({ type }) => type === 'message').map(({ id }) => id)).size).toBe(7);
  });

  it('shows that an answer is being written, once in a while', async () => {
    const [here, there] = [await aDesk(database.url, 0), await aDesk(database.url, 0)];
    const session = await generate(here.domain);
    const stream = await listen(here, session);
    for (let n = 0; n < 50; n++) there.web.channel.typing(session.conversationId as ConversationId);
    await stream.activities.until((all) => all.some(({ type }) => type === 'typing'));
    await say(there, session, 'done');
    await stream.activities.until(has('done'));
    const typing = stream.activities.items.filter(({ type }) => type === 'typing');
    expect(typing.map(({ from }) => from)).toEqual([{ id: 'desk', name: 'Robin', role: 'bot' }]);
  });
});

describe('two streams of one conversation', () => {
  it('cannot be: the newer closes the older, in one process', async () => {
    const desk = await aDesk();
    const session = await generate(desk.domain);
    const older = await listen(desk, session);
    const newer = await listen(desk, session);
    expect(await older.closed).toEqual({ code: 1000, reason: 'collision' });
    await say(desk, session, 'still here');
    await newer.activities.until(has('You said still here'));
  });

  it('cannot be across processes either', async () => {
    const [here, there] = [await aDesk(), await aDesk()];
    const session = await generate(here.domain);
    const older = await listen(here, session);
    await older.activities.until(has('Welcome.'));
    const newer = await listen(there, session);
    expect(await older.closed).toEqual({ code: 1000, reason: 'collision' });
    await say(here, session, 'still here');
    await newer.activities.until(has('You said still here'));
  });

  it('opened at the same moment leave exactly one', async () => {
    const [here, there] = [await aDesk(), await aDesk()];
    const session = await generate(here.domain);
    await start(here.domain, session);
    const open = await Promise.all([here, there, here, there].map((desk) => listen(desk, session)));
    const alive = new Set(open);
    const three = new Promise<void>((resolve) => {
      for (const stream of open)
        void stream.closed.then(() => {
          alive.delete(stream);
          if (alive.size === 1) resolve();
        });
    });
    await three;
    await say(here, session, 'who is left');
    const [survivor] = alive;
    await survivor!.activities.until(has('You said who is left'));
    expect(alive.size).toBe(1);
  });
});

describe('a line', () => {
  it('that is quiet is kept open by empty frames, and one without an answer is dropped', async () => {
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const desk = await aDesk(database.url, 0);
    const [lively, deaf] = [await generate(desk.domain), await generate(desk.domain)];
    const stream = await listen(desk, lively);
    const silent = await openStream(await start(desk.domain, deaf), {}, { autoPong: false });
    const pings = [stream, silent].map(({ socket }) => new Promise((resolve) => socket.once('ping', resolve)));
    vi.advanceTimersByTime(15_000);
    await Promise.all(pings);
    await stream.frames.until((frames) => frames.includes(''));
    // what follows on this line comes after its answer to the ping
    await say(desk, lively, 'here');
    await stream.activities.until(has('here'));
    vi.advanceTimersByTime(15_000);
    expect((await silent.closed).code).toBe(1006);
    expect(stream.socket.readyState).toBe(WebSocket.OPEN);
  });

  it('to the database that breaks costs nobody a message', async () => {
    const line = await aBreakableLine(database.url);
    onTestFinished(() => line.cut());
    const desk = await aDesk(line.url, 0);
    const elsewhere = await aDesk();
    const session = await generate(desk.domain);
    const stream = await listen(desk, session);
    await stream.activities.until(has('Welcome.'));

    await line.cut();
    expect(await say(desk, session, 'into the void')).toMatchObject({ status: 503 });
    expect((await say(elsewhere, session, 'by another way')).status).toBe(200);
    await line.mend();

    await stream.activities.until(has('You said by another way'));
    await vi.waitFor(async () => expect((await say(desk, session, 'into the void')).status).toBe(200), 60_000);
    await stream.activities.until(has('You said into the void'));
    expect(texts(stream.activities.items)).toEqual([
      'Welcome.',
      'by another way',
      'You said by another way',
      'into the void',
      'You said into the void',
    ]);
  });

  it('is closed kindly when the process stops, and no new one opens', async () => {
    const desk = await aDesk();
    const session = await generate(desk.domain);
    const stream = await listen(desk, session);
    const url = await start(desk.domain, session);
    await desk.web.close();
    expect(await stream.closed).toEqual({ code: 1001, reason: 'restarting' });
    await expect(openStream(url)).rejects.toThrow('503');
  });

  it('is left alone when it is not for the chat', async () => {
    const desk = await aDesk();
    const claimed = desk.web.handleUpgrade({ url: '/somewhere/else', headers: {} } as never, {} as never, Buffer.of());
    expect(claimed).toBe(false);
  });
});
