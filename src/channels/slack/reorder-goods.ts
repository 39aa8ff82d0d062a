import { z } from 'zod';
import { Sku } from '../../domain/kernel/ids.js';
import { decideReorder } from '../../tools/decide-reorder.js';
import { sayMoney, sayNumber } from '../../wording/formats.js';
import { clip, sentence } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import { refusedWords } from './cards/reorder-words.js';
import { LONGEST_NAME } from './cards/supply-words.js';
import type { Handling } from './handling.js';
import type { Post } from './posts.js';

/** Names an item to order. */
export const OfItem = z.object({ sku: Sku });
/** Names a request to order goods. */
export const OfReorder = z.object({ reorderId: z.int() });

/** A number of units as somebody typed it: "120", "1,200". */
export const Units = z
  .string({ error: 'Write how many.' })
  .trim()
  .regex(/^[1-9][\d,]{0,8}$/, { error: 'Write a whole number, such as 120.' })
  .transform((typed) => Number(typed.replaceAll(',', '')));
export const Why = z.string({ error: 'Write why.' }).trim().min(1, { error: 'Write why.' }).max(500);

/** Answers a request and tells the answerer what came of it; the card itself follows the request. */
export async function decide(
  input: z.input<typeof decideReorder.input>,
  { call, reply }: Pick<Handling, 'call' | 'reply'>,
): Promise<readonly Post[]> {
  const decided = await call(decideReorder, input);
  switch (decided.kind) {
    case 'ordered': {
      const { poNumber, units, cost, supplierName } = decided;
      return [
        reply(
          sentence(
            mrkdwn`${poNumber} is on its way to ${clip(supplierName, LONGEST_NAME)}: ${sayNumber(units)} units, ${sayMoney(cost)}. Whoever asked is told.`,
          ),
        ),
      ];
    }
    case 'declined':
      return [reply(sentence(mrkdwn`Declined. Whoever asked is told, with your reason.`))];
    default:
      return [reply(sentence(refusedWords(decided)))];
  }
}
