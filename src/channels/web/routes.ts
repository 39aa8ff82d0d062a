import express, { type Request, type RequestHandler, type Router } from 'express';
import type { Log } from '../../conversation/log.js';
import type { Receive } from '../../conversation/receive.js';
import type { Sql } from '../../store/connect.js';
import { findConversation } from '../../store/conversations.js';
import { messagesAfter } from '../../store/messages.js';
import { activitySet, readWatermark } from './activity-set.js';
import { type Answer, answerErrors, answerWith, refusal, send } from './answer.js';
import { chooseGrant, grantAnswer } from './choose-grant.js';
import type { NameSource } from './client-source.js';
import { guardOrigin } from './origins.js';
import type { RateLimit } from './rate-limit.js';
import { receiveActivity } from './receive-activity.js';
import { startConversation } from './start-conversation.js';
import { streamPath } from './stream-upgrade.js';
import type { Streams } from './streams.js';
import { ACCESS_SECONDS, type Grant, type Tokens } from './tokens.js';

export interface RoutesOptions {
  readonly sql: Sql;
  readonly receive: Receive;
  readonly tokens: Tokens;
  readonly streams: Streams;
  readonly nameSource: NameSource;
  readonly shopTokenSecrets: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly assistantName: string;
  readonly limits: {
    /** New tokens, by address. */
    readonly tokens: RateLimit;
    /** Messages, by conversation. */
    readonly messages: RateLimit;
    /** Requests of every kind, by conversation. */
    readonly requests: RateLimit;
  };
  readonly log: Log;
}

/** Messages in one answer to polling; a client that is further behind asks again. */
const PAGE = 500;

/** The Direct Line 3.0 routes, below `/v3/directline`. */
export function createRoutes(options: RoutesOptions): Router {
  const { sql, receive, tokens, streams, nameSource, allowedOrigins, assistantName, limits, log } = options;
  const sourceOf = (req: Request): string => nameSource(req.ip);
  const authorised = authorise(tokens, limits.requests);

  const api = express.Router();
  api.use(forgiveSlashes, neverCached, guardOrigin(allowedOrigins), express.json({ limit: '64kb' }));

  api.post(
    '/tokens/generate',
    answerWith(async (req) => {
      const taken = limits.tokens.take(sourceOf(req));
      if (taken.kind === 'limited') return tooMany(taken.retryAfterSeconds);
      const chosen = await chooseGrant(req.body, options);
      return chosen.kind === 'granted' ? grantAnswer(tokens, chosen.grant) : chosen.answer;
    }),
  );

  api.post(
    '/tokens/refresh',
    authorised((_req, grant) => grantAnswer(tokens, grant)),
  );

  api.post(
    '/conversations',
    authorised(async (req, grant) => {
      const isNew = await start(grant, sourceOf(req));
      return streamAnswer(req, grant, 0, isNew ? 201 : 200);
    }),
  );

  api.get(
    '/conversations/:id',
    authorised(async (req, grant) => {
      const watermark = readWatermark(req.query.watermark);
      if (watermark === null) return badWatermark;
      // a client that resumes may have left before its conversation was started
      await start(grant, sourceOf(req));
      return streamAnswer(req, grant, watermark, 200);
    }),
  );

  api.get(
    '/conversations/:id/activities',
    authorised(async (req, { conversationId }) => {
      const watermark = readWatermark(req.query.watermark);
      if (watermark === null) return badWatermark;
      if (!(await findConversation(sql, conversationId)))
        return refusal('NotFound', 'The conversation was not started.');
      const rows = await messagesAfter(sql, conversationId, watermark, PAGE);
      return { status: 200, body: activitySet(rows, watermark, { conversationId, assistantName }) };
    }),
  );

  api.post(
    '/conversations/:id/activities',
    authorised((req, grant) =>
      receiveActivity(req.body, grant, sourceOf(req), { sql, receive, streams, limit: limits.messages }),
    ),
  );

  api.use((_req, res) => send(res, refusal('NotFound', 'There is nothing at this address.')));
  api.use(answerErrors(log));
  return express.Router().use('/v3/directline', api);

  async function start(grant: Grant, source: string): Promise<boolean> {
    const isNew = await startConversation(sql, receive, grant, source);
    if (isNew) streams.tell([{ kind: 'rows', conversationId: grant.conversationId }]);
    return isNew;
  }

  async function streamAnswer(req: Request, grant: Grant, watermark: number, status: 200 | 201): Promise<Answer> {
    const { conversationId } = grant;
    const [token, stream] = await Promise.all([tokens.issue('access', grant), tokens.issue('stream', grant)]);
    const scheme = req.protocol === 'https' ? 'wss' : 'ws';
    const streamUrl = `${scheme}://${req.host}${streamPath(conversationId, watermark, stream)}`;
    return { status, body: { conversationId, token, expires_in: ACCESS_SECONDS, streamUrl } };
  }
}

type Authorised = (handler: (req: Request, grant: Grant) => Promise<Answer>) => RequestHandler;

/** Lets a request through with what its token grants, if that is the conversation in the address. */
function authorise(tokens: Tokens, limit: RateLimit): Authorised {
  return (handler) =>
    answerWith(async (req) => {
      const token = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? '')?.[1];
      if (token === undefined) return refusal('Forbidden', 'A token is needed.');
      const verified = await tokens.verify('access', token);
      if (verified.kind === 'expired') return refusal('TokenExpired', 'The token has expired.');
      const { id } = req.params;
      if (verified.kind === 'invalid' || (id !== undefined && id !== verified.grant.conversationId))
        return refusal('Forbidden', 'The token is not for this conversation.');
      const { grant } = verified;
      const taken = limit.take(grant.conversationId);
      return taken.kind === 'limited' ? tooMany(taken.retryAfterSeconds) : handler(req, grant);
    });
}

const tooMany = (retryAfterSeconds: number): Answer =>
  refusal('RateLimited', 'Too many requests. Please wait a moment.', retryAfterSeconds);

const badWatermark = refusal('BadArgument', 'The watermark is not one of ours.');

/** Clients whose base address ends in a slash ask for `//conversations`. */
const forgiveSlashes: RequestHandler = (req, _res, next) => {
  req.url = req.url.replace(/^\/+/, '/');
  next();
};

const neverCached: RequestHandler = (_req, res, next) => {
  res.set('cache-control', 'no-store');
  next();
};
