import { z } from 'zod';
import { ConversationId, type CustomerId } from '../domain/kernel/ids.js';
import type { Tx } from '../store/connect.js';
import { type ConversationRecord, findConversation } from '../store/conversations.js';
import { addEntry } from '../store/hand-off-entries.js';
import { answerHandOff } from '../store/hand-off-work.js';
import { lockHandOff, type OpenHandOff, openHandOff } from '../store/hand-offs.js';
import { keepToldByPerson } from '../store/promises.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { handOffRules } from './escalation-facts.js';
import { currentIdentity, KnownIdentity, STAFF } from './principal.js';
import { firstName, staffPerson } from './staff-person.js';
import { takeHandOff } from './take-hand-off.js';
import { passOn } from './tell-shopper.js';
import { claimsOf } from './told-claims.js';
import { inTransaction } from './transaction.js';

/** As long as a shopper's own message may be. */
export const LONGEST_REPLY = 2_000;

/**
 * Sends a person's words to the shopper, in the conversation and by its channel. Whoever answers has the conversation
 * from then on, if nobody had it. Where no person was asked for, a hand-off is opened, so that the answer comes to people.
 */
export const replyToShopper = defineTool({
  name: 'reply_to_shopper',
  effect: 'record',
  audience: STAFF,
  description: 'Send your own words to the customer in their open conversation.',
  input: z.object({
    conversationId: ConversationId,
    text: z.string().trim().min(1).max(LONGEST_REPLY),
    /** The message in Slack it was written as. */
    source: z.string().max(100).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    /** On its way; the thread says when it has arrived at the channel. */
    z.object({ kind: z.literal('sent'), conversationId: ConversationId, channel: z.string() }),
    z.object({ kind: z.literal('conversation_closed'), conversationId: ConversationId }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  audited: ({ conversationId }) => ({ conversationId }),
  authorize: () => true,
  async run({ conversationId, text, source }, context) {
    const tx = inTransaction(context);
    const conversation = await findConversation(tx, conversationId);
    if (!conversation) return { kind: 'not_found' as const };
    if (conversation.mode === 'closed') return { kind: 'conversation_closed' as const, conversationId };
    await sendWords(conversation, { text, ...(source && { source }) }, context);
    return { kind: 'sent' as const, conversationId, channel: conversation.channel };
  },
});

/**
 * A person's words, sent in the transaction of whatever they tell of. Whoever writes has the conversation from then on, if
 * nobody had it; its thread shows the words and what became of them.
 */
export async function sendWords(
  conversation: ConversationRecord,
  { text, source }: { readonly text: string; readonly source?: string },
  context: ToolContext,
): Promise<void> {
  const tx = inTransaction(context);
  const { id: conversationId } = conversation;
  const open = (await lockHandOff(tx, conversationId)) ?? (await openByTeam(tx, conversation, context));
  const { handOffId } = open;
  if (open.claimedBy === undefined) await takeHandOff(tx, open, context);
  const by = staffPerson(context);
  const messageId = await passOn(tx, conversationId, { text, personName: firstName(by) });
  await keepToldByPerson(tx, {
    ...{ conversationId, messageId, staffId: by.staffId, toldAt: context.now },
    customerId: customerOf(conversation, context),
    claims: claimsOf(text),
  });
  await addEntry(tx, { handOffId, conversationId, kind: 'reply', by, text, messageId, ...(source && { source }) });
  await answerHandOff(tx, handOffId, context.now);
}

/** Whose conversation it is, as far as they have shown. */
const customerOf = ({ identity }: ConversationRecord, { now }: ToolContext): CustomerId | null =>
  currentIdentity({ identity: KnownIdentity.parse(identity) }, now)?.customerId ?? null;

/** A hand-off that nobody asked for: somebody of the team wrote first. */
async function openByTeam(tx: Tx, conversation: ConversationRecord, context: ToolContext): Promise<OpenHandOff> {
  const { id: conversationId } = conversation;
  const customerId = customerOf(conversation, context);
  const fired = await handOffRules({ conversationId, customerId, reason: 'team_wrote' }, context);
  const summary = { text: '', customerId };
  await openHandOff(
    tx,
    { conversationId, reason: 'team_wrote', urgency: 'normal', summary, askedAt: context.now },
    fired,
  );
  const open = await lockHandOff(tx, conversationId);
  if (!open) throw new Error(`The hand-off of ${conversationId} was opened and is not there`);
  return open;
}
