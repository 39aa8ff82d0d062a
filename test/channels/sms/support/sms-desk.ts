import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { createSms } from '../../../../src/channels/sms/create-sms.js';
import { createTwilio } from '../../../../src/channels/sms/twilio-provider.js';
import { type FormParameters, twilioSignature } from '../../../../src/channels/sms/twilio-signature.js';
import { furnish, openDesk } from '../../../../src/desk.js';
import { loadSmsPolicy, type SmsPolicy } from '../../../../src/knowledge/sms-policy.js';
import { createSandboxPhone } from '../../../../src/sandbox/phone/create-sandbox-phone.js';
import { aDatabase, type TestDatabase } from '../../../support/database.js';
import { moveIn } from '../../../support/shop-database.js';
import { until } from '../../../support/until.js';

export const OURS = '+15035550199';
export const ANA = '+15035550101';
export const BEN = '+15035550102';
export const STRANGER = '+15035550177';
const ACCOUNT = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'the token of the account' };
const PUBLIC = 'https://desk.example';
const PEOPLE = [ANA, BEN, STRANGER].map((phone) => ({ name: phone, phone, try: '' }));

export interface PhoneText {
  readonly way: 'in' | 'out' | 'carrier';
  readonly body: string;
  readonly segments: number;
  readonly state: string | null;
}

/** Ana's shop, a desk that texts, and a telephone network to text it with. */
export interface SmsDesk extends TestDatabase {
  readonly toldManagers: string[];
  /** Sends a text from a phone, waits until the desk has answered all that came in, and returns what the phone got since. */
  text(phone: string, body: string, picture?: boolean): Promise<readonly PhoneText[]>;
  /** What a phone shows, oldest first. */
  textsOf(phone: string): Promise<readonly PhoneText[]>;
  knobs(knobs: { shuffled: boolean; noSignal: boolean }): Promise<void>;
  /** Resolves when nothing waits any more. */
  settled(): Promise<void>;
  /** A request as the provider makes it; `signedFor` another address, or nothing. */
  post(
    path: string,
    form: FormParameters,
    signedFor?: string | null,
    headers?: Record<string, string>,
  ): Promise<Response>;
  stop(): Promise<void>;
}

export async function anSmsDesk(policy: Partial<SmsPolicy> = {}): Promise<SmsDesk> {
  const database = await aDatabase();
  const { sql } = database;
  await moveIn(sql);
  const house = await furnish({ llm: null });
  const log = { info() {}, warn() {}, error() {} };
  const desk = openDesk({ sql, house, log });
  const folder = await mkdtemp(join(tmpdir(), 'phones-'));
  const app = express();
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const toldManagers: string[] = [];
  const shared = {
    sql,
    policy: house.policy,
    rules: { sms: { ...loadSmsPolicy(), ...policy } },
    wording: house.wording,
    log,
    receive: desk.receive,
    async tellManagers(day: string) {
      toldManagers.push(day);
    },
  };
  const network = { ...ACCOUNT, from: OURS, apiUrl: `${url}/phone` };
  const sms = createSms({ ...shared, publicUrl: url, provider: createTwilio(network) });
  // the same desk as it is known outside, for requests of our own making
  const outside = createSms({ ...shared, publicUrl: PUBLIC, provider: createTwilio(network) });
  app.use('/outside', outside.router);
  app.use(sms.router);
  app.use(
    '/phone',
    createSandboxPhone({
      now: () => new Date(),
      ...ACCOUNT,
      file: join(folder, 'phones.jsonl'),
      ours: OURS,
      appUrl: `${url}/sms/incoming`,
      shopName: house.policy.name,
      people: async () => PEOPLE,
      pages: folder,
    }),
  );
  desk.start([sms.channel], () => {});

  const ui = (path: string, body?: object) =>
    fetch(`${url}/phone/ui/${path}`, {
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
  const textsOf = async (phone: string): Promise<PhoneText[]> =>
    ((await (await ui(`seen?phone=${encodeURIComponent(phone)}`)).json()) as { texts: PhoneText[] }).texts;
  async function settled(): Promise<void> {
    await until('all is answered and sent', async () => {
      const [row] = await sql`
        select not exists (select from inbox where state = 'waiting')
          and not exists (select from outbox where channel = 'sms' and state in ('waiting', 'sending')) as done`;
      return row?.done;
    });
  }
  return {
    ...database,
    toldManagers,
    textsOf,
    settled,
    async text(phone, body, picture = false) {
      const before = (await textsOf(phone)).length;
      const sent = await ui('send', { phone, body, picture });
      if (sent.status !== 204) throw new Error(`The phone refused to send: ${sent.status}`);
      await settled();
      return (await textsOf(phone)).slice(before).filter(({ way }) => way !== 'in');
    },
    async knobs(knobs) {
      await ui('knobs', knobs);
    },
    post(path, form, signedFor = PUBLIC + path, headers = {}) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
      const signature =
        signedFor === null ? {} : { 'x-twilio-signature': twilioSignature(ACCOUNT.authToken, signedFor, form) };
      return fetch(url + path, { method: 'POST', body, headers: { ...signature, ...headers } });
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await desk.stop();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
}
