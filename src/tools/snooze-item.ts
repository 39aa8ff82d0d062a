import { z } from 'zod';
import { addDays, dateIn, LocalDate } from '../domain/kernel/dates.js';
import { addSnooze } from '../store/snoozes.js';
import { defineTool } from './define-tool.js';
import { principalId } from './principal.js';
import { inTransaction } from './transaction.js';

const MOST_DAYS = 90;

/** Puts one item of the digest aside until a day, with a reason. Kept for good; a later snooze of the item counts instead. */
export const snoozeItem = defineTool({
  name: 'snooze_item',
  effect: 'record',
  audience: ['lead', 'manager'],
  description: 'Leave one item out of the daily digest until a day, with a reason. It is counted there as snoozed.',
  input: z.object({
    item: z.string().regex(/^(due|stockout|slip|risk|customer|free|arrival):.{1,60}$/),
    reason: z.string().trim().min(1).max(300),
    untilOn: LocalDate,
  }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('snoozed'), item: z.string(), untilOn: LocalDate }),
    z.object({ kind: z.literal('not_ahead'), firstOn: LocalDate, lastOn: LocalDate }),
  ]),
  authorize: () => true,
  async run({ item, reason, untilOn }, context) {
    const { now, policy, principal } = context;
    const today = dateIn(policy.zone, now);
    const [firstOn, lastOn] = [addDays(today, 1), addDays(today, MOST_DAYS)];
    if (untilOn < firstOn || untilOn > lastOn) return { kind: 'not_ahead' as const, firstOn, lastOn };
    await addSnooze(inTransaction(context), { item, reason, untilOn, by: principalId(principal), at: now });
    return { kind: 'snoozed' as const, item, untilOn };
  },
});
