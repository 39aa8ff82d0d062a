import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Log } from '../../conversation/log.js';
import type { ConversationId } from '../../domain/kernel/ids.js';
import type { Sql } from '../../store/connect.js';
import { within } from '../../store/deadline.js';
import { type Notice, publish, subscribe } from './notices.js';
import { Stream } from './stream.js';

/** Proxies and browsers give up on a line that is silent for longer. */
const KEEP_ALIVE_MS = 15_000;
/** How long the other processes may take to be told before a client is asked to try again. */
const PATIENCE_MS = 4_500;
/** How long clients may take to close before their sockets are cut, and the database to let go. */
const CLOSING_MS = 1_000;

export interface StreamsOptions {
  readonly sql: Sql;
  readonly assistantName: string;
  readonly log: Log;
}

/** A conversation's place in this process: taken before the socket opens, so that a later one is surely heard of later. */
export interface Seat {
  readonly id: string;
  readonly conversationId: ConversationId;
  /** Every process has heard of it. */
  announced: boolean;
  /** A later one has taken its place. */
  lost: boolean;
  stream?: Stream;
}

/** The open sockets of this process and the line on which processes tell each other. */
export class Streams {
  /** More than one of a conversation only until the line has said which one came last. */
  readonly #seats = new Map<ConversationId, Set<Seat>>();
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
      for (const { stream } of this.#all()) stream?.keepAlive();
    }, KEEP_ALIVE_MS);
  }

  /** Takes the place of whoever serves the conversation, here or elsewhere. Throws when the others cannot be told. */
  async take(conversationId: ConversationId): Promise<Seat> {
    const seat: Seat = { id: randomUUID(), conversationId, announced: false, lost: false };
    const together = this.#seats.get(conversationId) ?? new Set();
    this.#seats.set(conversationId, together.add(seat));
    try {
      await within(PATIENCE_MS, publish(this.options.sql, [{ kind: 'taken', conversationId, by: seat.id }]));
    } catch (error) {
      this.leave(seat);
      throw error;
    }
    return seat;
  }

  leave(seat: Seat): void {
    const together = this.#seats.get(seat.conversationId);
    together?.delete(seat);
    if (together?.size === 0) this.#seats.delete(seat.conversationId);
  }

  /** Serves the seat's conversation on a socket from `watermark` on. */
  open(seat: Seat, socket: WebSocket, watermark: number): void {
    const { sql, assistantName, log } = this.options;
    const { conversationId } = seat;
    const stream = new Stream({
      sql,
      socket,
      conversationId,
      assistantName,
      watermark,
      onFailure: (error) => log.warn({ err: error, conversation: conversationId }, 'a stream could not be read'),
    });
    seat.stream = stream;
    if (seat.lost) stream.collide();
    else stream.wake();
  }

  /** Tells every process. What is missed is read with the next notice, so a failure is only logged. */
  tell(notices: readonly Notice[]): void {
    publish(this.options.sql, notices).catch((error: unknown) =>
      this.options.log.warn({ err: error }, 'other processes could not be told'),
    );
  }

  /** Closes every socket and stops listening. Resolves when all are gone. */
  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#keepAlive);
    const streams = this.#all().flatMap(({ stream }) => stream ?? []);
    for (const stream of streams) stream.goAway();
    const cut = setTimeout(() => {
      for (const stream of streams) stream.terminate();
    }, CLOSING_MS);
    await Promise.all(streams.map(({ closed }) => closed));
    clearTimeout(cut);
    if (!this.#unsubscribe) return;
    await within(CLOSING_MS, this.#unsubscribe()).catch((error: unknown) =>
      this.options.log.warn({ err: error }, 'the database did not answer at the end'),
    );
  }

  #heard(notice: Notice): void {
    for (const seat of this.#seats.get(notice.conversationId) ?? []) {
      switch (notice.kind) {
        case 'rows':
          seat.stream?.wake();
          break;
        case 'typing':
          seat.stream?.showTyping();
          break;
        case 'taken':
          // all processes hear in one order: whoever is heard of last stays
          if (notice.by === seat.id) seat.announced = true;
          else if (seat.announced) {
            seat.lost = true;
            seat.stream?.collide();
          }
      }
    }
  }

  /** The line was down: whatever was said meanwhile is read now, and all that is open counts as heard of. */
  #catchUp(): void {
    for (const seat of this.#all()) {
      seat.announced = true;
      seat.stream?.wake();
    }
  }

  #all(): Seat[] {
    return [...this.#seats.values()].flatMap((together) => [...together]);
  }
}
