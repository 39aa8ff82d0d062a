import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import xhr2 from 'xhr2';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { Arrivals, generate } from './support/chat-client.js';
import { aChatDesk, type ChatDesk } from './support/chat-desk.js';

// the client is written for browsers
vi.stubGlobal('XMLHttpRequest', xhr2.XMLHttpRequest);
vi.stubGlobal('WebSocket', WebSocket);

let database: TestDatabase;
const desks: ChatDesk[] = [];
const clients: DirectLine[] = [];

beforeAll(async () => {
  database = await aDatabase();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.end();
  await Promise.all(desks.splice(0).map((desk) => desk.stop()));
});
afterAll(() => database.drop());

async function aDesk(): Promise<ChatDesk> {
  const desk = await aChatDesk(database.url);
  desks.push(desk);
  return desk;
}

/** The public client, unchanged. Its own settings take the sockets from us, so that we can cut them, and the pause before reconnecting. */
function aClient(domain: string, token: string, more: { conversationId?: string; webSocket?: boolean } = {}) {
  const sockets: WebSocket[] = [];
  class Remembered extends WebSocket {
    constructor(url: string) {
      super(url);
      sockets.push(this);
    }
  }
  const client = new DirectLine({
    domain,
    token,
    pollingInterval: 200,
    ...more,
    WebSocket: Remembered as never,
    // it waits 3 + 12 × random seconds
    random: () => -0.25,
  } as ConstructorParameters<typeof DirectLine>[0]);
  clients.push(client);
  const activities = new Arrivals<Activity>();
  client.activity$.subscribe(activities.add, (error: Error) => {
    // what the client says when a test ends it
    if (error.message !== 'conversation ended') throw error;
  });
  const say = (text: string) =>
    new Promise<string>((resolve, reject) => {
      client.postActivity({ type: 'message', text, from: { id: 'somebody else' } }).subscribe(resolve, reject);
    });
  return { client, activities, say, cut: () => sockets.at(-1)?.terminate() };
}

const said = (activities: readonly Activity[]) => activities.flatMap((a) => (a.type === 'message' ? [a.text] : []));
const hasSaid = (text: string) => (activities: readonly Activity[]) => said(activities).includes(text);

describe('the public Direct Line client, unchanged', () => {
  it('is greeted, talks, and sees each message once, its own under the user of its token', async () => {
    const desk = await aDesk();
    const { token } = await generate(desk.domain);
    const { client, activities, say } = aClient(desk.domain, token);
    await activities.until(hasSaid('Welcome.'));
    expect(client.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);

    const id = await say('wheres my oder');
    await activities.until(hasSaid('You said wheres my oder'));
    expect(said(activities.items)).toEqual(['Welcome.', 'wheres my oder', 'You said wheres my oder']);
    const messages = activities.items.filter(({ type }) => type === 'message');
    expect(messages[1]).toMatchObject({ id, from: { role: 'user', id: expect.stringMatching(/^dl_/) } });
    expect(messages[2]).toMatchObject({ from: { role: 'bot', id: 'desk', name: 'Robin' } });
  });

  it('comes back after a cut line without losing or repeating anything', async () => {
    const desk = await aDesk();
    const { token } = await generate(desk.domain);
    const { activities, say, cut } = aClient(desk.domain, token);
    await activities.until(hasSaid('Welcome.'));
    await say('one');
    await activities.until(hasSaid('You said one'));
    cut();
    await say('two');
    await say('three');
    await activities.until(hasSaid('You said three'));
    cut();
    await say('four');
    await activities.until(hasSaid('You said four'));
    const expected = ['Welcome.', ...['one', 'two', 'three', 'four'].flatMap((text) => [text, `You said ${text}`])];
    expect(said(activities.items).sort()).toEqual(expected.sort());
  });

  it('talks by polling where sockets are not to be had', async () => {
    const desk = await aDesk();
    const { token } = await generate(desk.domain);
    const { activities, say } = aClient(desk.domain, token, { webSocket: false });
    await activities.until(hasSaid('Welcome.'));
    await say('hello');
    await activities.until(hasSaid('You said hello'));
    expect(said(activities.items)).toEqual(['Welcome.', 'hello', 'You said hello']);
  });

  it('gets its whole conversation back on another page', async () => {
    const desk = await aDesk();
    const session = await generate(desk.domain);
    const before = aClient(desk.domain, session.token);
    await before.activities.until(hasSaid('Welcome.'));
    await before.say('remember me');
    await before.activities.until(hasSaid('You said remember me'));
    before.client.end();

    const { token, conversationId } = await generate(desk.domain, { resume: session.resume });
    expect(conversationId).toBe(session.conversationId);
    const after = aClient(desk.domain, token, { conversationId });
    await after.activities.until(hasSaid('You said remember me'));
    expect(said(after.activities.items)).toEqual(['Welcome.', 'remember me', 'You said remember me']);
  });

  it('keeps talking when another process takes over, and loses nothing said meanwhile', async () => {
    const [first, second] = await Promise.all([aDesk(), aDesk()]);
    const session = await generate(first.domain);
    const { activities, say } = aClient(first.domain, session.token);
    await activities.until(hasSaid('Welcome.'));
    // posted to the other process by hand, seen on this one's socket
    const other = aClient(second.domain, session.token, { conversationId: session.conversationId, webSocket: false });
    await other.activities.until(hasSaid('Welcome.'));
    await other.say('over there');
    await activities.until(hasSaid('You said over there'));
    await say('over here');
    await activities.until(hasSaid('You said over here'));
    expect(said(activities.items)).toEqual([
      'Welcome.',
      'over there',
      'You said over there',
      'over here',
      'You said over here',
    ]);
  });
});
