import type { Router } from 'express';
import type { Channel } from '../../conversation/channel.js';
import type { Log } from '../../conversation/log.js';
import type { Receive } from '../../conversation/receive.js';
import type { ConversationId } from '../../domain/kernel/ids.js';
import type { Sql } from '../../store/connect.js';
import { createNameSource } from './client-source.js';
import { publish } from './notices.js';
import { createRateLimit } from './rate-limit.js';
import { createRoutes } from './routes.js';
import { CHANNEL } from './start-conversation.js';
import { createUpgrade, type HandleUpgrade } from './stream-upgrade.js';
import { Streams } from './streams.js';
import { createTokens } from './tokens.js';

export { chatPageHeaders } from './origins.js';

export interface WebChannelOptions {
  readonly sql: Sql;
  readonly receive: Receive;
  /** Signs the chat's own tokens; the same in every process. */
  readonly tokenSecret: string;
  /** The shop signs its shoppers' tokens with one of these (HS256). None: nobody arrives signed in. */
  readonly shopTokenSecrets: readonly string[];
  /** Pages that may use the chat beside those of this server, as `https://shop.example`. */
  readonly allowedOrigins: readonly string[];
  readonly assistantName: string;
  readonly log: Log;
}

export interface WebChannel {
  readonly channel: Channel & {
    /** Shows the shopper that an answer is being written. Says it every three seconds at most, however often it is called. */
    typing(conversationId: ConversationId): void;
  };
  /** Everything below `/v3/directline`; whether a proxy's word on addresses counts is the Express app's setting. */
  readonly router: Router;
  readonly handleUpgrade: HandleUpgrade;
  /** Begins to listen for what other processes store. Throws when the database cannot be reached. */
  start(): Promise<void>;
  /** Takes no new sockets, sends the open ones away with 1001 and resolves when they are gone. */
  close(): Promise<void>;
}

const RETRY_SECONDS = 1;

/**
 * The web chat: a Direct Line 3.0 server, so that any Direct Line client can talk to the desk
 * (https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-direct-line-3-0-concepts). Messages are
 * rows of the transcript; delivering is telling whichever process holds the shopper's socket to read them.
 */
export function createWebChannel(options: WebChannelOptions): WebChannel {
  const { sql, tokenSecret, allowedOrigins, log } = options;
  const tokens = createTokens(tokenSecret);
  const streams = new Streams(options);
  const limits = {
    tokens: createRateLimit({ perMinute: 20, burst: 20 }),
    messages: createRateLimit({ perMinute: 60, burst: 300 }),
    // polling clients ask up to five times a second
    requests: createRateLimit({ perMinute: 600, burst: 600 }),
  };
  const typingPace = createRateLimit({ perMinute: 20, burst: 1 });
  return {
    channel: {
      name: CHANNEL,
      resendable: true,
      atOnce: 100,
      async deliver(rows) {
        const grown = [...new Set(rows.flatMap(({ conversationId }) => conversationId ?? []))];
        try {
          await publish(
            sql,
            grown.map((conversationId) => ({ kind: 'rows', conversationId })),
          );
        } catch (error) {
          log.warn({ err: error }, 'replies could not be announced');
          return rows.map(({ id }) => ({ kind: 'retry', id, afterSeconds: RETRY_SECONDS, error: 'not announced' }));
        }
        return rows.map(({ id }) => ({ kind: 'sent', id }));
      },
      typing(conversationId) {
        if (typingPace.take(conversationId).kind === 'allowed') streams.tell([{ kind: 'typing', conversationId }]);
      },
    },
    router: createRoutes({ ...options, tokens, streams, limits, nameSource: createNameSource(tokenSecret) }),
    handleUpgrade: createUpgrade({ streams, tokens, allowedOrigins, limit: limits.requests, log }),
    start: () => streams.start(),
    close: () => streams.close(),
  };
}
