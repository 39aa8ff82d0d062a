import type { LocalDate } from '../../domain/kernel/dates.js';
import type { Changes } from './writes.js';

/** One tool call a conversation made, with what came of it; a confirmed proposal stands here with its outcome. */
export interface HeardCall {
  readonly tool: string;
  readonly input: unknown;
  readonly output: { readonly kind: string; readonly [fact: string]: unknown };
}

export interface HeardReply {
  /** As the shopper sees it: by text with its digits. */
  readonly text: string;
  /** Null for words of a model's own. */
  readonly template: string | null;
  readonly quickReplies: readonly { readonly title: string; readonly confirms: boolean }[];
  /** Whether a text went out; always so in a chat. */
  readonly reached: boolean;
}

/** One turn of a scenario as it came: its own message, and whatever the shopper was asked and answered beside it. */
export interface HeardTurn {
  readonly said: readonly string[];
  readonly replies: readonly HeardReply[];
  readonly calls: readonly HeardCall[];
  readonly changes: Changes;
  /** Mails put in to be sent in this turn. */
  readonly mails: number;
  /** Today in the shop's zone. */
  readonly today: LocalDate;
  /** Of the open request for a person; null where there is none. */
  readonly urgency: 'normal' | 'high' | null;
}

export interface Transcript {
  readonly channel: 'web' | 'sms';
  readonly turns: readonly HeardTurn[];
  /** Whether somebody was asked for, and nobody has closed that. */
  readonly handedOff: boolean;
  /** The most the assistant may give by itself, by the policy it was played under. */
  readonly mostOfferPercent: number;
}
