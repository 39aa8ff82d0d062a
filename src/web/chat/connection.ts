import { backoffMillis } from './backoff.js';
import {
  type ApiResult,
  type Grant,
  generateToken,
  postActivity,
  refreshToken,
  reopenConversation,
  startConversation,
} from './direct-line-api.js';
import { type IncomingSet, readFrame } from './wire.js';

export type ConnectionState = 'starting' | 'online' | 'reconnecting' | 'elsewhere';

/** Opens a stream. `onFrame` gets each frame's text, `onClosed` comes once; the returned function closes it silently. */
export type OpenSocket = (
  url: string,
  onOpen: () => void,
  onFrame: (data: unknown) => void,
  onClosed: () => void,
) => () => void;

export interface ConnectionEvents {
  /** The conversation to come back to, if there is one. */
  saved(): { readonly resume: string } | undefined;
  /** A new or renewed grant to keep for the next page load. */
  granted(grant: Grant): void;
  /** The earlier conversation is gone; a new one begins. */
  lost(): void;
  /** The stream is open. */
  opened(): void;
  received(set: IncomingSet): void;
  changed(state: ConnectionState): void;
}

const refreshMillis = 15 * 60_000;
const quietGapMillis = 1_500;

/** Holds the token and the stream of one conversation and brings them back whenever they go away. */
export class Connection {
  #grant: Grant | undefined;
  #started = false;
  #watermark = '';
  #attempt = 0;
  #connecting: Promise<void> | undefined;
  #closeSocket: (() => void) | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #gapTimer: ReturnType<typeof setTimeout> | undefined;
  #state: ConnectionState = 'starting';

  constructor(
    private readonly userToken: string | undefined,
    private readonly openSocket: OpenSocket,
    private readonly events: ConnectionEvents,
  ) {
    setInterval(() => void this.#refresh(), refreshMillis);
  }

  /** Connects unless it already is or does. Safe to call at any time. */
  connect(): Promise<void> {
    if (this.#closeSocket) return Promise.resolve();
    clearTimeout(this.#retryTimer);
    this.#connecting ??= this.#open().finally(() => {
      this.#connecting = undefined;
    });
    return this.#connecting;
  }

  /** Drops the stream, which may be dead without knowing it, and opens another. Nothing is lost: it replays. */
  reconnect(): void {
    this.#dropSocket();
    void this.connect();
  }

  /** Leaves the stream to another tab; `connect` takes it back. */
  yieldToOtherTab(): void {
    this.#dropSocket();
    clearTimeout(this.#retryTimer);
    this.#endGap();
    this.#become('elsewhere');
  }

  /** Leaves this conversation and begins another; `forget` clears what was kept of it, once nothing more can arrive. */
  async startFresh(forget: () => void): Promise<void> {
    await this.#connecting;
    this.#dropSocket();
    this.#forget();
    forget();
    await this.connect();
  }

  /** Sends one activity, renewing an expired token once. `later` also when there is no conversation yet. */
  async post(activity: object): Promise<ApiResult<string>> {
    if (!this.#grant) await this.connect();
    if (!this.#grant) return { kind: 'later' };
    const result = await postActivity(this.#grant, activity);
    if (result.kind !== 'expired') return result;
    const renewed = await this.#renew();
    return renewed ? postActivity(renewed, activity) : { kind: 'later' };
  }

  async #open(): Promise<void> {
    const grant = this.#grant ?? (await this.#renew());
    const stream =
      grant && (await (this.#started ? reopenConversation(grant, this.#watermark) : startConversation(grant)));
    if (stream?.kind === 'ok') {
      this.#started = true;
      this.#listen(stream.value);
      return;
    }
    if (stream?.kind === 'refused') this.#lose();
    if (stream?.kind === 'expired') this.#grant = undefined;
    this.#connectLater(stream?.kind === 'later' ? stream.afterMillis : undefined);
  }

  #listen(url: string): void {
    this.#closeSocket = this.openSocket(
      url,
      () => {
        this.#endGap();
        this.#become('online');
        this.events.opened();
      },
      (data) => {
        this.#attempt = 0;
        const set = readFrame(data);
        if (set.watermark) this.#watermark = set.watermark;
        this.events.received(set);
      },
      () => {
        this.#closeSocket = undefined;
        this.#connectLater();
      },
    );
  }

  #connectLater(afterMillis = 0): void {
    // A short gap is nobody's business; only a longer one is shown.
    this.#gapTimer ??= setTimeout(() => this.#become('reconnecting'), quietGapMillis);
    const wait = Math.max(afterMillis, backoffMillis(this.#attempt++, Math.random()));
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => void this.connect(), wait);
  }

  /** A grant for the saved conversation or, when there is none or it is refused, for a new one. */
  async #renew(): Promise<Grant | undefined> {
    const resume = this.#grant?.resume ?? this.events.saved()?.resume;
    if (resume) {
      const resumed = await generateToken({ resume });
      if (resumed.kind === 'ok') {
        this.#started = true;
        return this.#keep(resumed.value);
      }
      if (resumed.kind === 'later') return undefined;
      this.#lose();
    }
    const asShopper = this.userToken ? await generateToken({ userToken: this.userToken }) : undefined;
    // A sign-in the desk does not accept (any more) still leaves a visitor who may ask.
    const fresh = asShopper?.kind === 'ok' || asShopper?.kind === 'later' ? asShopper : await generateToken({});
    return fresh.kind === 'ok' ? this.#keep(fresh.value) : undefined;
  }

  async #refresh(): Promise<void> {
    if (!this.#grant) return;
    const refreshed = await refreshToken(this.#grant);
    if (refreshed.kind === 'ok') this.#keep(refreshed.value);
    else if (refreshed.kind !== 'later') await this.#renew();
  }

  #keep(grant: Grant): Grant {
    this.#grant = grant;
    this.events.granted(grant);
    return grant;
  }

  #lose(): void {
    this.#forget();
    this.events.lost();
  }

  #forget(): void {
    this.#grant = undefined;
    this.#started = false;
    this.#watermark = '';
  }

  #dropSocket(): void {
    this.#closeSocket?.();
    this.#closeSocket = undefined;
  }

  #endGap(): void {
    clearTimeout(this.#gapTimer);
    this.#gapTimer = undefined;
  }

  #become(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.events.changed(state);
  }
}
