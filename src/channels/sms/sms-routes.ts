import express, { type Request, Router } from 'express';
import { z } from 'zod';
import type { Log } from '../../conversation/log.js';
import { businessNow } from '../../store/clock.js';
import { recordConsent } from '../../store/sms-consents.js';
import { findText, noteText } from '../../store/sms-texts.js';
import { createRateLimit } from '../web/rate-limit.js';
import { receiveText, type TextReceiver } from './receive-text.js';
import { INCOMING_PATH, STATUS_PATH } from './sms-paths.js';
import type { SmsProvider } from './sms-provider.js';
import type { FormParameters } from './twilio-signature.js';

export interface SmsRoutesOptions extends TextReceiver {
  readonly provider: SmsProvider;
  readonly publicUrl: string;
  readonly textsPerMinute: number;
  readonly log: Log;
}

/** Says that the text was taken, and nothing more: answers go out by themselves. */
const TAKEN = '<?xml version="1.0" encoding="UTF-8"?><Response/>';

const Query = z.object({ text: z.coerce.number().int().positive() });

/** Where texts and news of ours come in. Nothing is read before its signature has shown that it is from the provider. */
export function smsRoutes(options: SmsRoutesOptions): Router {
  const { sql, provider, publicUrl, log } = options;
  const limit = createRateLimit({ perMinute: options.textsPerMinute, burst: options.textsPerMinute });
  const router = Router();
  const form = express.text({ type: 'application/x-www-form-urlencoded', limit: '64kb' });

  function genuine(request: Request): FormParameters | null {
    const parameters = readForm(typeof request.body === 'string' ? request.body : '');
    // the address as the provider was given it: what the request says of its host proves nothing
    const url = publicUrl + request.originalUrl;
    return provider.isGenuine(request.get(provider.signatureHeader), url, parameters) ? parameters : null;
  }

  router.post(INCOMING_PATH, form, async (request, response) => {
    const parameters = genuine(request);
    if (!parameters) return void response.status(403).end();
    const text = provider.readIncoming(parameters);
    if (text) {
      if (limit.take(text.from).kind === 'limited') {
        log.warn({ text: text.id }, 'too many texts from one number; this one is not taken');
        return void response.status(429).end();
      }
      await receiveText(text, options);
    } else log.warn({}, 'something came in that is no text from a telephone');
    response.type('text/xml').send(TAKEN);
  });

  router.post(STATUS_PATH, form, async (request, response) => {
    const parameters = genuine(request);
    if (!parameters) return void response.status(403).end();
    const report = provider.readReport(parameters);
    const query = Query.safeParse(request.query);
    const text = query.success ? await findText(sql, query.data.text) : null;
    if (report && text && (text.providerId === null || text.providerId === report.providerId)) {
      await noteText(sql, text.id, report);
      if (report.isOptOut)
        await recordConsent(sql, {
          phone: text.phone,
          granted: false,
          words: null,
          source: 'provider',
          externalId: `text:${text.id}`,
          at: await businessNow(sql),
        });
    }
    response.status(204).end();
  });
  return router;
}

/** A form's parameters, whichever there are; one given several times has them all. */
function readForm(body: string): FormParameters {
  const parameters = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : [before, value].flat());
  }
  return Object.fromEntries(parameters);
}
