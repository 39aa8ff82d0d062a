import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Log } from '../../conversation/log.js';
import { readWatermark } from './activity-set.js';
import { type Answer, refusal } from './answer.js';
import { isAllowedOrigin } from './origins.js';
import type { RateLimit } from './rate-limit.js';
import type { Seat, Streams } from './streams.js';
import type { Tokens } from './tokens.js';

/** Takes an HTTP upgrade if it is meant for a chat stream; false leaves it to others. */
export type HandleUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => boolean;

export interface StreamUpgradeOptions {
  readonly streams: Streams;
  readonly tokens: Tokens;
  readonly allowedOrigins: readonly string[];
  /** Requests of every kind, by conversation. */
  readonly limit: RateLimit;
  readonly log: Log;
}

const STREAM_PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;

/** The address a client opens its stream at, with a token of its own that lives two minutes. */
export const streamPath = (conversationId: string, watermark: number, token: string): string =>
  `/v3/directline/conversations/${conversationId}/stream?watermark=${watermark}&t=${token}`;

/** Opens streams for those who bring a stream token of the conversation; others get an HTTP refusal in Direct Line's form. */
export function createUpgrade(options: StreamUpgradeOptions): HandleUpgrade {
  const { streams, log } = options;
  // clients send nothing but empty frames; messages are posted
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 4_096,
    perMessageDeflate: false,
    clientTracking: false,
  });
  return (req, socket, head) => {
    const [path = '', query = ''] = (req.url ?? '').split('?');
    const conversation = STREAM_PATH.exec(path)?.[1];
    if (!conversation) return false;
    const drop = () => socket.destroy();
    socket.on('error', drop);
    admit(req, conversation, new URLSearchParams(query), options)
      .then((admission) => {
        if (admission.kind === 'refused') return turnAway(socket, admission.answer);
        const { seat, watermark } = admission;
        // however the upgrade ends, its socket closes one day
        socket.once('close', () => streams.leave(seat));
        if (socket.closed) return streams.leave(seat);
        if (streams.closing) return turnAway(socket, refusal('Unavailable', 'Restarting; please connect again.', 1));
        socket.off('error', drop);
        server.handleUpgrade(req, socket, head, (ws) => streams.open(seat, ws, watermark));
      })
      .catch((error: unknown) => {
        log.warn({ err: error }, 'a stream could not be opened');
        turnAway(socket, refusal('Unavailable', 'Please connect again.', 1));
      });
    return true;
  };
}

type Admission =
  | { readonly kind: 'admitted'; readonly seat: Seat; readonly watermark: number }
  | { readonly kind: 'refused'; readonly answer: Answer };

async function admit(
  { headers }: IncomingMessage,
  conversation: string,
  query: URLSearchParams,
  { streams, tokens, allowedOrigins, limit }: StreamUpgradeOptions,
): Promise<Admission> {
  const refused = (answer: Answer): Admission => ({ kind: 'refused', answer });
  if (!isAllowedOrigin(headers, allowedOrigins))
    return refused(refusal('Forbidden', 'This page may not use the chat.'));
  const verified = await tokens.verify('stream', query.get('t') ?? '');
  if (verified.kind === 'expired') return refused(refusal('TokenExpired', 'The stream address has expired.'));
  if (verified.kind === 'invalid' || verified.grant.conversationId !== conversation)
    return refused(refusal('Forbidden', 'The token is not for this conversation.'));
  const watermark = readWatermark(query.get('watermark') ?? '');
  if (watermark === null) return refused(refusal('BadArgument', 'The watermark is not one of ours.'));
  const taken = limit.take(conversation);
  if (taken.kind === 'limited')
    return refused(refusal('RateLimited', 'Too many connections.', taken.retryAfterSeconds));
  return { kind: 'admitted', seat: await streams.take(verified.grant.conversationId), watermark };
}

function turnAway(socket: Duplex, { status, body, retryAfterSeconds }: Answer): void {
  const text = JSON.stringify(body);
  const headers = [
    `HTTP/1.1 ${status} Refused`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    ...(retryAfterSeconds === undefined ? [] : [`Retry-After: ${retryAfterSeconds}`]),
    'Connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n${text}`);
}
