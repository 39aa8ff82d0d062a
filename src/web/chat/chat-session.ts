import { backoffMillis } from './backoff.js';
import { Connection, type ConnectionState, type OpenSocket } from './connection.js';
import {
  type ConversationLog,
  emptyLog,
  type LogEvent,
  newestDeskMessage,
  nextLog,
  type OwnMessage,
  openQuickReplies,
} from './conversation-log.js';
import type { ApiResult } from './direct-line-api.js';
import { activityOf, composeMessage, type MessageExtras } from './own-message.js';
import {
  forgetConversation,
  loadConversation,
  type SavedConversation,
  saveConversation,
  subjectOf,
} from './saved-conversation.js';
import type { IncomingSet, QuickReply } from './wire.js';

/** Everything the page draws. `replaying`: earlier messages are still arriving and need not be read aloud. */
export interface SessionView {
  readonly log: ConversationLog;
  readonly connection: ConnectionState;
  readonly replaying: boolean;
  readonly beganAnew: boolean;
  readonly shopName?: string;
}

const attempts = 4;
const typingMillis = 20_000;
const echoMillis = 10_000;
const replayMillis = 400;

/** One shopper's conversation on one page: what was said, what is on its way, and the connection beneath. */
export class ChatSession {
  #view: SessionView;
  #saved: SavedConversation | undefined;
  #sending = false;
  #announcing: Promise<boolean> | undefined;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #subject: string;
  readonly #connection: Connection;

