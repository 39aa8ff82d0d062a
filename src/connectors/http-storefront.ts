import { z } from 'zod';
import type { ShopAnswer } from '../store/shop-requests.js';
import type { OutgoingRequest, ShopConnector, Unavailable } from './shop-connector.js';

export interface HttpStorefrontOptions {
  /** Everything is below it: `https://shop.example/api`. */
  readonly url: string;
  readonly token: string;
  /** How long one answer may take. Less than an outbox row stays claimed. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 5_000;
const MOST_BYTES = 64 * 1024;

const Receipt = z.object({ receipt: z.string().min(1).max(200) });
const Refusal = z.object({ reason: z.string().min(1).max(500) });
const Found = z.discriminatedUnion('outcome', [
  Receipt.extend({ outcome: z.literal('confirmed') }),
  Refusal.extend({ outcome: z.literal('refused') }),
]);

/**
 * A shop that speaks the contract of docs/connector.md. A refusal is only what the shop itself gives a reason for:
 * anything else that goes wrong (no answer, 5xx, a wrong token, a page that is not the shop's) is `unavailable`.
 */
export function createHttpStorefront({ url, token, timeoutMs = TIMEOUT_MS }: HttpStorefrontOptions): ShopConnector {
  const base = url.replace(/\/+$/, '');

  async function send(path: string, init: RequestInit = {}): Promise<Reply | Unavailable> {
    try {
      const response = await fetch(`${base}${path}`, {
        ...init,
        headers: { ...init.headers, Authorization: `Bearer ${token}`, Accept: 'application/json' },
        // a redirect could carry the token and the order elsewhere
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      return { kind: 'reply', status: response.status, body: await readJson(response), wait: retryAfter(response) };
    } catch (error) {
      return unavailable(error instanceof Error ? `${error.name}: ${causeOf(error)}` : 'no answer');
    }
  }

  return {
    async carryOut({ kind, orderNumber, about, key }: OutgoingRequest) {
      const reply = await send('/requests', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify({ kind, orderNumber, about }),
      });
      return reply.kind === 'reply' ? answerOf(reply) : reply;
    },
    async lookUp(key) {
      const reply = await send(`/requests/${encodeURIComponent(key)}`);
      if (reply.kind === 'unavailable') return reply;
      const found = Found.safeParse(reply.body);
      if (reply.status === 200 && found.success)
        return found.data.outcome === 'confirmed'
          ? { kind: 'confirmed', receipt: found.data.receipt }
          : { kind: 'refused', reason: found.data.reason };
      const isUnknown = reply.status === 404 && Refusal.safeParse(reply.body).data?.reason === 'unknown_key';
      return isUnknown ? { kind: 'unknown' } : notUnderstood(reply);
    },
  };
}

interface Reply {
  readonly kind: 'reply';
  readonly status: number;
  readonly body: unknown;
  readonly wait: number | null;
}

/** The statuses by which a shop refuses; with them it must give a reason. */
const REFUSING: ReadonlySet<number> = new Set([400, 404, 409, 410, 422]);

function answerOf(reply: Reply): ShopAnswer | Unavailable {
  const receipt = Receipt.safeParse(reply.body);
  if ((reply.status === 200 || reply.status === 201) && receipt.success)
    return { kind: 'confirmed', receipt: receipt.data.receipt };
  const refusal = Refusal.safeParse(reply.body);
  if (REFUSING.has(reply.status) && refusal.success) return { kind: 'refused', reason: refusal.data.reason };
  return notUnderstood(reply);
}

const unavailable = (error: string, afterSeconds: number | null = null): Unavailable => ({
  kind: 'unavailable',
  afterSeconds,
  error,
});

const notUnderstood = ({ status, wait }: Reply): Unavailable => unavailable(`the shop answered ${status}`, wait);

/** Seconds or a date; an answer that is neither asks for nothing. */
function retryAfter(response: Response): number | null {
  const given = response.headers.get('retry-after');
  if (given === null) return null;
  const seconds = /^\d+$/.test(given) ? Number(given) : (Date.parse(given) - Date.now()) / 1_000;
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : null;
}

/** The body if it is JSON and not too long; null otherwise. */
async function readJson(response: Response): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}

const causeOf = (error: Error): string =>
  error.cause instanceof Error && 'code' in error.cause ? String(error.cause.code) : error.message;
