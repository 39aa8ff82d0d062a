import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createSlack, type Slack } from '../../../src/channels/slack/create-slack.js';
import { furnish, openDesk } from '../../../src/desk.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';
import { FakeSlack } from '../../support/fake-slack.js';
import { moveIn } from '../../support/shop-database.js';
import { commandBody } from '../../support/slack-requests.js';

let database: TestDatabase;
let slack: FakeSlack;
let server: WebSocketServer;
let channel: Slack;
let desk: ReturnType<typeof openDesk>;
const log = { info() {}, warn() {}, error() {} };

beforeAll(async () => {
  database = await aDatabase();
  await moveIn(database.sql);
  slack = await FakeSlack.open();
  server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const house = await furnish({ llm: null });
  desk = openDesk({ sql: database.sql, house, log });
  channel = createSlack({
    sql: database.sql,
    door: desk.door,
    policy: house.policy,
    team: house.team,
    handlers: house.handlers,
    settings: { botToken: 'xoxb-test', apiUrl: slack.apiUrl, via: { kind: 'socket', appToken: 'xapp-test' } },
    log,
  });
});
afterAll(async () => {
  await channel.stop();
  await desk.stop();
  for (const socket of server.clients) socket.terminate();
  server.close();
  await slack.close();
  await database.drop();
});

describe('Socket Mode', () => {
  it('takes a command from the socket, acknowledges it there and answers it', async () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
    slack.always('apps.connections.open', { ok: true, url: `ws://127.0.0.1:${address.port}/link` });
    const connected = once(server, 'connection') as Promise<[WebSocket]>;
    desk.start([channel.channel], () => {});
    await desk.startJobs(channel.desk);
    const started = channel.start(desk.wakeJobs);
    const [socket] = await connected;
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0DESK' } }));
    await started;

    const payload = Object.fromEntries(
      new URLSearchParams(commandBody({ text: 'order 1042', responseUrl: slack.responseUrl() })),
    );
    const acknowledged = once(socket, 'message');
    const envelope = { type: 'slash_commands', envelope_id: 'E1', accepts_response_payload: true, payload };
    socket.send(JSON.stringify(envelope));
    const [message] = await acknowledged;
    expect(JSON.parse(String(message))).toMatchObject({ envelope_id: 'E1' });
    expect(await database.sql`select kind from slack_arrivals`).toEqual([{ kind: 'command' }]);
    const [answer] = await slack.heard('response_url');
    expect(answer?.args.text).toBe('Order 1042, partly on its way');
  });
});
