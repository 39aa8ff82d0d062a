import { replyToShopper } from '../../tools/reply-to-shopper.js';
import { sentence, words } from './blocks/build.js';
import type { Handling } from './handling.js';
import type { Post } from './posts.js';

/** Sends a person's words to the shopper. That they went is shown in the thread; that they did not is answered. */
export async function sendReply(
  reply: { readonly conversationId: string; readonly text: string; readonly source?: string },
  { call, reply: answer }: Pick<Handling, 'call' | 'reply'>,
): Promise<Post[]> {
  const { kind } = await call(replyToShopper, reply);
  switch (kind) {
    case 'sent':
      return [];
    case 'conversation_closed':
      return [answer(sentence(words('Nothing was sent: the customer’s conversation has ended.')))];
    case 'not_found':
      return [answer(sentence(words('Nothing was sent: there is no such conversation any more.')))];
  }
}
