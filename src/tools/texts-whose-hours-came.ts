import { mayTextNow } from '../knowledge/may-text-now.js';
import { heldTexts } from '../store/customer-message-ways.js';
import { placesOf } from '../store/sms-conversations.js';
import type { ToolContext } from './define-tool.js';

/**
 * The messages whose text was held and may go now, oldest first, at most `most`. Looked for every few seconds, all night
 * long: it reads each once and changes nothing.
 */
export async function textsWhoseHoursCame(
  { sql, now, rules }: Pick<ToolContext, 'sql' | 'now' | 'rules'>,
  most: number,
): Promise<string[]> {
  const held = await heldTexts(sql);
  if (held.length === 0) return [];
  const places = await placesOf(sql, [...new Set(held.flatMap(({ phone }) => phone ?? []))]);
  // many live in one place, and all states' hours are many to ask
  const asked = new Map<string, boolean>();
  const hasCome = (phone: string): boolean => {
    const place = places.get(phone) ?? { state: null, zone: null };
    const key = `${place.state} ${place.zone}`;
    const come = asked.get(key) ?? mayTextNow(rules.sms, place, now);
    asked.set(key, come);
    return come;
  };
  // who has no number any more gets no text at any hour
  const come = held.filter(({ phone }) => phone === null || hasCome(phone));
  return come.slice(0, most).map(({ messageId }) => messageId);
}
