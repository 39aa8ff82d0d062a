import { fieldsOf, textOf } from './read-json.js';

/** A token for one conversation, and the longer-lived word that brings the conversation back after a reload. */
export interface Grant {
  readonly conversationId: string;
  readonly token: string;
  readonly resume: string;
}

/** What a call came to. `later`: an outage or too many calls; try again, after `afterMillis` if the server said so. */
export type ApiResult<Value> =
  | { readonly kind: 'ok'; readonly value: Value }
  | { readonly kind: 'expired' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'later'; readonly afterMillis?: number };

/** Whom a new token is for: a signed-in shopper, an earlier conversation, or a visitor. */
export type TokenRequest = { readonly userToken: string } | { readonly resume: string } | Record<string, never>;

const patienceMillis = 15_000;
const base = '/v3/directline';

export function generateToken(request: TokenRequest): Promise<ApiResult<Grant>> {
  return call('POST', '/tokens/generate', undefined, request, readGrant);
}

/** A new token for the same conversation; the server may leave the resume word as it was. */
export function refreshToken(grant: Grant): Promise<ApiResult<Grant>> {
  return call('POST', '/tokens/refresh', grant.token, {}, (body) =>
    readGrant({ resume: grant.resume, ...fieldsOf(body) }),
  );
}

/** Starts the token's conversation; the value is the address of its stream. */
export function startConversation(grant: Grant): Promise<ApiResult<string>> {
  return call('POST', '/conversations', grant.token, {}, readStreamUrl);
}

/** Comes back to a conversation; its stream replays everything after `watermark` (empty: from the beginning). */
export function reopenConversation(grant: Grant, watermark: string): Promise<ApiResult<string>> {
  const path = `/conversations/${encodeURIComponent(grant.conversationId)}?watermark=${encodeURIComponent(watermark)}`;
  return call('GET', path, grant.token, undefined, readStreamUrl);
}

/** Sends one activity; the value is the id the server gave it. */
export function postActivity(grant: Grant, activity: object): Promise<ApiResult<string>> {
  const path = `/conversations/${encodeURIComponent(grant.conversationId)}/activities`;
  return call('POST', path, grant.token, activity, (body) => textOf(fieldsOf(body).id));
}

async function call<Value>(
  method: string,
  path: string,
  token: string | undefined,
  body: object | undefined,
  read: (body: unknown) => Value | undefined,
): Promise<ApiResult<Value>> {
  let status: number;
  let answer: unknown;
  let retryAfter: string | null;
  try {
    const response = await fetch(base + path, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      signal: AbortSignal.timeout(patienceMillis),
      ...(body && { body: JSON.stringify(body) }),
    });
    status = response.status;
    retryAfter = response.headers.get('retry-after');
    answer = await response.json().catch(() => undefined);
  } catch {
    return { kind: 'later' };
  }
  if (status < 300) {
    const value = read(answer);
    return value === undefined ? { kind: 'later' } : { kind: 'ok', value };
  }
  if (status === 401 || (status === 403 && fieldsOf(fieldsOf(answer).error).code === 'TokenExpired'))
    return { kind: 'expired' };
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(retryAfter);
    return { kind: 'later', ...(seconds > 0 && { afterMillis: seconds * 1000 }) };
  }
  return { kind: 'refused' };
}

function readGrant(body: unknown): Grant | undefined {
  const fields = fieldsOf(body);
  const conversationId = textOf(fields.conversationId);
  const token = textOf(fields.token);
  const resume = textOf(fields.resume);
  return conversationId && token && resume ? { conversationId, token, resume } : undefined;
}

function readStreamUrl(body: unknown): string | undefined {
  return textOf(fieldsOf(body).streamUrl);
}
