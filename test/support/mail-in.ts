import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Row } from 'postgres';
import { createEmail } from '../../src/channels/email/create-email.js';
import { signMail } from '../../src/channels/email/mail-signature.js';
import { createReplyAddresses, type ReplyAddresses } from '../../src/channels/email/reply-address.js';
import type { Delivery } from '../../src/conversation/channel.js';
import type { JobContext, SlackDesk } from '../../src/jobs/define-job.js';
import inboundMail from '../../src/jobs/tasks/inbound-mail.js';
import { claimOutbox } from '../../src/store/outbox.js';
import { type Door, openDoor } from '../../src/tools/door.js';
import { aMailServer, type TestMailServer } from './mail-server.js';
import { ANAS_SHOP, aShop, type TestShop } from './shop.js';

const SECRET = 'm'.repeat(64);
export const SHOP_MAIL = 'The shop <orders@shop.example>';
const silent = { info() {}, warn() {}, error() {} };

interface Posting {
  readonly secret?: string;
  readonly seconds?: number;
  readonly signature?: string | null;
  readonly type?: string;
  readonly path?: string;
}

/** A shop whose mail goes out to a real mail server, and comes in over HTTP as a mail service posts it. */
export interface MailShop extends TestShop {
  readonly door: Door;
  readonly replies: ReplyAddresses;
  /** What its jobs work with. */
  readonly context: JobContext;
  readonly server: TestMailServer;
  readonly base: string;
  /** Posts a raw mail, signed as asked for. */
  post(raw: string | Buffer, posting?: Posting): Promise<{ status: number; body: string }>;
  /** Posts a mail and does its job. The row it was stored as. */
  receive(raw: string): Promise<Row>;
  /** Does the job of every mail that came in once more. */
  work(): Promise<void>;
  /** Takes what waits in the outbox for mail once, as a sender does. */
  deliver(): Promise<readonly Delivery[]>;
  close(): Promise<void>;
}

export async function aMailShop(
  more: Partial<typeof ANAS_SHOP> = {},
  slack: SlackDesk | null = null,
): Promise<MailShop> {
  const shop = await aShop({ ...ANAS_SHOP, ...more });
  const { policy, rules } = shop.house;
  const door = openDoor({ sql: shop.sql, policy, rules, mail: { connected: true } });
  const server = await aMailServer();
  const app = express();
  const http = createServer(app);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const linkSecret = 's'.repeat(64);
  const email = createEmail({
    ...{ door, policy, linkSecret, log: silent },
    settings: { smtpUrl: server.url, from: SHOP_MAIL, publicUrl: base },
    incoming: { sql: shop.sql, secret: SECRET, wake() {} },
  });
  app.use(email.router);
  const context: JobContext = { ...{ sql: shop.sql, door, policy, rules, log: silent, slack }, wakeSenders() {} };

  async function post(raw: string | Buffer, posting: Posting = {}) {
    const body = Buffer.from(raw as string);
    const { secret = SECRET, seconds = Math.floor(Date.now() / 1000), signature } = posting;
    const header = signature === undefined ? signMail(secret, body, seconds) : signature;
    const response = await fetch(`${base}${posting.path ?? '/mail/incoming'}`, {
      method: 'POST',
      headers: {
        'Content-Type': posting.type ?? 'message/rfc822',
        ...(header !== null && { 'X-Mail-Signature': header }),
      },
      body,
    });
    return { status: response.status, body: await response.text() };
  }
  const work = async () => {
    for (const { id } of await shop.sql<{ id: number }[]>`select id from inbound_mails order by id`)
      await inboundMail.run({ mailId: id }, context);
  };
  return {
    ...shop,
    ...{ door, server, base, post, work, context },
    replies: createReplyAddresses(linkSecret, SHOP_MAIL),
    async receive(raw) {
      const { status, body } = await post(raw);
      if (status !== 204) throw new Error(`not taken: ${status} ${body}`);
      const [{ id }] = (await shop.sql`select id from inbound_mails order by id desc limit 1`) as unknown as [
        { id: number },
      ];
      await inboundMail.run({ mailId: id }, context);
      return (await shop.sql`select * from inbound_mails where id = ${id}`)[0]!;
    },
    async deliver() {
      await shop.sql`update outbox set next_attempt_at = clock_timestamp()`;
      const came = await email.channel.deliver(await claimOutbox(shop.sql, 'email', email.channel.atOnce));
      for (const { id, kind } of came)
        await shop.sql`update outbox set state = ${kind === 'retry' ? 'waiting' : kind} where id = ${id}`;
      return came;
    },
    async close() {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      await server.close();
      await shop.drop();
    },
  };
}

let written = 0;

/** A mail of our own writing, as the wire has it. */
export function rawMail(text: string, headers: Readonly<Record<string, string | null>> = {}): string {
  const all: Record<string, string | null> = {
    From: 'Kestrel Optics <orders@kestrel.example>',
    To: 'orders@shop.example',
    Subject: 'Re: PO-77',
    Date: 'Mon, 23 Nov 2026 09:12:00 -0800',
    'Message-ID': `<mail-${++written}@kestrel.example>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  return `${lines.join('\r\n')}\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}\r\n`;
}
