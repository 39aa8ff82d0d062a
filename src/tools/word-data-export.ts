import { z } from 'zod';
import { CustomerId } from '../domain/kernel/ids.js';
import { customerData } from '../store/customer-data.js';
import { reachOfCustomer } from '../store/reaching-customers.js';
import { mailsFor } from '../wording/locales.js';
import { defineTool } from './define-tool.js';
import { firstNameOf } from './word-notices.js';

/** Puts together what a customer asked for a copy of, as its mail is about to go out: to the address on file then. */
export const wordDataExport = defineTool({
  name: 'word_data_export',
  effect: 'read',
  audience: ['system'],
  description: 'Put together the copy of their data that a customer asked for.',
  input: z.object({ customerId: CustomerId }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('send'),
      recipient: z.string(),
      words: z.object({ subject: z.string(), text: z.string(), html: z.string() }),
      /** JSON. */
      data: z.string(),
    }),
    z.object({ kind: z.literal('over') }),
  ]),
  authorize: () => true,
  async run({ customerId }, { sql, policy }) {
    const [reach, data] = await Promise.all([reachOfCustomer(sql, customerId), customerData(sql, customerId)]);
    if (!reach?.email || !data) return { kind: 'over' as const };
    const facts = {
      firstName: firstNameOf(reach.name),
      shopName: policy.name,
      assistantName: policy.assistantName,
      stopLink: null,
    };
    return {
      kind: 'send' as const,
      recipient: reach.email,
      words: mailsFor('templates/email', reach.locale).write('data-copy', facts),
      data: JSON.stringify(data, null, 2),
    };
  },
});
