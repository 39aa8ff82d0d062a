import type { Clock } from '../clock.js';
import { SlackError } from '../slack-error.js';
import type { Ledger } from './ledger.js';
import type { Home, LedgerRecord, ResponseUrl, StoredFile, StoredMessage, WaitingEvent } from './records.js';
import { APP, appConversation, CHANNELS, type Conversation, PEOPLE } from './seed.js';

/** All that stands in the workspace now, and the one way to change it: a record, kept before it counts. */
export class Workspace {
  /** Where the stand-in is reached, without a slash at the end. */
  readonly publicUrl: string;
  readonly conversations = new Map<string, Conversation>();
  readonly files = new Map<string, StoredFile>();
  readonly homes = new Map<string, Home>();
  readonly responseUrls = new Map<string, ResponseUrl>();
  readonly waitingEvents = new Map<string, WaitingEvent>();
  readonly #messages = new Map<string, Map<string, StoredMessage>>();
  readonly #listeners = new Set<(record: LedgerRecord) => void>();
  readonly #ledger: Ledger;
  readonly #clock: Pick<Clock, 'now'>;
  #lastTs = 0;

  constructor(ledger: Ledger, clock: Pick<Clock, 'now'>, publicUrl: string) {
    this.publicUrl = publicUrl;
    this.#ledger = ledger;
    this.#clock = clock;
    this.#open();
    for (const record of ledger.records) this.#apply(record);
  }

  record(record: LedgerRecord): void {
    this.#ledger.append(record);
    this.#apply(record);
    for (const listener of this.#listeners) listener(record);
  }

  onRecord(listener: (record: LedgerRecord) => void): void {
    this.#listeners.add(listener);
  }

  /** Back to the workspace as everybody finds it. */
  reset(): void {
    this.#ledger.clear();
    for (const held of [this.conversations, this.files, this.homes, this.responseUrls, this.waitingEvents])
      held.clear();
    this.#messages.clear();
    this.#open();
  }

  /** A name for a new message, later than every one before it: seconds and six digits, in microseconds here. */
  nextTs(): string {
    this.#lastTs = Math.max(this.#clock.now() * 1_000, this.#lastTs + 1);
    return tsText(this.#lastTs);
  }

  /** Messages of a conversation, oldest first, those for one person included. */
  messagesIn(channel: string): StoredMessage[] {
    return [...(this.#messages.get(channel)?.values() ?? [])];
  }

  message(channel: string, ts: string): StoredMessage | undefined {
    return this.#messages.get(channel)?.get(ts);
  }

  /** Replies under a message, oldest first. */
  repliesTo(channel: string, ts: string): StoredMessage[] {
    return this.messagesIn(channel).filter(({ threadTs, onlyFor }) => threadTs === ts && onlyFor === undefined);
  }

  /** The conversation if `user` may see it. Throws channel_not_found otherwise, whichever it is. */
  conversationFor(user: string, id: string): Conversation {
    const found = this.conversations.get(id) ?? [...this.conversations.values()].find(({ name }) => `#${name}` === id);
    if (!found || (found.kind !== 'public' && !found.members.includes(user))) throw new SlackError('channel_not_found');
    return found;
  }

  /** The conversations that a person may see and open. */
  conversationsOf(user: string): Conversation[] {
    return [...this.conversations.values()].filter(({ kind, members }) => kind === 'public' || members.includes(user));
  }

  /** The same, for somebody who must be in it. */
  membershipOf(user: string, id: string): Conversation {
    const conversation = this.conversationFor(user, id);
    if (!conversation.members.includes(user)) throw new SlackError('not_in_channel');
    return conversation;
  }

  #open(): void {
    for (const one of [...CHANNELS, ...PEOPLE.map(({ id }) => appConversation(id))])
      this.conversations.set(one.id, one);
  }

  #apply(record: LedgerRecord): void {
    switch (record.kind) {
      case 'message':
      case 'changed':
        this.#keep(record.message);
        return;
      case 'deleted':
        this.#messages.get(record.message.channel)?.delete(record.message.ts);
        return;
      case 'reacted': {
        const message = this.message(record.channel, record.ts);
        if (!message) return;
        const users = [...new Set([...(message.reactions?.[record.name] ?? []), record.user])];
        this.#keep({ ...message, reactions: { ...message.reactions, [record.name]: users } });
        return;
      }
      case 'file':
        this.files.set(record.file.id, record.file);
        return;
      case 'home':
        this.homes.set(record.user, record.home);
        return;
      case 'conversation': {
        const { id, form, members } = record;
        this.conversations.set(id, { id, kind: form, name: '', topic: '', members });
        return;
      }
      case 'joined': {
        const conversation = this.conversations.get(record.channel);
        if (!conversation) return;
        const members = [...new Set([...conversation.members, record.user])];
        this.conversations.set(record.channel, { ...conversation, members });
        return;
      }
      case 'response-url':
        this.responseUrls.set(record.url.id, record.url);
        return;
      case 'response-url-used': {
        const url = this.responseUrls.get(record.id);
        if (url) this.responseUrls.set(record.id, { ...url, uses: url.uses + 1 });
        return;
      }
      case 'event':
        this.waitingEvents.set(record.event.eventId, record.event);
        return;
      case 'event-settled':
        this.waitingEvents.delete(record.eventId);
    }
  }

  #keep(message: StoredMessage): void {
    const messages = this.#messages.get(message.channel) ?? new Map<string, StoredMessage>();
    this.#messages.set(message.channel, messages.set(message.ts, message));
    this.#lastTs = Math.max(this.#lastTs, microseconds(message.ts));
  }
}

const MICRO = 1_000_000;
const tsText = (micros: number): string => `${Math.floor(micros / MICRO)}.${String(micros % MICRO).padStart(6, '0')}`;
const microseconds = (ts: string): number => Number(ts.replace('.', ''));

export const isFromApp = ({ user }: Pick<StoredMessage, 'user'>): boolean => user === APP.userId;