  constructor(
    userToken: string | undefined,
    openSocket: OpenSocket,
    private readonly changed: (view: SessionView) => void,
  ) {
    this.#subject = subjectOf(userToken);
    this.#saved = loadConversation(this.#subject);
    const unsent = (this.#saved?.unsent ?? []).map((message) => ({ ...message, delivery: 'failed' as const }));
    this.#view = {
      log: { ...emptyLog, pending: unsent },
      connection: 'starting',
      replaying: this.#saved !== undefined,
      beganAnew: false,
    };
    this.#connection = new Connection(userToken, openSocket, {
      saved: () => this.#saved,
      granted: (grant) => this.#save({ ...grant, opened: this.#saved?.opened ?? false }),
      lost: () => this.#startOver(true),
      opened: () => void this.#announce(),
      received: (set) => this.#received(set),
      changed: (connection) => this.#show({ connection }),
    });
  }

  get view(): SessionView {
    return this.#view;
  }

  get conversationId(): string | undefined {
    return this.#saved?.conversationId;
  }

  connect(): void {
    void this.#connection.connect();
  }

  reconnect(): void {
    this.#connection.reconnect();
  }

  yieldToOtherTab(): void {
    this.#connection.yieldToOtherTab();
  }

  /** Says a text for the shopper. */
  say(text: string, more: MessageExtras = {}): void {
    const message = composeMessage(text, more);
    this.#apply({ kind: 'composed', message });
    if (this.#view.connection === 'elsewhere') this.connect();
    void this.#sendWaiting();
  }

  /** Takes up a suggested answer, with the proposal of the message that suggested it. */
  choose(reply: QuickReply): void {
    const { proposalCode } = openQuickReplies(this.#view.log);
    const proposal = proposalCode ? { proposalCode } : {};
    if (reply.kind === 'imBack') this.say(reply.text, proposal);
    else this.say(reply.title, { value: reply.value, ...proposal });
  }

  /** Tries a message again that could not be sent. */
  retry(key: string): void {
    this.#apply({ kind: 'retried', key });
    void this.#sendWaiting();
  }

  /** Leaves this conversation for a new one. */
  async startFresh(): Promise<void> {
    await this.#connection.startFresh(() => this.#startOver(false));
  }

  /** Whether the shop's side said something the shopper has not had on screen. */
  hasUnread(): boolean {
    const newest = newestDeskMessage(this.#view.log);
    return newest !== undefined && newest.id !== this.#saved?.readUpTo;
  }

  markRead(): void {
    const newest = newestDeskMessage(this.#view.log);
    if (newest && this.hasUnread()) this.#save({ readUpTo: newest.id });
  }

  /**
   * Tells the desk, once in a conversation, that the shopper is there, so that its greeting comes before anything else.
   * False when that could not be said yet.
   */
  #announce(): Promise<boolean> {
    this.#announcing ??= this.#postOpened().finally(() => {
      this.#announcing = undefined;
    });
    return this.#announcing;
  }

  async #postOpened(): Promise<boolean> {
    if (!this.#saved) await this.#connection.connect();
    if (!this.#saved) return false;
    if (this.#saved.opened) return true;
    const channelData = { clientActivityID: `opened-${this.#saved.conversationId}` };
    const event = { type: 'event', name: 'chat/opened', from: { id: 'me' }, locale: navigator.language, channelData };
    const { kind } = await this.#connection.post(event);
    if (kind === 'later') return false;
    this.#save({ opened: true });
    return true;
  }

  #received(set: IncomingSet): void {
    if (set.shopName && set.shopName !== this.#view.shopName) this.#show({ shopName: set.shopName });
    this.#apply({ kind: 'received', activities: set.activities });
    if (this.#view.replaying) setTimeout(() => this.#show({ replaying: false }), replayMillis);
    if (!set.activities.some((activity) => activity.kind === 'typing')) return;
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => this.#apply({ kind: 'typingEnded' }), typingMillis);
  }

  /** Sends what waits, one after the other so that the order stays as written. */
  async #sendWaiting(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let next = this.#nextWaiting(); next; next = this.#nextWaiting()) await this.#send(next);
    } finally {
      this.#sending = false;
    }
  }

  #nextWaiting(): OwnMessage | undefined {
    return this.#view.log.pending.find((message) => message.delivery === 'sending');
  }

  async #send(message: OwnMessage): Promise<void> {
    let wait = 0;
    for (let attempt = 0; attempt < attempts; attempt++) {
      if (attempt > 0) await pause(wait);
      if (!this.#view.log.pending.some((waiting) => waiting.key === message.key)) return; // its echo came after all
      const result: ApiResult<string> = (await this.#announce())
        ? await this.#connection.post(activityOf(message))
        : { kind: 'later' };
      if (result.kind === 'ok') {
        this.#apply({ kind: 'accepted', key: message.key, id: result.value });
        setTimeout(() => this.#expectEcho(message.key), echoMillis);
        return;
      }
      if (result.kind === 'refused') break;
      wait = Math.max(result.kind === 'later' ? (result.afterMillis ?? 0) : 0, backoffMillis(attempt, Math.random()));
    }
    this.#apply({ kind: 'failed', key: message.key });
  }

  /** The server has it, yet the stream has not shown it: the stream is dead without knowing. */
  #expectEcho(key: string): void {
    if (
      this.#view.connection === 'online' &&
      this.#view.log.pending.some((message) => message.key === key && message.delivery === 'sent')
    ) {
      this.#connection.reconnect();
    }
  }

  #startOver(lost: boolean): void {
    this.#saved = undefined;
    forgetConversation();
    this.#apply({ kind: 'startedOver', keepUnsent: lost });
    this.#show({ replaying: false, beganAnew: lost });
  }

  #apply(event: LogEvent): void {
    const before = this.#view.log;
    const log = nextLog(before, event);
    if (log === before) return;
    if (log.pending !== before.pending)
      this.#save({ unsent: log.pending.filter((message) => message.delivery !== 'sent') });
    this.#show({ log });
  }

  #save(change: Partial<SavedConversation>): void {
    const { conversationId, resume } = { ...this.#saved, ...change };
    if (!conversationId || !resume) return;
    const saved = { opened: false, unsent: this.#view.log.pending, ...this.#saved, ...change };
    const { opened, unsent, readUpTo } = saved;
    this.#saved = { conversationId, resume, subject: this.#subject, opened, unsent, ...(readUpTo && { readUpTo }) };
    saveConversation(this.#saved);
  }

  #show(change: Partial<SessionView>): void {
    this.#view = { ...this.#view, ...change };
    this.changed(this.#view);
  }
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
