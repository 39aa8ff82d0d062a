import { z } from 'zod';
import { ConversationId } from '../../domain/kernel/ids.js';
import { getHandOff } from '../../tools/get-hand-off.js';
import { sentence, words } from './blocks/build.js';
import type { HandOffFacts } from './cards/hand-off-card.js';
import { nothingOpen } from './hand-off-modals.js';
import type { Handling, Opening } from './handling.js';
import type { Post } from './posts.js';

/** What the buttons of a hand-off carry. */
export const HandOffValue = z.object({ conversation: ConversationId });
export type HandOffValue = z.infer<typeof HandOffValue>;

/** A hand-off that is open; null when it is over, or was never there. */
export async function openFacts(
  { conversation }: HandOffValue,
  { call }: Pick<Handling, 'call'>,
): Promise<HandOffFacts | null> {
  const facts = await call(getHandOff, { conversationId: conversation });
  return facts.kind === 'found' && facts.isOpen ? facts : null;
}

/** Opens a modal over an open hand-off, or says that it is over. */
export async function openOver(
  value: HandOffValue,
  handling: Handling,
  make: (facts: HandOffFacts) => Opening,
): Promise<Opening> {
  const facts = await openFacts(value, handling);
  return facts ? make(facts) : nothingOpen();
}

/** What a tool did shows in the thread; only what it did not do is answered. */
export const overWords = ({ reply }: Pick<Handling, 'reply'>): Post =>
  reply(sentence(words('This hand-off is over: the assistant has the conversation again.')));
