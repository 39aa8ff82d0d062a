import { createHmac } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Knobs } from '../knobs.js';

/** What came of a request to the app. `reason` is in the words of x-slack-retry-reason. */
export type Outcome =
  | { readonly kind: 'answered'; readonly body: string; readonly isJson: boolean }
  | {
      readonly kind: 'failed';
      readonly code: 'operation_timeout' | 'dispatch_failed';
      readonly reason: 'http_timeout' | 'http_error' | 'connection_failed';
      /** The app asked not to be tried again. */
      readonly isFinal: boolean;
    };

export type PostToApp = (request: {
  readonly body: string;
  readonly contentType: 'application/json' | 'application/x-www-form-urlencoded';
  readonly headers?: Readonly<Record<string, string>>;
}) => Promise<Outcome>;

/** Slack waits this long for an app. */
export const ACKNOWLEDGE_WITHIN_MS = 3_000;

/** The signature of a body sent at a moment, in Slack's scheme v0. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const signature = (secret: string, timestamp: string, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

/** Posts to the app's one address, signed as Slack signs, and waits three seconds for its acknowledgement. */
export function createPostToApp(options: {
  readonly url: string;
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly knobs: Knobs;
}): PostToApp {
  const { url, signingSecret, clock, knobs } = options;
  const failed = (reason: 'http_timeout' | 'http_error' | 'connection_failed', isFinal = false): Outcome => ({
    kind: 'failed',
    code: reason === 'http_timeout' ? 'operation_timeout' : 'dispatch_failed',
    reason,
    isFinal,
  });
  return async ({ body, contentType, headers = {} }) => {
    const timestamp = String(Math.floor(clock.now() / 1_000));
    const patience = new AbortController();
    const callOff = clock.after(ACKNOWLEDGE_WITHIN_MS, () => patience.abort());
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        redirect: 'manual',
        signal: patience.signal,
        headers: {
          'content-type': contentType,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signature(signingSecret, timestamp, body),
          ...headers,
        },
      });
      const answer = await response.text();
      if (knobs.dropAcknowledgements) return failed('http_timeout');
      if (!response.ok) return failed('http_error', response.headers.get('x-slack-no-retry') === '1');
      const isJson = response.headers.get('content-type')?.includes('application/json') ?? false;
      return { kind: 'answered', body: answer, isJson };
    } catch {
      return failed(patience.signal.aborted ? 'http_timeout' : 'connection_failed');
    } finally {
      callOff();
    }
  };
}
