import { z } from 'zod';
import { MESSAGE_TOPICS } from '../knowledge/message-policy.js';
import type { SqlOrTx } from '../store/connect.js';
import { keepWishes } from '../store/notification-wishes.js';
import { reachOfCustomer } from '../store/reaching-customers.js';
import { consentOf, recordConsent } from '../store/sms-consents.js';
import { phoneOf } from '../store/sms-conversations.js';
import { defineTool } from './define-tool.js';
import { currentIdentity } from './principal.js';
import { inTransaction } from './transaction.js';

const Channel = z.enum(['sms', 'email']);

/**
 * "No more messages": counts at once. By text it ends texts to the number the conversation is held with, whoever writes
 * from it (47 CFR 64.1200(a)(10)); in a chat it ends what a known customer is sent by the ways they name, or by all. Delay
 * notices and receipts still come by mail: they are owed.
 */
export const optOut = defineTool({
  name: 'opt_out',
  effect: 'record',
  audience: ['shopper'],
  description:
    'End messages the shopper no longer wants, when they ask for it in any words: channels sms, email or both; none named means every way in a chat and texts in a conversation by text. Delay notices and receipts still come by e-mail: say so.',
  input: z.object({ channels: z.array(Channel).default([]), words: z.string().min(1).max(2_000) }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('stopped'),
      shopName: z.string(),
      stopped: z.array(Channel),
      /** The conversation itself is held by the texts that end. */
      endsThis: z.boolean(),
      /** The last digits of the phone on file that gets no more texts. */
      phoneEnding: z.string().nullable(),
      /** The number START is texted to; null where none is given. */
      textsFrom: z.string().nullable(),
    }),
    /** A chat with somebody who has not shown who they are. */
    z.object({ kind: z.literal('unknown_shopper') }),
  ]),
  audited: ({ channels }) => ({ channels }),
  authorize: (_input, { principal }) => principal.kind === 'shopper',
  async run({ channels, words }, context) {
    const { principal, now, policy, texts } = context;
    if (principal.kind !== 'shopper') throw new Error('Only who is written to can end it');
    const tx = inTransaction(context);
    const identity = currentIdentity(principal, now);
    const texting = await phoneOf(tx, principal.conversationId);
    if (texting === null && !identity) return { kind: 'unknown_shopper' as const };
    const reach = identity && (await reachOfCustomer(tx, identity.customerId));
    const asked = channels.length > 0 ? channels : texting !== null ? ['sms' as const] : Channel.options;
    const phone = asked.includes('sms') ? (texting ?? reach?.phone ?? null) : null;
    // said once already: a carrier's word counts before it is answered
    if (phone !== null && !(await isOut(tx, phone))) {
      const externalId = `${principal.conversationId}@${now}`;
      await recordConsent(tx, { phone, granted: false, words, source: 'conversation', externalId, at: now });
    }
    const mail = asked.includes('email') && identity ? identity.customerId : null;
    if (mail !== null)
      await keepWishes(tx, {
        customerId: mail,
        wishes: MESSAGE_TOPICS.map((topic) => ({ channel: 'email' as const, topic, wanted: false })),
        words,
        source: 'conversation',
        at: now,
      });
    return {
      kind: 'stopped' as const,
      shopName: policy.name,
      // who has no phone on file is texted by nobody already
      stopped: asked.filter((channel) => channel === 'sms' || mail !== null),
      endsThis: texting !== null && phone !== null,
      phoneEnding: texting === null && phone !== null ? phone.slice(-4) : null,
      textsFrom: texting === null && phone !== null ? texts.from : null,
    };
  },
});

/** Whether this phone has said no to texts of either kind. */
async function isOut(sql: SqlOrTx, phone: string): Promise<boolean> {
  const standing = [await consentOf(sql, phone, 'service'), await consentOf(sql, phone, 'marketing')];
  return standing.every((one) => one?.granted === false);
}
