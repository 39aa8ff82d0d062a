import { z } from 'zod';
import { recordConsent } from '../store/sms-consents.js';
import { phoneOf } from '../store/sms-conversations.js';
import { defineTool } from './define-tool.js';
import { inTransaction } from './transaction.js';

/** Ends texts to the number a conversation is held with, at once (47 CFR 64.1200(a)(10)). In any other conversation there is nothing to end. */
export const stopTexts = defineTool({
  name: 'stop_texts',
  effect: 'record',
  audience: ['shopper'],
  description:
    'End all texts to this number, when the shopper asks in any words not to be texted any more. Only in a conversation by text.',
  input: z.object({ words: z.string().min(1).max(2_000) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('stopped'), shopName: z.string() }),
    z.object({ kind: z.literal('not_by_text') }),
  ]),
  audited: () => ({}),
  authorize: (_input, { principal }) => principal.kind === 'shopper',
  async run({ words }, context) {
    const { principal, now, policy } = context;
    if (principal.kind !== 'shopper') throw new Error('Only who is texted can end it');
    const tx = inTransaction(context);
    const phone = await phoneOf(tx, principal.conversationId);
    if (phone === null) return { kind: 'not_by_text' as const };
    const externalId = `${principal.conversationId}@${now}`;
    await recordConsent(tx, { phone, granted: false, words, source: 'conversation', externalId, at: now });
    return { kind: 'stopped' as const, shopName: policy.name };
  },
});
