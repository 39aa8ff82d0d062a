import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { defineTool } from './define-tool.js';
import { Finding, lintReply, ToldFact } from './lint-reply.js';
import { OfferKindName } from './offer-facts.js';
import { offerToTell } from './offer-to-tell.js';
import { OfferWorth } from './offer-worth.js';
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
    /** An offer that is given with it, and so may be told. */
    giving: z.object({ offer: OfferKindName, worth: OfferWorth }).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    /** Nothing stops it; there may be something to think about. */
    z.object({ kind: z.literal('clean'), findings: z.array(Finding), told: z.array(ToldFact) }),
    z.object({ kind: z.literal('stopped'), findings: z.array(Finding), told: z.array(ToldFact) }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  audited: ({ orderNumber }) => ({ orderNumber }),
  authorize: () => true,
  async run({ orderNumber, text, customerWords = '', giving }, context) {
    const found = await readCase(orderNumber, context);
    if (!found) return { kind: 'not_found' as const };
    const judged = giving && (await offerToTell(found, giving, context));
    const given = judged?.kind === 'allowed' ? { offer: judged.told } : {};
    const facts = { ...replyFacts(found, await replaceableLines(found, context), context), ...given };
    const { findings, told } = lintReply({
      ...{ text, facts, customerWords },
      today: found.todayOn,
      replies: context.rules.replies,
    });
    const isStopped = findings.some(({ severity }) => severity === 'stop');
    return { kind: isStopped ? ('stopped' as const) : ('clean' as const), findings, told };
  },
});
