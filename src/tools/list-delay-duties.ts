import { z } from 'zod';
import { defineTool } from './define-tool.js';
import { DueItem } from './digest-facts.js';
import { legalClock } from './digest-legal-clock.js';
import { STAFF } from './principal.js';

/** What the delay rule (16 CFR part 435) makes due soon, over all orders that are not done, the first due first. */
export const listDelayDuties = defineTool({
  name: 'list_delay_duties',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description: 'List what the delay rule makes due within the next hours of policy: order, duty, and by when.',
  input: z.object({ limit: z.int().min(1).max(50).default(8) }),
  output: z.object({
    kind: z.literal('listed'),
    dueWithinHours: z.int(),
    duties: z.array(DueItem),
    /** How many there are beyond those listed. */
    more: z.int(),
  }),
  authorize: () => true,
  async run({ limit }, context) {
    const all = await legalClock(context);
    return {
      kind: 'listed' as const,
      dueWithinHours: context.rules.digest.dueWithinHours,
      duties: all.slice(0, limit),
      more: Math.max(0, all.length - limit),
    };
  },
});
