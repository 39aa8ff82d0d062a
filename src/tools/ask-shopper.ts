import { z } from 'zod';
import { Instant } from '../domain/kernel/dates.js';
import { ConversationId } from '../domain/kernel/ids.js';
import { lockConversation } from '../store/conversations.js';
import { ownerOf } from '../store/customers.js';
import { keepToldByPerson } from '../store/promises.js';
import { lockLiveProposal, makeProposal } from '../store/proposals.js';
import { isTeamQuestion, keepTeamQuestion } from '../store/team-questions.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { staffPerson } from './staff-person.js';
import { NOT_REACHABLE, NotPossible, orderAskedAbout, prepareQuestion, reachedBy, TeamAsk } from './team-question.js';
import { putQuestion } from './tell-shopper.js';
import { claimsOf } from './told-claims.js';
import { inTransaction } from './transaction.js';

/**
 * Puts a question to a shopper in their own chat, with a button for yes and one for no. It is a proposal like those the
 * assistant makes: the shopper's own yes carries it out through the confirmation gate, and nothing else does. The word
 * that comes is shown to whoever asked. SOP: substitutes.
 */
export const askShopper = defineTool({
  name: 'ask_shopper',
  effect: 'record',
  audience: STAFF,
  description: 'Ask the customer of one order, in their open chat, whether they agree. Their yes carries it out.',
  /** `shown`: the words of the preview. When they are others by now, nothing is sent. */
  input: z.object({ ask: TeamAsk, shown: z.string().max(5_000) }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('asked'),
      questionId: z.uuid(),
      conversationId: ConversationId,
      channel: z.string(),
      answerBy: Instant,
    }),
    /** The facts moved since the preview. */
    z.object({ kind: z.literal('words_changed') }),
    /** They are just being asked what they themselves wanted. */
    z.object({ kind: z.literal('other_question') }),
    z.object({ kind: z.literal('not_reachable'), because: z.enum(NOT_REACHABLE) }),
    NotPossible,
    z.object({ kind: z.literal('not_found') }),
  ]),
  audited: ({ ask }) => ({ ask }),
  authorize: () => true,
  async run({ ask, shown }, context) {
    const tx = inTransaction(context);
    const { now } = context;
    const orderNumber = orderAskedAbout(ask);
    const owner = await ownerOf(tx, orderNumber);
    if (!owner) return { kind: 'not_found' as const };
    const found = await reachedBy(owner.customerId, context);
    if (found.kind === 'not_reachable') return found;
    // conversation, proposal, order: as a turn that ends and a yes take them, so that none waits for another
    await lockConversation(tx, found.conversationId);
    const open = await lockLiveProposal(tx, found.conversationId);
    if (open && open.expiresAt > now && !(await isTeamQuestion(tx, open.id)))
      return { kind: 'other_question' as const };
    const { conversationId, channel, shopper, answerBy } = found;
    const prepared = await prepareQuestion(ask, shopper, { ...context, sql: tx });
    if (prepared.kind !== 'ready') return prepared;
    const { recap, words } = prepared;
    if (words.text !== shown) return { kind: 'words_changed' as const };
    const proposal = await makeProposal(tx, {
      ...{ conversationId, principal: shopper, recap, madeAt: now, expiresAt: answerBy },
      ...ask,
    });
    const asked = await putQuestion(tx, conversationId, {
      words,
      proposalId: proposal.id,
      template: `ask/${ask.tool}`,
    });
    const { staffId } = staffPerson(context);
    await keepToldByPerson(tx, {
      ...{ conversationId, messageId: asked.id, customerId: owner.customerId, staffId, toldAt: now },
      claims: claimsOf(words.text),
    });
    const questionId = await keepTeamQuestion(tx, {
      ...{ proposalId: proposal.id, orderNumber, asked, askedBy: staffId, askedAt: now },
    });
    return { kind: 'asked' as const, questionId, conversationId, channel, answerBy };
  },
});
