import type { Instant } from '../domain/kernel/dates.js';
import type { ConversationId, CustomerId } from '../domain/kernel/ids.js';
import type { Sql } from '../store/connect.js';
import { setIdentity } from '../store/conversations.js';
import { findCustomer } from '../store/customers.js';
import type { Identity } from '../tools/principal.js';

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
