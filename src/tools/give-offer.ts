import { z } from 'zod';
import { judgeOffer } from '../domain/incentives/evaluate-offers.js';
import { ConversationId, OrderNumber } from '../domain/kernel/ids.js';
import { type ConversationRecord, findConversation, lockConversation } from '../store/conversations.js';
import { lockHandOff } from '../store/hand-offs.js';
import { stateOfNew } from '../store/offers.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { grant, lockForGrant, OfferKindName } from './offer-facts.js';
import { authorityOf, offerSituation } from './offer-situation.js';
import { faceCentsOf, OfferWorth } from './offer-worth.js';
import { isStaff, STAFF } from './principal.js';
import { LONGEST_REPLY, sendWords } from './reply-to-shopper.js';
import { inTransaction } from './transaction.js';

/**
 * Staff give an offer of their choice: within their own authority at once, above it with the word who may. Margin,
 * budgets, frequency and no stacking bind everybody. Nothing is stored when it needs approval. SOP: incentives.
 */
export const giveOffer = defineTool({
  name: 'give_offer',
  effect: 'record',
  audience: STAFF,
  description: 'Give one offer for the delay of an order, within the limits of the member of staff who asks.',
  input: z.object({
    orderNumber: OrderNumber,
    offer: OfferKindName,
    worth: OfferWorth,
    /** Told to the customer in the same deed: the words as whoever gives it saw them, and their open conversation. */
    tell: z.object({ conversationId: ConversationId, text: z.string().trim().min(1).max(LONGEST_REPLY) }).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('granted'),
      offerId: z.string(),
      offerState: z.enum(['requested', 'granted']),
      faceCents: z.int(),
      costCents: z.int(),
    }),
    z.object({
      kind: z.literal('needs_approval'),
      by: z.enum(['bot', 'rep', 'lead', 'manager']),
      faceCents: z.int(),
      costCents: z.int(),
    }),
    z.object({ kind: z.literal('refused'), because: z.string() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  audited: ({ tell, ...offered }) => ({ ...offered, ...(tell && { toldIn: tell.conversationId }) }),
  authorize: (_input, { principal }) => isStaff(principal),
  async run({ orderNumber, offer: kind, worth, tell }, context) {
    const conversation = tell && (await holdConversation(tell.conversationId, context));
    const order = await lockForGrant(orderNumber, context);
    if (!order) return { kind: 'not_found' as const };
    const situation = await offerSituation(order, context);
    const faceCents = faceCentsOf(kind, worth, situation, context.rules.incentives) ?? 0;
    const verdict = judgeOffer({ kind, faceCents }, situation, context.rules.incentives, authorityOf(context));
    if (verdict.kind === 'refused') return verdict;
    const { costCents } = verdict.offer;
    if (verdict.kind === 'needs_approval')
      return { kind: 'needs_approval' as const, by: verdict.by, faceCents, costCents };
    if (conversation?.mode === 'closed') return { kind: 'refused' as const, because: 'conversation_closed' };
    const offerId = await grant(order, verdict.offer, { situation }, context);
    if (tell && conversation) await sendWords(conversation, tell, context);
    return { kind: 'granted' as const, offerId, offerState: stateOfNew(verdict.offer), faceCents, costCents };
  },
});

/** Where it is told, held before the order, as everybody does who holds both. */
async function holdConversation(id: ConversationId, context: ToolContext): Promise<ConversationRecord> {
  const tx = inTransaction(context);
  await lockHandOff(tx, id);
  await lockConversation(tx, id);
  const conversation = await findConversation(tx, id);
  if (!conversation) throw new Error(`There is no conversation ${id}`);
  return conversation;
}
