import type { WebSocket } from 'ws';
import type { Log } from '../../conversation/log.js';
import type { ConversationId } from '../../domain/kernel/ids.js';
import type { Sql } from '../../store/connect.js';
import { traceOf } from './answer.js';
import { type Notice, publish, subscribe } from './notices.js';
import { Stream } from './stream.js';

/** Proxies and browsers give up on a line that is silent for longer. */
const KEEP_ALIVE_MS = 15_000;
/** How long clients may take to close before their sockets are cut. */
const CLOSING_MS = 1_000;

export interface StreamsOptions {
  readonly sql: Sql;
  readonly assistantName: string;
  readonly log: Log;
}

/** The open sockets of this process, at most one a conversation, and the line on which processes tell each other. */
export class Streams {
  readonly #open = new Map<ConversationId, Stream>();
  readonly #sockets = new Set<WebSocket>();
  #unsubscribe: (() => Promise<void>) | undefined;
  #keepAlive: NodeJS.Timeout | undefined;
  #closing = false;

  constructor(private readonly options: StreamsOptions) {}

  get closing(): boolean {
    return this.#closing;
  }

  async start(): Promise<void> {
    this.#unsubscribe = await subscribe(this.options.sql, {
      heard: (notice) => this.#heard(notice),
      listening: () => this.#catchUp(),
    });
    this.#keepAlive = setInterval(() => {
      for (const stream of this.#open.values()) stream.keepAlive();
    }, KEEP_ALIVE_MS);
  }

  /** Serves a conversation on this socket from `watermark` on. An older socket of it closes, here or elsewhere. */
  add(socket: WebSocket, conversationId: ConversationId, watermark: number): void {
    const { sql, assistantName, log } = this.options;
    const stream = new Stream({
      sql,
      socket,
      conversationId,
      assistantName,
      watermark,
      onFailure: (error) => log.warn({ ...traceOf(error), conversation: conversationId }, 'a stream could not be read'),
    });
    this.#sockets.add(socket);
    this.#open.get(conversationId)?.collide();
    this.#open.set(conversationId, stream);
    socket.on('error', () => stream.terminate());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      if (this.#open.get(conversationId) === stream) this.#open.delete(conversationId);
    });
    this.tell([{ kind: 'taken', conversationId, by: stream.id }]);
    stream.wake();
  }

  /** Tells every process. What is missed is read with the next notice, so a failure is only logged. */
  tell(notices: readonly Notice[]): void {
    publish(this.options.sql, notices).catch((error: unknown) =>
      this.options.log.warn(traceOf(error), 'other processes could not be told'),
    );
  }

  /** Closes every socket and stops listening. Resolves when all are gone. */
  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#keepAlive);
    const gone = [...this.#sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const stream of this.#open.values()) stream.goAway();
    const cut = setTimeout(() => {
      for (const socket of this.#sockets) socket.terminate();
    }, CLOSING_MS);
    await Promise.all(gone);
    clearTimeout(cut);
    await this.#unsubscribe?.();
  }

  #heard(notice: Notice): void {
    const stream = this.#open.get(notice.conversationId);
    if (!stream) return;
    switch (notice.kind) {
      case 'rows':
        stream.wake();
        break;
      case 'typing':
        stream.showTyping();
        break;
      case 'taken':
        // all processes hear in one order: whoever was heard of last stays
        if (notice.by === stream.id) stream.announced = true;
        else if (stream.announced) stream.collide();
    }
  }

  /** The line was down: whatever was said meanwhile is read now, and all that is open counts as heard of. */
  #catchUp(): void {
    for (const stream of this.#open.values()) {
      stream.announced = true;
      stream.wake();
    }
  }
}
