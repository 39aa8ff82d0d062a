import { createServer } from 'node:http';
import express from 'express';
import { createSlack } from '../../src/channels/slack/create-slack.js';
import type { Handlers } from '../../src/channels/slack/handlers.js';
import type { ShopConnector } from '../../src/connectors/shop-connector.js';
import { furnish, openDesk } from '../../src/desk.js';
import type { StaffPolicy } from '../../src/knowledge/staff-policy.js';
import { keepLook } from '../../src/store/looks.js';
import { aDatabase, type TestDatabase } from './database.js';
import { FakeSlack } from './fake-slack.js';
import { moveIn } from './shop-database.js';
import {
  type Called,
  calledOn,
  commandBody,
  eventBody,
  postSigned,
  pressed,
  SIGNING_SECRET,
  type Signing,
  submitted,
} from './slack-requests.js';

type Overrides = {
  readonly handlers?: Partial<Handlers>;
  readonly team?: Partial<StaffPolicy>;
  readonly shop?: Parameters<typeof moveIn>[1];
  /** The shop's own system; without one the desk's book is the record. */
  readonly system?: ShopConnector;
  /** Mail can be sent; nothing sends it. */
  readonly mail?: boolean;
};
const FORM = 'application/x-www-form-urlencoded';

/** Ana's shop with a Slack workspace: a desk that takes requests in over HTTP, does its jobs and calls a fake Slack. */
export interface SlackDeskUnderTest extends TestDatabase {
  readonly url: string;
  readonly slack: FakeSlack;
  /** Lines logged as errors. */
  readonly faults: Readonly<Record<string, unknown>>[];
  command(text: string, called?: Partial<Called>, signing?: Signing): Promise<{ status: number; body: string }>;
  press(actionId: string, value: unknown, called?: Partial<Called>): Promise<{ status: number; body: string }>;
  submit(...args: Parameters<typeof submitted>): Promise<{ status: number; body: string }>;
  /** A shortcut called on a message of the hand-offs channel. */
  shortcut(called: {
    readonly callback_id: string;
    readonly message: object;
  }): Promise<{ status: number; body: string }>;
  event(
    event: Readonly<Record<string, unknown>>,
    eventId?: string,
    signing?: Signing,
  ): Promise<{ status: number; body: string }>;
  close(): Promise<void>;
}

export async function aSlackDesk({
  handlers = {},
  team = {},
  shop = {},
  system,
  mail = false,
}: Overrides = {}): Promise<SlackDeskUnderTest> {
  const database = await aDatabase();
  await moveIn(database.sql, shop);
  // for an hour nothing is sent by itself before somebody here sends it
  await keepLook(database.sql, 'delay_looks');
  const slack = await FakeSlack.open();
  const house = await furnish({ llm: null });
  const faults: Record<string, unknown>[] = [];
  const log = {
    info() {},
    warn() {},
    error: (about: object, message: string) => void faults.push({ ...about, message }),
  };
  const desk = openDesk({ sql: database.sql, house, log, shop: system, mail });
  const channel = createSlack({
    sql: database.sql,
    door: desk.door,
    policy: house.policy,
    // no digest of itself: tests count what is sent
    team: { ...house.team, channels: { ...house.team.channels, digest: [] }, ...team },
    handlers: { ...house.handlers, ...handlers },
    settings: { botToken: 'xoxb-test', apiUrl: slack.apiUrl, via: { kind: 'http', signingSecret: SIGNING_SECRET } },
    log,
  });
  const server = createServer(express().use(channel.router));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  const url = `http://127.0.0.1:${address.port}`;
  desk.start([channel.channel], () => {});
  await desk.startJobs(channel.desk);
  await channel.start(desk.wakeJobs);
  const responseUrl = slack.responseUrl();
  return {
    ...database,
    url,
    slack,
    faults,
    command: (text, called, signing) => postSigned(url, commandBody({ text, responseUrl, ...called }), FORM, signing),
    press: (actionId, value, called) => postSigned(url, pressed(actionId, value, { responseUrl, ...called }), FORM),
    submit: (...args) => postSigned(url, submitted(...args), FORM),
    shortcut: (called) => postSigned(url, calledOn(called, responseUrl), FORM),
    event: (event, eventId, signing) => postSigned(url, eventBody(event, eventId), 'application/json', signing),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await desk.stop();
      await slack.close();
      await database.drop();
    },
  };
}
