import type { Receive } from '../../conversation/receive.js';
import { signIn } from '../../conversation/sign-in.js';
import type { Sql } from '../../store/connect.js';
import { findConversation, openConversation } from '../../store/conversations.js';
import type { Stored } from '../../store/inbox.js';
import type { Grant } from './tokens.js';

export const CHANNEL = 'web';

/**
 * Stores once in a conversation that the chat was opened, which is what the greeting answers. Most clients never say
 * so themselves; those that do say it under the same id.
 */
export function receiveOpened(receive: Receive, { conversationId, user }: Grant, source: string): Promise<Stored> {
  return receive({
    channel: CHANNEL,
    externalId: `${conversationId}:opened`,
    conversationId,
    event: { kind: 'opened', source },
    activity: { type: 'event', name: 'chat/opened', from: { id: user, role: 'user' } },
  });
}

/**
 * Makes the token's conversation if it is new, signs in whom the shop vouched for, and has the shopper greeted. Each
 * step is safe to repeat: a start that broke off is finished by the next one. True when the conversation is new.
 */
export async function startConversation(sql: Sql, receive: Receive, grant: Grant, source: string): Promise<boolean> {
  const { conversationId: id, signedIn } = grant;
  const known = await findConversation(sql, id);
  if (!known) await openConversation(sql, { id, channel: CHANNEL, externalId: id });
  // later on the shopper may have shown to be somebody else: the token's word counts only at the beginning
  if (known && known.lastSeq > 0) return false;
  if (signedIn) await signIn(sql, { conversationId: id, ...signedIn });
  await receiveOpened(receive, grant, source);
  return known === null;
}
