import { createHmac } from 'node:crypto';

/** Gives a mail to the app, as a mail server's forwarder does. True when it was taken. */
export type GiveMail = (raw: string) => Promise<boolean>;

const PATIENCE_MS = 15_000;

/** Posts raw mails to the app's webhook, signed with the secret it knows the forwarder by, at this moment of real time. */
export const createGiveMail =
  ({ url, secret }: { readonly url: string; readonly secret: string }): GiveMail =>
  async (raw) => {
    const at = Math.floor(Date.now() / 1_000);
    const v1 = createHmac('sha256', secret).update(`${at}.${raw}`).digest('hex');
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'message/rfc822', 'x-mail-signature': `t=${at},v1=${v1}` },
        body: raw,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return response.ok;
    } catch {
      return false;
    }
  };
