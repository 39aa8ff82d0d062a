import { createHmac, timingSafeEqual } from 'node:crypto';

/** Form parameters; one given several times has a list. */
export type FormParameters = Readonly<Record<string, string | readonly string[]>>;

/**
 * What Twilio writes into X-Twilio-Signature: HMAC-SHA1 over the whole address as it is configured at Twilio, then every
 * parameter, whichever there are, by name: name and value; of several values each different one once, sorted
 * (https://www.twilio.com/docs/usage/security). It holds no time: a replay is recognised by its MessageSid.
 */
export function twilioSignature(authToken: string, url: string, parameters: FormParameters): string {
  const spelled = Object.keys(parameters)
    .sort()
    .flatMap((name) => valuesOf(parameters[name]).map((value) => name + value))
    .join('');
  return createHmac('sha1', authToken)
    .update(url + spelled, 'utf8')
    .digest('base64');
}

const valuesOf = (value: string | readonly string[] | undefined): string[] =>
  typeof value === 'string' ? [value] : [...new Set(value)].sort();

/**
 * Whether a signature is the right one, told in a time that says nothing of how much of it is right. Twilio signs some
 * requests with the standard port written out, as its own library knows.
 */
export function isSignedByTwilio(
  given: string | undefined,
  authToken: string,
  url: string,
  parameters: FormParameters,
): boolean {
  if (given === undefined) return false;
  const said = Buffer.from(given);
  return [url, withPort(url)].some((address) => {
    const expected = Buffer.from(twilioSignature(authToken, address, parameters));
    return said.length === expected.length && timingSafeEqual(said, expected);
  });
}

function withPort(url: string): string {
  const { protocol, port } = new URL(url);
  return port === '' ? url.replace(/^(https?:\/\/[^/?#]+)/, `$1:${protocol === 'https:' ? 443 : 80}`) : url;
}
