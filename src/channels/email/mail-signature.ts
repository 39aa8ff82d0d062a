import { createHmac, timingSafeEqual } from 'node:crypto';

/** The header that shows that a mail was posted by the shop's mail service. */
export const SIGNATURE_HEADER = 'X-Mail-Signature';

/** A request signed longer ago than this, or for later, is not taken. */
const TOLERANCE_SECONDS = 300;

const SIGNED = /^\s*t=(\d{1,12})\s*,\s*v1=([0-9a-f]{64})\s*$/i;

const macOf = (secret: string, seconds: string, body: Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`${seconds}.`).update(body).digest();

/** `t=<unix seconds>,v1=<hex HMAC-SHA256 over "<t>.<raw body>">` */
export const signMail = (secret: string, body: Uint8Array, seconds: number): string =>
  `t=${seconds},v1=${macOf(secret, String(seconds), body).toString('hex')}`;

export type SignatureCheck =
  | { readonly kind: 'genuine' }
  | { readonly kind: 'refused'; readonly because: 'missing' | 'malformed' | 'stale' | 'wrong' };

/** Whether a body was signed with the secret, lately. `seconds`: the time it is, in Unix seconds. */
export function checkMailSignature(
  header: string | undefined,
  { secret, body, seconds }: { secret: string; body: Uint8Array; seconds: number },
): SignatureCheck {
  if (header === undefined) return { kind: 'refused', because: 'missing' };
  const [, signedAt, given = ''] = SIGNED.exec(header) ?? [];
  if (signedAt === undefined) return { kind: 'refused', because: 'malformed' };
  if (!timingSafeEqual(Buffer.from(given, 'hex'), macOf(secret, signedAt, body)))
    return { kind: 'refused', because: 'wrong' };
  return Math.abs(seconds - Number(signedAt)) <= TOLERANCE_SECONDS
    ? { kind: 'genuine' }
    : { kind: 'refused', because: 'stale' };
}
