/**
 * What the desk sends to the chat (Direct Line 3.0 activities), read with suspicion: anything that does not have the
 * expected shape is left out rather than drawn.
 */
import { type OrderCard, readOrderCard } from './order-card-wire.js';
import { type Fields, fieldsOf, listOf, textOf } from './read-json.js';

/** A suggested answer. `imBack` says its value as the shopper; `postBack` shows its title and sends its value. */
export type QuickReply =
  | { readonly kind: 'imBack'; readonly title: string; readonly text: string }
  | { readonly kind: 'postBack'; readonly title: string; readonly value: unknown };

/** One thing said by the shop's side: the assistant or, after a hand-off, a person. `at` is an ISO instant. */
export interface DeskMessage {
  readonly kind: 'desk';
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly author: 'assistant' | 'person';
  readonly personName?: string;
  readonly quickReplies: readonly QuickReply[];
  readonly orderCard?: OrderCard;
  readonly proposalCode?: string;
}

/** The shopper's own message as the server stored it; `clientActivityId` is the mark we gave it when sending. */
export interface OwnEcho {
  readonly kind: 'echo';
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly clientActivityId?: string;
}

export type Incoming = DeskMessage | OwnEcho | { readonly kind: 'typing' };

/** One frame of the stream. `watermark` names the last activity seen and is given back when reconnecting. */
export interface IncomingSet {
  readonly activities: readonly Incoming[];
  readonly watermark?: string;
  readonly shopName?: string;
}

/** Reads one WebSocket frame. Empty frames are keepalives and, like unreadable ones, carry nothing. */
export function readFrame(frame: unknown): IncomingSet {
  if (typeof frame !== 'string' || frame === '') return { activities: [] };
  let parsed: unknown;
  try {
    parsed = JSON.parse(frame);
  } catch {
    return { activities: [] };
  }
  const { activities, watermark } = fieldsOf(parsed);
  const raw = listOf(activities).map(fieldsOf);
  const mark = textOf(watermark);
  const shopName = raw
    .filter((activity) => isFromDesk(activity) && fieldsOf(activity.channelData).author !== 'person')
    .map((activity) => textOf(fieldsOf(activity.from).name))
    .find(Boolean);
  return {
    activities: raw.flatMap(readActivity),
    ...(mark && { watermark: mark }),
    ...(shopName && { shopName }),
  };
}

function isFromDesk(activity: Fields): boolean {
  const from = fieldsOf(activity.from);
  return from.role === 'bot' || from.id === 'desk';
}

function readActivity(activity: Fields): Incoming[] {
  const fromDesk = isFromDesk(activity);
  if (activity.type === 'typing') return fromDesk ? [{ kind: 'typing' }] : [];
  const id = textOf(activity.id);
  if (activity.type !== 'message' || !id) return [];
  const said = { id, at: instantOf(activity.timestamp), text: textOf(activity.text) ?? '' };
  const data = fieldsOf(activity.channelData);
  if (!fromDesk) {
    const clientActivityId = textOf(data.clientActivityID);
    return said.text ? [{ kind: 'echo', ...said, ...(clientActivityId && { clientActivityId }) }] : [];
  }
  const personName = textOf(data.personName);
  const orderCard = readOrderCard(data.orderCard);
  const proposalCode = textOf(fieldsOf(data.proposal).code);
  return [
    {
      kind: 'desk',
      ...said,
      author: data.author === 'person' ? 'person' : 'assistant',
      quickReplies: listOf(fieldsOf(activity.suggestedActions).actions).flatMap(readQuickReply),
      ...(personName && { personName }),
      ...(orderCard && { orderCard }),
      ...(proposalCode && { proposalCode }),
    },
  ];
}

function instantOf(value: unknown): string {
  const text = textOf(value);
  return text && !Number.isNaN(Date.parse(text)) ? text : new Date().toISOString();
}

function readQuickReply(action: unknown): QuickReply[] {
  const { type, title, value } = fieldsOf(action);
  const label = textOf(title);
  if (!label) return [];
  if (type === 'postBack') return [{ kind: 'postBack', title: label, value }];
  return [{ kind: 'imBack', title: label, text: textOf(value) ?? label }];
}
