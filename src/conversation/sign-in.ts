import { addToInstant, compareInstants, type Instant } from '../domain/kernel/dates.js';
import type { ConversationId, CustomerId } from '../domain/kernel/ids.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { Sql } from '../store/connect.js';
import { findConversation, setIdentity } from '../store/conversations.js';
import { findCustomer } from '../store/customers.js';
import { soleOwnerOf } from '../store/sms-conversations.js';
import { type Identity, KnownIdentity } from '../tools/principal.js';

/**
 * Ties a conversation to a customer whom the shop itself vouches for (its signed token). False for a customer the desk
 * does not know: then the conversation stays anonymous.
 */
export async function signIn(
  sql: Sql,
  { conversationId, customerId, until }: { conversationId: ConversationId; customerId: CustomerId; until: Instant },
): Promise<boolean> {
  if (!(await findCustomer(sql, customerId))) return false;
  const identity: Identity = { customerId, orders: 'all', by: 'token', until };
  await setIdentity(sql, conversationId, identity);
  return true;
}

/**
 * Ties a conversation by text to the one customer who has its number on file: what is told there reaches that phone and no
 * other. A number that is nobody's or several people's proves nothing, and whoever has shown to be somebody else stays so.
 */
export async function signInByPhone(
  sql: Sql,
  {
    conversationId,
    phone,
    at,
    policy,
  }: { conversationId: ConversationId; phone: string; at: Instant; policy: ShopPolicy },
): Promise<void> {
  const customerId = await soleOwnerOf(sql, phone);
  if (customerId === null) return;
  const known = KnownIdentity.parse((await findConversation(sql, conversationId))?.identity ?? null);
  if (known && known.customerId !== customerId && compareInstants(known.until, at) > 0) return;
  const until = addToInstant(at, { hours: policy.identification.validHours });
  const identity: Identity = { customerId, orders: 'all', by: 'phone', until };
  await setIdentity(sql, conversationId, identity);
}
