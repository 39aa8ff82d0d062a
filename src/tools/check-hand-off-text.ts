import { z } from 'zod';
import { dateIn } from '../domain/kernel/dates.js';
import { ConversationId } from '../domain/kernel/ids.js';
import { findConversation } from '../store/conversations.js';
import { messagesBefore } from '../store/messages.js';
import { findOrders, ordersOf } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { Finding, lintReply } from './lint-reply.js';
import { currentIdentity, KnownIdentity, STAFF } from './principal.js';
import { readCase } from './read-case.js';
import { replaceableLines, replyFacts } from './reply-facts.js';

/** Orders and words of the shopper that a person's words may rest on. */
const MOST_ORDERS = 5;
const MOST_MESSAGES = 20;

/**
 * Checks what somebody of the team is about to write to a shopper, as `check_reply_text` does for a drafted reply: against
 * what the shop never says, and each date, amount and code against the orders that the shopper has shown to be theirs. A
 * person talks freely besides: bare numbers, and a "tomorrow" that is no promise about goods or money, go through.
 */
export const checkHandOffText = defineTool({
  name: 'check_hand_off_text',
  effect: 'read',
  audience: STAFF,
  description: 'Check a person’s own words to a shopper before they are sent.',
  input: z.object({ conversationId: ConversationId, text: z.string().trim().min(1).max(5_000) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('clean') }),
    z.object({ kind: z.literal('stopped'), findings: z.array(Finding).min(1) }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  audited: ({ conversationId }) => ({ conversationId }),
  authorize: () => true,
  async run({ conversationId, text }, context) {
    const { sql, now, rules } = context;
    const conversation = await findConversation(sql, conversationId);
    if (!conversation) return { kind: 'not_found' as const };
    const shopper = { kind: 'shopper' as const, conversationId, source: 'team' };
    const identity = currentIdentity({ ...shopper, identity: KnownIdentity.parse(conversation.identity) }, now);
    const orders = !identity
      ? []
      : identity.orders === 'all'
        ? await ordersOf(sql, identity.customerId, MOST_ORDERS)
        : await findOrders(sql, identity.orders.slice(0, MOST_ORDERS));
    const cases = await Promise.all(orders.map(({ number }) => readCase(number, context)));
    const facts = await Promise.all(
      cases.flatMap((one) =>
        one ? [replaceableLines(one, context).then((lines) => replyFacts(one, lines, context))] : [],
      ),
    );
    const said = await messagesBefore(sql, conversationId, conversation.lastSeq + 1, MOST_MESSAGES);
    const customerWords = said.flatMap(({ author, body }) => (author === 'shopper' ? [String(body.text ?? '')] : []));
    const { findings } = lintReply({
      ...{ text, facts: { orders: facts, hours: { ...context.policy.hours } } },
      customerWords: customerWords.join('\n'),
      today: dateIn(context.policy.zone, now),
      replies: rules.replies,
    });
    const stops = findings.filter((finding) => finding.severity === 'stop' && !isTalk(finding, text));
    return stops.length > 0 ? { kind: 'stopped' as const, findings: stops } : { kind: 'clean' as const };
  },
});

const NEAR =
  /^(?:(?:later )?today|tonight|tomorrow|this (?:morning|afternoon|evening)|(?:in |within )?\D*(?:minute|hour)s?)/i;
const OF_GOODS =
  /\b(?:ship|send|sent|arriv|deliver|leav|reach(?:es)? you|in stock|refund|charge|pay|credit|come|get it|there)/i;

/** "Two minutes", "I'll write tomorrow": nothing the shop could be held to about an order. */
function isTalk({ rule, words }: Finding, text: string): boolean {
  if (rule === 'unborne-number') return true;
  if (rule !== 'unborne-date' || !NEAR.test(words.trim())) return false;
  const sentences = text.split(/(?<=[.!?])\s|\n/).filter((sentence) => sentence.includes(words.trim()));
  return !sentences.some((sentence) => OF_GOODS.test(sentence));
}
