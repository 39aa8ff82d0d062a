import { z } from 'zod';
import { settleDelayMail as keepOutcome } from '../store/delay-mails.js';
import { defineTool } from './define-tool.js';
import { holdDelayMail } from './hold-notices.js';
import { SentMail, Settled, stateAfter } from './mail-outcome.js';
import { tellBeside } from './tell-beside.js';
import { inTransaction } from './transaction.js';

/** Keeps what became of a reminder, or of word of a cancellation, with its exact words. */
export const settleDelayMail = defineTool({
  name: 'settle_delay_mail',
  effect: 'record',
  audience: ['system'],
  description: 'Record that a mail about a delay notice was accepted for delivery, or refused, with its exact words.',
  input: z.object({ mailId: z.string(), ...SentMail }),
  output: Settled,
  // the words hold links that nobody but the customer may press
  audited: ({ mailId, result, messageId }) => ({ mailId, result, messageId }),
  authorize: () => true,
  async run({ mailId, result, ...words }, context) {
    const tx = inTransaction(context);
    const held = await holdDelayMail(mailId, context);
    if (held?.mail.state !== 'waiting') return { kind: 'over' as const };
    const { mail, order } = held;
    await keepOutcome(tx, mailId, { state: stateAfter(result), ...words }, context.now);
    if (result === 'bounced') return { kind: 'settled' as const };
    const beside = { customerId: order.customerId, orderNumbers: [order.number], noticeId: mailId };
    if (mail.kind === 'reminder')
      await tellBeside(tx, { kind: 'reminder', ...beside, ...mail.facts, noticeId: mailId });
    else await tellBeside(tx, { kind: 'cancellation', ...beside, ...mail.facts, lines: mail.facts.items });
    return { kind: 'settled' as const };
  },
});
