import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { until } from './until.js';

/** One call to Slack's Web API, or one answer to a response_url (method `response_url`). */
export interface SlackCall {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
}

export interface Scripted {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The line breaks after the call was heard. */
  readonly isCut?: boolean;
}

/** A Slack over real HTTP that remembers what it was told and answers as it is told to. */
export class FakeSlack {
  readonly calls: SlackCall[] = [];
  readonly #scripts = new Map<string, ((call: SlackCall) => Scripted | undefined)[]>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #stamps = 0;

  static async open(): Promise<FakeSlack> {
    const slack = new FakeSlack();
    await new Promise<void>((resolve) => slack.#server.listen(0, '127.0.0.1', resolve));
    return slack;
  }

  get origin(): string {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
    return `http://127.0.0.1:${address.port}`;
  }

  get apiUrl(): string {
    return `${this.origin}/api/`;
  }

  responseUrl(name = 'once'): string {
    return `${this.origin}/respond/${name}`;
  }

  /** Answers the next call of a method like this; undefined leaves it to the usual answer. */
  next(method: string, script: (call: SlackCall) => Scripted | undefined): void {
    this.#scripts.set(method, [...(this.#scripts.get(method) ?? []), script]);
  }

  /** Answers each call of a method like this. */
  always(method: string, body: unknown): void {
    this.#scripts.set(
      method,
      Array.from({ length: 1_000 }, () => () => ({ body })),
    );
  }

  of(method: string): readonly SlackCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** The texts people were shown, in order. */
  get texts(): readonly string[] {
    return this.calls.map(({ args }) => String(args.text ?? ''));
  }

  /** Waits until so many calls of a method have come. */
  async heard(method: string, count = 1): Promise<readonly SlackCall[]> {
    return until(`${method} was called ${count} times`, () => this.of(method).length >= count && this.of(method));
  }

  /** Waits for the call of a method that shows this: what an earlier deed had said may still be on its way. */
  async showing(method: string, shown: string): Promise<SlackCall> {
    const isIt = ({ args }: SlackCall) => JSON.stringify(args).includes(shown);
    return until(`${method} was called with ${shown}`, () => this.of(method).find(isIt));
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const path = request.url ?? '';
    const body = Buffer.concat(chunks).toString();
    const isAnswer = path.startsWith('/respond/');
    const method = isAnswer ? 'response_url' : path.slice('/api/'.length);
    const call = { method, args: isAnswer ? JSON.parse(body) : readForm(body) };
    this.calls.push(call);
    const scripted = this.#scripts.get(method)?.shift()?.(call);
    if (scripted?.isCut) return void request.socket.destroy();
    response.writeHead(scripted?.status ?? 200, { 'content-type': 'application/json', ...scripted?.headers });
    response.end(JSON.stringify(scripted?.body ?? this.#usual(call)));
  }

  #usual({ method, args }: SlackCall): unknown {
    if (method !== 'chat.postMessage') return { ok: true };
    this.#stamps += 1;
    return { ok: true, channel: args.channel, ts: `1795770000.${String(this.#stamps).padStart(6, '0')}` };
  }
}

/** Slack's calls are forms in which what is not text is JSON. */
const readForm = (body: string): Record<string, unknown> =>
  Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [key, /^[[{]/.test(value) ? JSON.parse(value) : value]),
  );
