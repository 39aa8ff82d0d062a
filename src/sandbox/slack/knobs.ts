import { z } from 'zod';

/** What can be made to go wrong, to see what the app does then. */
export const Knobs = z.object({
  /** Every event arrives twice. */
  deliverTwice: z.boolean(),
  /** What the app acknowledges counts as not acknowledged. */
  dropAcknowledgements: z.boolean(),
  /** Slack itself is away: no call is answered, nothing is delivered. */
  down: z.boolean(),
  /** The next `times` calls of a Web API method are refused with Retry-After. */
  rateLimit: z.object({
    method: z.string().max(80),
    retryAfterSeconds: z.int().min(1).max(600),
    times: z.int().min(0).max(1_000),
  }),
});
export type Knobs = z.infer<typeof Knobs>;

export const allWell = (): Knobs => ({
  deliverTwice: false,
  dropAcknowledgements: false,
  down: false,
  rateLimit: { method: 'chat.postMessage', retryAfterSeconds: 5, times: 0 },
});
