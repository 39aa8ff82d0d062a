import type { WebSocket } from 'ws';
import type { Sql } from '../../store/connect.js';
import { within } from '../../store/deadline.js';
import { messagesAfter } from '../../store/messages.js';
import { type ActivitySet, activitySet, typingSet, type WireContext } from './activity-set.js';

export interface StreamOptions extends WireContext {
  readonly sql: Sql;
  readonly socket: WebSocket;
  /** The seq after which the client wants everything. */
  readonly watermark: number;
  /** Reading failed; it is tried again in a moment. */
  onFailure(error: unknown): void;
}

const PAGE = 200;
const PATIENCE_MS = 5_000;
const RETRY_MS = 1_000;

/** WebSocket close codes of RFC 6455. */
const NORMAL = 1000;
const GOING_AWAY = 1001;

/** One open WebSocket: reads the transcript from its watermark on whenever it is woken. */
export class Stream {
  /** Settles when the socket is gone. */
  readonly closed: Promise<void>;
  #seq: number;
  #due = false;
  #reading = false;
  #answersPings = true;

  constructor(private readonly options: StreamOptions) {
    this.#seq = options.watermark;
    this.closed = new Promise((resolve) => options.socket.once('close', () => resolve()));
    options.socket.on('error', () => this.terminate());
    options.socket.on('pong', () => {
      this.#answersPings = true;
    });
  }

  /** Something may be new. Reads it once the read under way, if any, is done. */
  wake(): void {
    this.#due = true;
    if (!this.#reading) void this.#read();
  }

  showTyping(): void {
    void this.#send(typingSet(this.options));
  }

  /** Keeps proxies from closing a quiet line, and drops a line whose other end is gone. */
  keepAlive(): void {
    const { socket } = this.options;
    if (!this.#answersPings) {
      socket.terminate();
      return;
    }
    this.#answersPings = false;
    socket.send('');
    socket.ping();
  }

  /** Another stream serves the conversation now. */
  collide(): void {
    this.options.socket.close(NORMAL, 'collision');
  }

  /** This process is stopping; the client should come back, to another one. */
  goAway(): void {
    this.options.socket.close(GOING_AWAY, 'restarting');
  }

  terminate(): void {
    this.options.socket.terminate();
  }

  async #read(): Promise<void> {
    const { sql, conversationId, socket, onFailure } = this.options;
    this.#reading = true;
    try {
      while (this.#due && socket.readyState === socket.OPEN) {
        this.#due = false;
        const rows = await within(PATIENCE_MS, messagesAfter(sql, conversationId, this.#seq, PAGE));
        if (rows.length === 0) continue;
        // waiting for the frame to leave keeps a slow reader from piling up memory here
        await this.#send(activitySet(rows, this.#seq, this.options));
        this.#seq = rows.at(-1)?.seq ?? this.#seq;
        if (rows.length === PAGE) this.#due = true;
      }
    } catch (error) {
      onFailure(error);
      setTimeout(() => this.wake(), RETRY_MS).unref();
    } finally {
      this.#reading = false;
    }
  }

  /** Resolves when the frame has left, or cannot any more: then the socket closes and the client reads it when it is back. */
  #send(set: ActivitySet): Promise<void> {
    return new Promise((resolve) => {
      this.options.socket.send(JSON.stringify(set), () => resolve());
    });
  }
}
