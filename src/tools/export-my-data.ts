import { z } from 'zod';
import { addToOutbox } from '../store/outbox.js';
import { reachOfCustomer } from '../store/reaching-customers.js';
import { defineTool } from './define-tool.js';
import { currentIdentity } from './principal.js';
import { inTransaction } from './transaction.js';

/**
 * "Send me everything you have on me": a file with all of it goes to the e-mail address on file, never into the chat, so
 * that who only knows an order gets nothing. It is put together as it goes out.
 */
export const exportMyData = defineTool({
  name: 'export_my_data',
  effect: 'record',
  audience: ['shopper'],
  description:
    'Send the shopper a copy of all data kept about them, to the e-mail address on file. Never read data out in the chat, and do not say the address.',
  input: z.object({}),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('mailed') }),
    /** Shown by a postcode alone, which many people share. */
    z.object({ kind: z.literal('needs_proof') }),
    /** There is no address to send it to, or no mail goes out here. */
    z.object({ kind: z.literal('no_email') }),
  ]),
  authorize: (_input, { principal, now }) => principal.kind === 'shopper' && currentIdentity(principal, now) !== null,
  async run(_input, context) {
    const { principal, now, mail } = context;
    const identity = principal.kind === 'shopper' ? currentIdentity(principal, now) : null;
    if (!identity) throw new Error('Only a known shopper is sent their data');
    if (identity.orders !== 'all') return { kind: 'needs_proof' as const };
    const tx = inTransaction(context);
    const { customerId } = identity;
    const reach = await reachOfCustomer(tx, customerId);
    if (!mail.connected || !reach?.email) return { kind: 'no_email' as const };
    await addToOutbox(tx, [
      {
        // asked twice on a day, it is sent once
        key: `email:data:${customerId}:${now.slice(0, 10)}`,
        channel: 'email',
        lane: `customer:${customerId}`,
        payload: { kind: 'data_export', customerId },
      },
    ]);
    return { kind: 'mailed' as const };
  },
});
