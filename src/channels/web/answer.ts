import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Log } from '../../conversation/log.js';
import { within } from '../../store/deadline.js';

/** The error codes of the Direct Line routes, each with its HTTP status. */
const STATUS = {
  BadArgument: 400,
  Forbidden: 403,
  TokenExpired: 403,
  NotFound: 404,
  TooLarge: 413,
  RateLimited: 429,
  Unavailable: 503,
} as const;

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly retryAfterSeconds?: number;
}

/** A refusal in Direct Line's form: `{ error: { code, message } }`. */
export function refusal(code: keyof typeof STATUS, message: string, retryAfterSeconds?: number): Answer {
  return {
    status: STATUS[code],
    body: { error: { code, message } },
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
}

export function send(res: Response, { status, body, retryAfterSeconds }: Answer): void {
  if (retryAfterSeconds !== undefined) res.set('retry-after', String(retryAfterSeconds));
  res.status(status).json(body);
}

/** A request is answered within this time, if need be with "try again". */
const PATIENCE_MS = 4_500;

/** A route that answers with what `handler` returns; what it throws goes to `answerErrors`. */
export function answerWith(handler: (req: Request) => Promise<Answer>): RequestHandler {
  return async (req, res) => send(res, await within(PATIENCE_MS, handler(req)));
}

/** How Express and its body parser mark what the caller got wrong. */
const Unreadable = z.object({ status: z.int().min(400).max(499) });

/** Answers what was thrown: a request that cannot be read is the caller's fault, anything else is an outage to try again. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const unreadable = Unreadable.safeParse(error);
    if (unreadable.success) {
      send(
        res,
        unreadable.data.status === 413
          ? refusal('TooLarge', 'The request is larger than 64 KB.')
          : refusal('BadArgument', 'The request is not readable JSON.'),
      );
      return;
    }
    log.error({ err: error, method: req.method }, 'a web chat request failed');
    send(res, refusal('Unavailable', 'Please try again in a moment.', 2));
  };
}
