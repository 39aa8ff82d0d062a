import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { defineTool } from './define-tool.js';
import { Finding, lintReply, ToldFact } from './lint-reply.js';
import { STAFF } from './principal.js';
import { readCase } from './read-case.js';
import { replaceableLines, replyFacts } from './reply-facts.js';

/**
 * Checks a reply that somebody wrote or edited: what the shop never says (knowledge/policy/replies.yaml), and every date,
 * amount, code and number that no fact of the order bears.
 */
export const checkReplyText = defineTool({
  name: 'check_reply_text',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description:
    'Check a reply to the customer of one order before it is sent: forbidden promises, and facts that do not stand.',
  input: z.object({
    orderNumber: OrderNumber,
    text: z.string().trim().min(1).max(5_000),
    /** What the customer wrote: numbers and codes may be repeated from it. */
    customerWords: z.string().max(5_000).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    /** Nothing stops it; there may be something to think about. */
    z.object({ kind: z.literal('clean'), findings: z.array(Finding), told: z.array(ToldFact) }),
    z.object({ kind: z.literal('stopped'), findings: z.array(Finding), told: z.array(ToldFact) }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  audited: ({ orderNumber }) => ({ orderNumber }),
  authorize: () => true,
  async run({ orderNumber, text, customerWords = '' }, context) {
    const found = await readCase(orderNumber, context);
    if (!found) return { kind: 'not_found' as const };
    const facts = replyFacts(found, await replaceableLines(found, context), context);
    const { findings, told } = lintReply({
      ...{ text, facts, customerWords },
      today: found.todayOn,
      replies: context.rules.replies,
    });
    const isStopped = findings.some(({ severity }) => severity === 'stop');
    return { kind: isStopped ? ('stopped' as const) : ('clean' as const), findings, told };
  },
});
