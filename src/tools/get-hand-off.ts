import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId, type CustomerId, OrderNumber } from '../domain/kernel/ids.js';
import { triedIn } from '../store/audit.js';
import { findConversation } from '../store/conversations.js';
import { findCustomer } from '../store/customers.js';
import { OUTCOMES } from '../store/hand-off-work.js';
import { newestHandOff } from '../store/hand-offs.js';
import { waitingOf } from '../store/standing.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { getLineEta } from './get-line-eta.js';
import { type Identity, KnownIdentity, STAFF } from './principal.js';

/** Lines for which dates are worked out; the rest is counted. */
const MOST_LINES = 4;

/**
 * What the team needs to take a conversation over: who asks and whether that is shown, what of theirs waits with its
 * dates, what was tried, which rules fired, by when somebody must look, and who has it.
 */
export const getHandOff = defineTool({
  name: 'get_hand_off',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'Read a conversation’s newest request for a person with the facts that are verified.',
  input: z.object({ conversationId: ConversationId }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      conversationId: ConversationId,
      /** By which they write: web. */
      channel: z.string(),
      isOpen: z.boolean(),
      outcome: z.enum(OUTCOMES).nullable(),
      reason: z.string(),
      /** In the shopper's own words; empty when the team wrote first. */
      summary: z.string(),
      /** Null while they have not shown who they are. */
      customer: z.object({ name: z.string(), tier: z.enum(['standard', 'plus', 'vip']), by: z.string() }).nullable(),
      waiting: z.array(z.object({ orderNumber: OrderNumber, eta: getLineEta.output })),
      moreWaiting: z.int(),
      /** Tools called for the shopper, with the last outcome of each. */
      tried: z.array(z.object({ tool: z.string(), outcome: z.string() })),
      rules: z.array(z.string()),
      owner: z.enum(STAFF).nullable(),
      priority: z.enum(['normal', 'high', 'urgent']),
      askedAt: Instant,
      dueAt: Instant.nullable(),
      claimedBy: z.string().nullable(),
      claimedName: z.string().nullable(),
      isAnswered: z.boolean(),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ conversationId }, context) {
    const { sql, now } = context;
    const [handOff, conversation] = await Promise.all([
      newestHandOff(sql, conversationId),
      findConversation(sql, conversationId),
    ]);
    if (!handOff || !conversation) return { kind: 'not_found' as const };
    const known = KnownIdentity.parse(conversation.identity);
    const identity = known && known.until > now ? known : null;
    const { reason, summary, rules = [], owner = null, priority, urgency, askedAt, dueAt = null } = handOff;
    return {
      kind: 'found' as const,
      conversationId,
      channel: conversation.channel,
      isOpen: handOff.state === 'open',
      outcome: handOff.outcome ?? null,
      ...{ reason, summary: summary.text },
      ...(await factsOf(identity, context)),
      tried: await triedIn(sql, conversationId),
      rules,
      owner,
      priority: priority ?? (urgency === 'high' ? ('urgent' as const) : ('normal' as const)),
      ...{ askedAt, dueAt },
      claimedBy: handOff.claimedBy ?? null,
      claimedName: handOff.claimedName ?? null,
      isAnswered: handOff.answeredAt !== undefined,
    };
  },
});

/** What is known of whoever has shown who they are, and of no more orders than they have shown to be theirs. */
async function factsOf(identity: Identity | null, context: ToolContext) {
  if (!identity) return { customer: null, waiting: [], moreWaiting: 0 };
  const { customerId, orders, by } = identity;
  const customer = await findCustomer(context.sql, customerId);
  const all = await waitingFor(customerId, context);
  const theirs = all.filter(({ orderNumber }) => orders === 'all' || orders.includes(orderNumber));
  const waiting = [];
  for (const { orderNumber, orderLineId } of theirs.slice(0, MOST_LINES))
    waiting.push({ orderNumber, eta: await getLineEta.run({ orderLineId }, context) });
  return {
    customer: customer && { name: customer.name, tier: customer.tier, by },
    waiting,
    moreWaiting: theirs.length - waiting.length,
  };
}

const waitingFor = async (customerId: CustomerId, { sql }: ToolContext) =>
  (await waitingOf(sql, { customerId })).filter(({ state }) => state !== 'placed');
