import type { Claimed } from '../../store/outbox.js';
import type { Post } from './posts.js';
import { type Called, lineFault } from './web-api.js';

/** Slack takes answers for half an hour; the last minute is left to clocks that differ. */
const VALID_MS = 29 * 60_000;
const PATIENCE_MS = 7_000;

/**
 * Answers a command or a press where Slack asked to be answered. `refused` once Slack takes no more there, and for an
 * address that is not Slack's: what is posted goes nowhere else, and no redirect is followed.
 */
export async function answerAt(
  { url, replaces, message }: Extract<Post, { method: 'response_url' }>,
  { madeAt }: Claimed,
  hosts: readonly string[],
): Promise<Called> {
  if (!hosts.includes(new URL(url).origin)) return { kind: 'refused', error: 'not an address of Slack' };
  if (Date.now() - Date.parse(madeAt) > VALID_MS) return { kind: 'refused', error: 'too late' };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...message,
        ...(replaces ? { replace_original: true } : { response_type: 'ephemeral', replace_original: false }),
      }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return outcomeOf(response, await response.text());
  } catch (error) {
    return lineFault(error);
  }
}

function outcomeOf(response: Response, body: string): Called {
  if (response.ok) return { kind: 'ok', result: {} };
  if (response.status === 429)
    return { kind: 'limited', afterSeconds: Number(response.headers.get('retry-after') ?? 1) || 1 };
  if (response.status >= 500) return { kind: 'unanswered', error: `HTTP ${response.status}` };
  return { kind: 'refused', error: body.includes('invalid_blocks') ? 'invalid_blocks' : `HTTP ${response.status}` };
}
