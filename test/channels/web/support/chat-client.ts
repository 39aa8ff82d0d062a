import { randomInt } from 'node:crypto';
import { WebSocket } from 'ws';

export interface WireActivity {
  readonly id: string;
  readonly type: string;
  readonly text?: string;
  readonly timestamp?: string;
  readonly from: { readonly id: string; readonly name?: string; readonly role?: string };
  readonly channelData?: Record<string, unknown>;
}

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly [key: string]: unknown;
    readonly error?: { readonly code: string; readonly message: string };
  };
}

/** One HTTP call below a Direct Line base address. An object is sent as JSON, a string as it is. */
export async function call(
  domain: string,
  method: string,
  path: string,
  { token, body, headers }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Called> {
  const response = await fetch(domain + path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
}

export interface Session {
  readonly conversationId: string;
  readonly token: string;
  readonly resume: string;
}

export const anyAddress = (): string => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

/** Asks for a token, each time from another address: how many one address gets is limited. */
export async function generate(domain: string, body: object = {}): Promise<Session> {
  const headers = { 'x-forwarded-for': anyAddress() };
  const { body: session } = await call(domain, 'POST', '/tokens/generate', { body, headers });
  return session as unknown as Session;
}

/** Starts the session's conversation and returns the address of its stream. */
export async function start(domain: string, { token }: Session): Promise<string> {
  const { body } = await call(domain, 'POST', '/conversations', { token, body: {} });
  return body.streamUrl as string;
}

export function post(domain: string, { conversationId, token }: Session, activity: object): Promise<Called> {
  return call(domain, 'POST', `/conversations/${conversationId}/activities`, { token, body: activity });
}

/** Collects what arrives and lets a test wait for a state of the collection rather than for time to pass. */
export class Arrivals<Item> {
  readonly items: Item[] = [];
  readonly #waiting = new Set<() => void>();

  readonly add = (item: Item): void => {
    this.items.push(item);
    for (const look of this.#waiting) look();
  };

  /** Resolves as soon as `holds` is true of everything that has arrived. */
  until(holds: (items: readonly Item[]) => boolean): Promise<readonly Item[]> {
    return new Promise((resolve) => {
      const look = () => {
        if (!holds(this.items)) return;
        this.#waiting.delete(look);
        resolve(this.items);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

export interface OpenStream {
  readonly socket: WebSocket;
  /** Every activity, in order of arrival. */
  readonly activities: Arrivals<WireActivity>;
  /** Every frame's text, keepalives too. */
  readonly frames: Arrivals<string>;
  watermark(): string;
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

/** Opens a stream; rejects with the HTTP status when it is refused. */
export function openStream(
  url: string,
  headers: Record<string, string> = {},
  options: { readonly autoPong?: boolean } = {},
): Promise<OpenStream> {
  const socket = new WebSocket(url, { headers, ...options });
  const activities = new Arrivals<WireActivity>();
  const frames = new Arrivals<string>();
  let watermark = '';
  socket.on('message', (data) => {
    const frame = data.toString();
    const set = frame === '' ? { activities: [] } : JSON.parse(frame);
    watermark = set.watermark ?? watermark;
    for (const activity of set.activities) activities.add(activity);
    frames.add(frame);
  });
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  return new Promise((resolve, reject) => {
    socket.on('unexpected-response', (_req, response) => {
      reject(new Error(`refused with ${response.statusCode}`));
      response.resume();
    });
    socket.on('error', reject);
    socket.on('open', () => resolve({ socket, activities, frames, watermark: () => watermark, closed }));
  });
}

export const texts = (activities: readonly WireActivity[]): string[] =>
  activities.filter(({ type }) => type === 'message').map(({ text = '' }) => text);
