import express, { type ErrorRequestHandler, type Response, Router } from 'express';
import type { Log } from '../../conversation/log.js';
import type { Sql } from '../../store/connect.js';
import { storeInboundMail } from '../../store/inbound-mails.js';
import { checkMailSignature, SIGNATURE_HEADER } from './mail-signature.js';
import { readMime } from './read-mime.js';
import type { ReplyAddresses } from './reply-address.js';

/** Where the shop's mail service posts what comes in. */
export const INCOMING_MAIL_PATH = '/mail/incoming';

const LARGEST_MAIL = 10 * 1024 * 1024;

const REFUSALS = {
  missing: `The request bears no ${SIGNATURE_HEADER}.`,
  malformed: `${SIGNATURE_HEADER} is not of the form t=<unix seconds>,v1=<64 hex digits>.`,
  wrong: `${SIGNATURE_HEADER} does not fit the body: is MAIL_INCOMING_SECRET the same on both sides, and the body unchanged?`,
  stale: `${SIGNATURE_HEADER} is older than five minutes, or ahead of time. Sign each request as it is sent.`,
} as const;

const refuse = (response: Response, status: number, code: string, message: string): void =>
  void response.status(status).json({ error: { code, message } });

export interface MailReceiver {
  readonly sql: Sql;
  /** Shared with the mail service. */
  readonly secret: string;
  readonly replies: ReplyAddresses;
  readonly log: Log;
  /** Something was stored: its job waits. */
  wake(): void;
}

/**
 * Where mail comes in, as raw MIME. Nothing of it is read before its signature has shown who posted it, and it is
 * acknowledged only when it is stored. A mail that comes again is acknowledged and does nothing.
 */
export function receiveMail({ sql, secret, replies, log, wake }: MailReceiver): Router {
  const router = Router();
  const raw = express.raw({ type: 'message/rfc822', limit: LARGEST_MAIL, inflate: false });
  router.post(INCOMING_MAIL_PATH, raw, async (request, response) => {
    if (!request.is('message/rfc822'))
      return refuse(response, 415, 'NotAMail', 'Post the raw mail as Content-Type: message/rfc822.');
    if (!Buffer.isBuffer(request.body) || request.body.length === 0)
      return refuse(response, 400, 'Empty', 'The request has no body: post the raw mail.');
    const checked = checkMailSignature(request.get(SIGNATURE_HEADER), {
      secret,
      body: request.body,
      seconds: Math.floor(Date.now() / 1000),
    });
    if (checked.kind === 'refused') {
      log.warn({ because: checked.because }, 'a mail was refused: its signature does not show who posted it');
      return refuse(response, 401, 'BadSignature', REFUSALS[checked.because]);
    }
    const stored = await storeInboundMail(sql, await readMime(request.body, replies));
    if (stored === 'stored') wake();
    response.status(204).end();
  });
  const tooLarge: ErrorRequestHandler = (error, _request, response, next) => {
    if (error?.type === 'entity.too.large') refuse(response, 413, 'TooLarge', 'A mail may have 10 MB at most.');
    else if (error?.type === 'encoding.unsupported')
      refuse(response, 415, 'Compressed', 'Post the mail as it is, without Content-Encoding.');
    else next(error);
  };
  router.use(INCOMING_MAIL_PATH, tooLarge);
  return router;
}
