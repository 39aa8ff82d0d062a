import { z } from 'zod';
import { AUTHORITIES } from '../domain/incentives/offer.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { defineTool } from './define-tool.js';
import { OfferKindName } from './offer-facts.js';
import { offerToTell } from './offer-to-tell.js';
import { OfferWorth } from './offer-worth.js';
import { STAFF } from './principal.js';
import { Reach, reachOf } from './reach.js';
import { liveOfferOf, readCase } from './read-case.js';
import { replyFacts } from './reply-facts.js';
import { wordReply } from './word-reply.js';

/** Drafts the words that tell a customer of an offer: one about to be given, or the one the order has. Gives and sends nothing. */
export const draftOffer = defineTool({
  name: 'draft_offer',
  effect: 'read',
  audience: STAFF,
  description: 'Draft the message that tells a customer of an offer for the delay of an order. Sends nothing.',
  input: z.object({
    orderNumber: OrderNumber,
    /** What is about to be given; without it, what was given. */
    giving: z.object({ offer: OfferKindName, worth: OfferWorth }).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('drafted'),
      orderNumber: OrderNumber,
      customerName: z.string(),
      text: z.string(),
      reach: z.array(Reach),
    }),
    z.object({ kind: z.literal('needs_approval'), by: z.enum(AUTHORITIES) }),
    z.object({ kind: z.literal('refused'), because: z.string() }),
    /** The order has no offer that could be told. */
    z.object({ kind: z.literal('no_offer') }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ orderNumber, giving }, context) {
    const found = await readCase(orderNumber, context);
    if (!found) return { kind: 'not_found' as const };
    const facts = replyFacts(found, [], context);
    const judged = giving && (await offerToTell(found, giving, context));
    if (judged?.kind === 'refused') return judged;
    if (judged?.kind === 'needs_approval') return { kind: 'needs_approval' as const, by: judged.by };
    if (!judged && !liveOfferOf(found)) return { kind: 'no_offer' as const };
    const text = wordReply({ say: ['offer-given'] }, { ...facts, ...(judged && { offer: judged.told }) });
    return {
      kind: 'drafted' as const,
      ...{ orderNumber, customerName: found.profile.name, text, reach: reachOf(found) },
    };
  },
});
