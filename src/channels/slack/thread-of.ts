import { ConversationId } from '../../domain/kernel/ids.js';
import type { Arrived } from './arrival.js';
import { sentence, words } from './blocks/build.js';
import type { HandOffValue } from './hand-off-value.js';
import type { Handling } from './handling.js';
import type { Post } from './posts.js';
import { conversationOf } from './show-hand-off.js';

/** The hand-off in whose thread a shortcut was called; null anywhere else. */
export async function threadOf(
  { place }: Pick<Arrived<'shortcut'>, 'place'>,
  { nameOf }: Pick<Handling, 'nameOf'>,
): Promise<HandOffValue | null> {
  const ts = place?.thread ?? place?.message;
  if (!place || !ts) return null;
  const conversation = conversationOf(await nameOf({ channel: place.channel, ts }));
  return conversation === null ? null : { conversation: ConversationId.parse(conversation) };
}

export const notInThread = ({ reply }: Pick<Handling, 'reply'>): Post =>
  reply(sentence(words('That works in the thread of a hand-off, and this is none.')));
