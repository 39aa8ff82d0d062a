import { z } from 'zod';
import { type Handed, type SmsProvider, TEXT_STATES } from './sms-provider.js';
import { isSignedByTwilio } from './twilio-signature.js';

export interface TwilioSettings {
  readonly accountSid: string;
  readonly authToken: string;
  /** Our number. */
  readonly from: string;
  /** Another than Twilio's own only for the stand-in. */
  readonly apiUrl?: string;
}

/** Shorter than a sender's claim on a row, so that no row is sent by two. */
const PATIENCE_MS = 8_000;
const PAUSE_SECONDS = 5;
/** The recipient has opted out: https://www.twilio.com/docs/api/errors/21610 */
const OPTED_OUT = '21610';

const Created = z.object({ sid: z.string().min(1) });
const Fault = z.object({ code: z.number() });

/** E.164. */
const Phone = z.string().regex(/^\+[1-9][0-9]{6,14}$/);
/** PostgreSQL keeps neither NUL nor half a character pair. */
const Body = z.string().transform((text) => text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '\uFFFD'));
const Incoming = z.object({
  MessageSid: z.string().min(1).max(64),
  From: Phone,
  To: Phone,
  Body: Body.default(''),
  NumMedia: z.coerce.number().int().min(0).catch(0),
  OptOutType: z
    .string()
    .toLowerCase()
    .pipe(z.enum(['stop', 'start', 'help']))
    .nullable()
    .catch(null),
});
const Report = z.object({
  MessageSid: z.string().min(1).max(64),
  MessageStatus: z.preprocess((state) => (state === 'accepted' ? 'queued' : state), z.enum(TEXT_STATES)),
  ErrorCode: z.string().max(16).nullable().default(null),
});

/** Twilio's Programmable Messaging, over its REST API and signed webhooks. */
export function createTwilio({
  accountSid,
  authToken,
  from,
  apiUrl = 'https://api.twilio.com',
}: TwilioSettings): SmsProvider {
  const messages = `${apiUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`;
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return {
    name: 'Twilio',
    signatureHeader: 'x-twilio-signature',
    async send({ to, text, statusUrl }) {
      const body = new URLSearchParams({ To: to, From: from, Body: text, StatusCallback: statusUrl });
      try {
        const response = await fetch(messages, {
          method: 'POST',
          headers: { authorization },
          body,
          redirect: 'error',
          signal: AbortSignal.timeout(PATIENCE_MS),
        });
        return await readAnswer(response);
      } catch (error) {
        return wasNeverSent(error)
          ? { kind: 'later', afterSeconds: PAUSE_SECONDS, error: 'Twilio cannot be reached' }
          : { kind: 'unanswered', error: 'Twilio did not answer' };
      }
    },
    isGenuine: (signature, url, parameters) => isSignedByTwilio(signature, authToken, url, parameters),
    readIncoming(parameters) {
      const read = Incoming.safeParse(parameters);
      if (!read.success) return null;
      const { MessageSid, From, To, Body: text, NumMedia, OptOutType } = read.data;
      return { id: MessageSid, from: From, to: To, text: text.trim(), pictures: NumMedia, answeredAs: OptOutType };
    },
    readReport(parameters) {
      const read = Report.safeParse(parameters);
      if (!read.success) return null;
      const { MessageSid, MessageStatus, ErrorCode } = read.data;
      return { providerId: MessageSid, state: MessageStatus, errorCode: ErrorCode, isOptOut: ErrorCode === OPTED_OUT };
    },
  };
}

async function readAnswer(response: Response): Promise<Handed> {
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const created = Created.safeParse(body);
    return created.success
      ? { kind: 'taken', providerId: created.data.sid }
      : { kind: 'unanswered', error: 'Twilio took a text without naming it' };
  }
  if (response.status === 429 || response.status >= 500) {
    const wanted = Number(response.headers.get('retry-after'));
    return {
      kind: 'later',
      afterSeconds: Math.max(wanted || 0, PAUSE_SECONDS),
      error: `Twilio answered ${response.status}`,
    };
  }
  const code = String(Fault.safeParse(body).data?.code ?? response.status);
  return code === OPTED_OUT ? { kind: 'opted_out' } : { kind: 'refused', code };
}

/** The connection was never made, so nothing went out. */
function wasNeverSent(error: unknown): boolean {
  const code = (error as { cause?: { code?: string } }).cause?.code;
  return code !== undefined && ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code);
}
