import { z } from 'zod';
import { OrderNumber } from '../domain/kernel/ids.js';
import { caseConditions } from './case-conditions.js';
import { defineTool } from './define-tool.js';
import { Finding, lintReply, ToldFact } from './lint-reply.js';
import { STAFF } from './principal.js';
import { Reach, reachOf } from './reach.js';
import { readCase } from './read-case.js';
import { replaceableLines, replyFacts } from './reply-facts.js';
import { fittingKinds, replyStep, StepFacts } from './reply-step.js';
import { wordReply } from './word-reply.js';

/**
 * Drafts a representative's reply to the customer of one order: the step of an SOP that fits the case, its words filled
 * with the order's facts, checked as an edited one would be. Sends nothing.
 */
export const draftReply = defineTool({
  name: 'draft_reply',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'Draft a reply to the customer of one order by the SOP that fits, citing it. Sends nothing.',
  input: z.object({
    orderNumber: OrderNumber,
    /** delay, followup, vip …; without it, what fits best. */
    replyKind: z.string().max(40).optional(),
    /** Words of the customer that came by another way; their tone counts. */
    customerWords: z.string().max(5_000).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('drafted'),
      orderNumber: OrderNumber,
      replyKind: z.string(),
      text: z.string(),
      step: StepFacts,
      /** The dates, amounts and codes that the text tells, with the facts that bear them. */
      told: z.array(ToldFact),
      findings: z.array(Finding),
      reach: z.array(Reach),
      /** What else it can be asked for now. */
      replyKinds: z.array(z.string()),
    }),
    /** What was asked for would say what is not so. */
    z.object({
      kind: z.literal('does_not_apply'),
      orderNumber: OrderNumber,
      asked: z.string(),
      /** What its nearest step lacks; empty when there is no such kind. */
      lacks: z.array(z.object({ fact: z.string(), is: z.string(), needs: z.string() })),
      replyKinds: z.array(z.string()),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  audited: ({ orderNumber, replyKind }) => ({ orderNumber, ...(replyKind !== undefined && { replyKind }) }),
  authorize: () => true,
  async run({ orderNumber, replyKind, customerWords = '' }, context) {
    const { rules } = context;
    const found = await readCase(orderNumber, context);
    if (!found) return { kind: 'not_found' as const };
    const replaceable = await replaceableLines(found, context);
    const conditions = caseConditions(found, replaceable.length > 0, customerWords, context);
    const replyKinds = fittingKinds(conditions, rules.replies);
    const picked = replyStep(conditions, rules, replyKind);
    if (picked.kind !== 'picked') {
      const lacks = picked.kind === 'does_not_apply' ? picked.lacks : [];
      return { kind: 'does_not_apply' as const, orderNumber, asked: replyKind ?? '', lacks, replyKinds };
    }
    const facts = replyFacts(found, replaceable, context);
    const text = wordReply(picked.step, facts);
    const checked = lintReply({ text, facts, customerWords, today: found.todayOn, replies: rules.replies });
    return {
      kind: 'drafted' as const,
      orderNumber,
      replyKind: picked.step.kind,
      text,
      step: picked.about,
      ...checked,
      reach: reachOf(found),
      replyKinds,
    };
  },
});
