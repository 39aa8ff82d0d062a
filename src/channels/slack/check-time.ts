import type { RequestHandler } from 'express';

/** Slack's own bound (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
const MOST_SECONDS = 300;

/**
 * Refuses a request whose time is more than five minutes from ours, in either direction: Bolt refuses old ones alone, and
 * a time in the future would let a request be replayed until then. The signature, which covers the time, is Bolt's affair.
 */
export const refuseOtherTimes: RequestHandler = (request, response, next) => {
  const header = request.get('x-slack-request-timestamp') ?? '';
  const away = Math.abs(Date.now() / 1_000 - Number(header));
  if (/^\d{1,12}$/.test(header) && away <= MOST_SECONDS) next();
  else response.status(401).end();
};
