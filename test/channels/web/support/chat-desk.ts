import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createDispatch } from '../../../../src/channels/botframework/dispatch-turn.js';
import { createWebChannel, type WebChannel, type WebChannelOptions } from '../../../../src/channels/web/web-channel.js';
import { InboundEvent, Reply } from '../../../../src/conversation/activity.js';
import { closeTurn } from '../../../../src/conversation/close-turn.js';
import { createReceive } from '../../../../src/conversation/receive.js';
import { startSender } from '../../../../src/conversation/sender.js';
import { startWorker } from '../../../../src/conversation/worker.js';
import { instant } from '../../../../src/domain/kernel/dates.js';
import { createLog } from '../../../../src/server/log.js';
import { connect } from '../../../../src/store/connect.js';

export const TOKEN_SECRET = 'a secret of the desk, for tests only';
export const SHOP_SECRETS = ['the new secret of the shop, for tests', 'the old secret of the shop, for tests'];
export const FRIENDLY_ORIGIN = 'https://shop.example';

const dispatch = createDispatch();

export interface ChatDesk {
  /** Such as `http://127.0.0.1:41234`. */
  readonly url: string;
  /** The Direct Line base address. */
  readonly domain: string;
  readonly web: WebChannel;
  /** Every line logged, as one text. */
  logged(): string;
  stop(): Promise<void>;
}

/**
 * One process of the desk as far as chat goes: HTTP, sockets, worker and sender on a database, with a brain that greets
 * and repeats. Start two on one database for two replicas; one without workers leaves the answering to the other.
 */
export async function aChatDesk(
  databaseUrl: string,
  { workers = 2, ...changes }: Partial<WebChannelOptions> & { workers?: number } = {},
): Promise<ChatDesk> {
  const sql = connect({ url: databaseUrl, max: 8, name: 'chat-desk' });
  const lines: string[] = [];
  const log = createLog({ LOG_LEVEL: 'debug' }, { write: (line: string) => void lines.push(line) });
  const web = createWebChannel({
    sql,
    receive: createReceive(sql, () => worker.wake()),
    tokenSecret: TOKEN_SECRET,
    shopTokenSecrets: SHOP_SECRETS,
    allowedOrigins: [FRIENDLY_ORIGIN],
    assistantName: 'Robin',
    log,
    ...changes,
  });
  const sender = startSender({ sql, channel: web.channel, log });
  const worker = startWorker({
    sql,
    log,
    concurrency: workers,
    onTaken: ({ conversationId }) => web.channel.typing(conversationId),
    onAnswered: () => sender.wake(),
    async answer(lease, waiting) {
      const event = InboundEvent.parse(waiting.payload);
      const { conversationId } = lease;
      const activities = await dispatch(
        { conversationId, channel: 'web', activityId: waiting.externalId, event },
        async (heard) => [
          Reply.parse({ text: heard.kind === 'message' ? `You said ${heard.text || 'yes'}` : 'Welcome.' }),
        ],
      );
      return closeTurn(sql, {
        lease,
        waiting,
        draft: { replies: activities.map((activity) => ({ activity, told: [] })), dialogue: {} },
        channel: 'web',
        now: instant('2026-03-02T17:00:00Z'),
        principal: { kind: 'shopper', conversationId, source: event.source, identity: null },
        audit: [],
      });
    },
  });

  const server = createServer(express().set('trust proxy', true).use(web.router));
  server.on('upgrade', (req, socket, head) => {
    if (!web.handleUpgrade(req, socket, head)) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await web.start();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    domain: `${url}/v3/directline`,
    web,
    logged: () => lines.join('\n'),
    async stop() {
      await web.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all([worker.stop(), sender.stop()]);
      await sql.end({ timeout: 1 });
    },
  };
}
