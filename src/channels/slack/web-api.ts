import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { silentLogger } from './bolt-logger.js';

/** What came of a call to Slack. */
export type Called =
  | { readonly kind: 'ok'; readonly result: Readonly<Record<string, unknown>> }
  /** Slack wants a pause. */
  | { readonly kind: 'limited'; readonly afterSeconds: number }
  /** Slack says no, by its own word for it, such as channel_not_found. */
  | { readonly kind: 'refused'; readonly error: string }
  /** The call never got there. */
  | { readonly kind: 'unreachable'; readonly error: string }
  /** It was sent and nobody knows what came of it. */
  | { readonly kind: 'unanswered'; readonly error: string };

/** Slack's Web API as one bot. */
export type WebApi = (method: string, args: Readonly<Record<string, unknown>>) => Promise<Called>;

/** Slack cannot be asked right now. Whoever needs the answer tries again. */
export class SlackUnavailable extends Error {
  override readonly name = 'SlackUnavailable';
}

/** Under the ten seconds for which the sender holds a row. */
const PATIENCE_MS = 7_000;

export function createWebApi({ token, url }: { readonly token: string; readonly url: string }): WebApi {
  const client = new webApi.WebClient(token, {
    slackApiUrl: url,
    allowAbsoluteUrls: false,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: PATIENCE_MS,
    logger: silentLogger,
  });
  return async (method, args) => {
    try {
      return { kind: 'ok', result: { ...(await client.apiCall(method, args)) } };
    } catch (error) {
      return failureOf(error);
    }
  };
}

const Coded = z.object({ code: z.string() });
const Platform = z.object({ data: z.object({ error: z.string() }) });
const Limited = z.object({ retryAfter: z.number() });
const HttpFault = z.object({ statusCode: z.int() });

function failureOf(error: unknown): Called {
  switch (Coded.safeParse(error).data?.code) {
    case 'slack_webapi_platform_error': {
      const said = Platform.parse(error).data.error;
      return said === 'ratelimited' ? { kind: 'limited', afterSeconds: 1 } : { kind: 'refused', error: said };
    }
    case 'slack_webapi_rate_limited_error':
      return { kind: 'limited', afterSeconds: Limited.parse(error).retryAfter };
    case 'slack_webapi_http_error':
      return { kind: 'unanswered', error: `HTTP ${HttpFault.parse(error).statusCode}` };
    default:
      return lineFault(error);
  }
}

/** Codes of a line that was never there. After any other one the call may have been heard. */
const NEVER_THERE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What a failed fetch says, as deep in its causes as it may be. */
export function lineFault(error: unknown): Called {
  for (let at: unknown = error; at instanceof Error; at = originOf(at)) {
    const code = 'code' in at ? String(at.code) : '';
    if (NEVER_THERE.has(code)) return { kind: 'unreachable', error: code };
  }
  return { kind: 'unanswered', error: error instanceof Error ? error.name : 'unknown' };
}

const originOf = (error: Error): unknown => error.cause ?? ('original' in error ? error.original : undefined);
