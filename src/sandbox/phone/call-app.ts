import { createHmac } from 'node:crypto';

const PATIENCE_MS = 15_000;

/** Posts a form to the app, signed as Twilio signs. True when the app took it. */
export async function callApp(
  url: string,
  authToken: string,
  form: Readonly<Record<string, string>>,
): Promise<boolean> {
  const spelled = Object.keys(form)
    .sort()
    .map((name) => name + form[name])
    .join('');
  const signature = createHmac('sha1', authToken)
    .update(url + spelled)
    .digest('base64');
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'x-twilio-signature': signature },
      body: new URLSearchParams(form),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return response.ok;
  } catch {
    return false;
  }
}
