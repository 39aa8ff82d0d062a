/**
 * The conversation as the shopper sees it. What the server has numbered stands in the server's order (`settled`); own
 * messages it has not echoed yet follow after (`pending`). The same activity may arrive any number of times.
 */
import type { DeskMessage, Incoming, OwnEcho, QuickReply } from './wire.js';

export type Delivery = 'sending' | 'sent' | 'failed';

/** One of the shopper's own messages. `key` is the mark it is sent with, so that a resend cannot become a second message. */
export interface OwnMessage {
  readonly kind: 'own';
  readonly key: string;
  readonly id?: string;
  readonly at: string;
  readonly text: string;
  readonly delivery: Delivery;
  readonly value?: unknown;
  readonly proposalCode?: string;
}

export type Entry = DeskMessage | OwnMessage;

export interface ConversationLog {
  readonly settled: readonly Entry[];
  readonly pending: readonly OwnMessage[];
  readonly typing: boolean;
}

export type LogEvent =
  | { readonly kind: 'received'; readonly activities: readonly Incoming[] }
  | { readonly kind: 'composed'; readonly message: OwnMessage }
  | { readonly kind: 'accepted'; readonly key: string; readonly id: string }
  | { readonly kind: 'failed'; readonly key: string }
  | { readonly kind: 'retried'; readonly key: string }
  | { readonly kind: 'typingEnded' }
  | { readonly kind: 'startedOver'; readonly keepUnsent: boolean };

export const emptyLog: ConversationLog = { settled: [], pending: [], typing: false };

/** The log after one event. Pure; returns the same object when nothing changed. */
export function nextLog(log: ConversationLog, event: LogEvent): ConversationLog {
  switch (event.kind) {
    case 'received':
      return event.activities.reduce(receive, log);
    case 'composed':
      return { ...log, pending: [...log.pending, event.message] };
    case 'accepted':
      return changePending(log, event.key, { id: event.id, delivery: 'sent' });
    case 'failed':
      return changePending(log, event.key, { delivery: 'failed' });
    case 'retried':
      return changePending(log, event.key, { delivery: 'sending' });
    case 'typingEnded':
      return log.typing ? { ...log, typing: false } : log;
    case 'startedOver':
      // What was already handed over belongs to the old conversation; what was not is still the shopper's to send.
      return {
        ...emptyLog,
        pending: event.keepUnsent ? log.pending.filter((message) => message.delivery !== 'sent') : [],
      };
  }
}

/** The suggested answers still open: those of the newest message, if the desk wrote it and nothing was sent since. */
export function openQuickReplies(log: ConversationLog): {
  readonly replies: readonly QuickReply[];
  readonly proposalCode?: string;
} {
  const last = log.settled.at(-1);
  if (last?.kind !== 'desk' || log.pending.length > 0) return { replies: [] };
  return { replies: last.quickReplies, ...(last.proposalCode && { proposalCode: last.proposalCode }) };
}

/** The newest message of the shop's side. */
export function newestDeskMessage(log: ConversationLog): DeskMessage | undefined {
  return log.settled.findLast((entry) => entry.kind === 'desk');
}

function receive(log: ConversationLog, incoming: Incoming): ConversationLog {
  if (incoming.kind === 'typing') return log.typing ? log : { ...log, typing: true };
  if (log.settled.some((entry) => entry.id === incoming.id)) return log;
  if (incoming.kind === 'desk') return { ...log, settled: [...log.settled, incoming], typing: false };
  return settleOwn(log, incoming);
}

function settleOwn(log: ConversationLog, echo: OwnEcho): ConversationLog {
  const key = echo.clientActivityId ?? echo.id;
  if (log.settled.some((entry) => entry.kind === 'own' && entry.key === key)) return log;
  const isThis = (message: OwnMessage) => message.key === key || message.id === echo.id;
  const sent = log.pending.find(isThis);
  const settled: OwnMessage = {
    kind: 'own',
    key: sent?.key ?? key,
    id: echo.id,
    at: echo.at,
    text: sent?.text ?? echo.text,
    delivery: 'sent',
  };
  return { ...log, settled: [...log.settled, settled], pending: log.pending.filter((message) => !isThis(message)) };
}

function changePending(log: ConversationLog, key: string, change: Partial<OwnMessage>): ConversationLog {
  const pending = log.pending.map((message) => (message.key === key ? { ...message, ...change } : message));
  return { ...log, pending };
}
