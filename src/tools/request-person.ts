import { z } from 'zod';
import { openHandOff } from '../store/hand-offs.js';
import { defineTool } from './define-tool.js';
import { handOffRules } from './escalation-facts.js';
import { currentIdentity } from './principal.js';
import { inTransaction } from './transaction.js';

/** When people answer: local times in `zone`, on `days` such as "Monday to Friday". */
const Hours = z.object({ days: z.string(), opens: z.string(), closes: z.string(), zone: z.string() });

/** The policy's hours hold on these days; see knowledge/policy/shop.yaml. */
const OPEN_DAYS = 'Monday to Friday';

/**
 * Hands the conversation to a person: opens one request for the team, with what was asked and tried so far, and with
 * the escalation rules that fired, whose it is and by when somebody must look.
 * SOPs: angry customers, legal threats, urgent needs.
 */
export const requestPerson = defineTool({
  name: 'request_person',
  effect: 'record',
  audience: ['shopper'],
  description:
    'Ask for a person from the shop’s team to take over. Tell the customer the opening hours from the result; never a waiting time.',
  input: z.object({
    reason: z.enum(['asked', 'not_understood', 'legal', 'safety', 'upset', 'policy_exhausted', 'beyond_assistant']),
    summary: z.string().max(500),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('requested'), ...Hours.shape }),
    z.object({ kind: z.literal('already_requested'), ...Hours.shape }),
  ]),
  audited: ({ reason }) => ({ reason }),
  authorize: (_input, { principal }) => principal.kind === 'shopper',
  async run({ reason, summary }, context) {
    const { principal, now, policy } = context;
    if (principal.kind !== 'shopper') throw new Error('Only a conversation can be handed to a person');
    const { conversationId } = principal;
    const customerId = currentIdentity(principal, now)?.customerId ?? null;
    const fired = await handOffRules({ conversationId, customerId, reason }, context);
    const isNew = await openHandOff(
      inTransaction(context),
      {
        conversationId,
        reason,
        urgency: fired.priority === 'urgent' ? 'high' : 'normal',
        summary: { text: summary, customerId },
        askedAt: now,
      },
      fired,
    );
    return {
      kind: isNew ? ('requested' as const) : ('already_requested' as const),
      days: OPEN_DAYS,
      ...policy.hours,
      zone: policy.zone,
    };
  },
});
