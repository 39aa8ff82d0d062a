import { z } from 'zod';
import { newestWords } from '../language/supplier-mail/read-supplier-mail.js';
import type { ReadClaim } from '../language/supplier-mail/settle-claims.js';
import { findInboundMail } from '../store/inbound-mails.js';
import { findPurchaseOrder } from '../store/purchase-orders.js';
import { claimsOfMail } from '../store/supplier-claims.js';
import { tidyLines } from '../wording/plain-text.js';
import { defineTool } from './define-tool.js';
import { UnclearAnswer } from './propose-claims.js';
import { supplierAnswerReading } from './supplier-answer-reading.js';

/** As much of a mail as a model is given to read. */
const LONGEST_WORDS = 6_000;

/**
 * What a language model may be asked to read: a supplier's mail about an order in which rules find nothing, no certain
 * line, or words they do not understand. A mail that was read already, and one that gives orders to its reader, is none.
 */
export const getUnclearAnswer = defineTool({
  name: 'get_unclear_answer',
  effect: 'read',
  audience: ['system'],
  description: 'The newest words of a supplier’s mail that rules do not read to their end, with the order’s lines.',
  input: z.object({ mailId: z.int() }),
  output: z.discriminatedUnion('kind', [UnclearAnswer, z.object({ kind: z.literal('clear') })]),
  authorize: () => true,
  async run({ mailId }, context) {
    const clear = { kind: 'clear' as const };
    const stored = await findInboundMail(context.sql, mailId);
    if (stored?.kind !== 'supplier' || stored.poNumber === null) return clear;
    const purchase = await findPurchaseOrder(context.sql, stored.poNumber);
    if (!purchase || (await claimsOfMail(context.sql, mailId)).length > 0) return clear;
    const { mail, order, reading } = supplierAnswerReading(stored, purchase, context);
    if (reading.kind === 'automatic' || !isUnclear(reading.claims)) return clear;
    const words = tidyLines(newestWords(mail, order));
    if (words === '' || words.length > LONGEST_WORDS) return clear;
    return {
      kind: 'unclear' as const,
      ...{ poNumber: purchase.poNumber, sentOn: mail.sentOn, words },
      lines: purchase.lines.map(({ lineNumber, sku, title, quantity, promisedOn }) => ({
        ...{ lineNumber, sku, title, quantity, promisedOn },
      })),
    };
  },
});

const isUnclear = (claims: readonly ReadClaim[]): boolean =>
  !claims.some(({ doubts }) => doubts.includes('to_machine')) &&
  (claims.length === 0 ||
    claims.some(({ kind, line, doubts }) => kind === 'unclear' || line === null || doubts.includes('not_understood')));
