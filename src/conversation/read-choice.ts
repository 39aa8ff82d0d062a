import { z } from 'zod';
import type { Sql } from '../store/connect.js';
import type { ConversationRecord } from '../store/conversations.js';
import { SMS } from '../store/sms-conversations.js';
import { choicesShown } from '../store/sms-texts.js';
import { type InboundEvent, QuickReply } from './activity.js';

const LONE_DIGIT =
  /^\s*(?:#|no\.?\s*|number\s+|option\s+|choice\s+)?([1-9])\s*(?:[.)!]|,?\s*(?:please|pls|thanks|thx))?\s*$/i;

/** The choice that a message of a lone digit names ("1", "2.", "option 2 please"), among those that were shown with one. */
export function readChoice(text: string, shown: readonly QuickReply[]): QuickReply | null {
  const digit = LONE_DIGIT.exec(text)?.[1];
  return digit === undefined ? null : (shown[Number(digit) - 1] ?? null);
}

const Shown = z.array(QuickReply);

/** In a conversation by text, a digit that the text before showed stands for the choice behind it. */
export async function withChoice(
  sql: Sql,
  { id, channel }: ConversationRecord,
  event: InboundEvent,
  seq: number,
): Promise<InboundEvent> {
  if (channel !== SMS || event.kind !== 'message') return event;
  const choice = readChoice(event.text, Shown.parse(await choicesShown(sql, id, seq)));
  return choice ? { ...event, text: choice.title, ...(choice.value && { value: choice.value }) } : event;
}
