import { z } from 'zod';
import { canCancel } from '../domain/orders/line-state.js';
import { linesOf, type OrderRecord } from '../store/orders.js';
import { CANNOT_CANCEL, CancelRecap, workOutCancelling } from './cancellation.js';
import type { ToolContext } from './define-tool.js';
import { recapId } from './recap-id.js';

/** What staff see of a cancellation before it is made. */
export const CancelPreview = z.object({
  recap: CancelRecap,
  /** Names the recap, for `cancel_items`. */
  recapId: z.string(),
  /** What of it cannot be cancelled any more, and why. */
  cannot: z.array(
    z.object({ line: z.int(), lineName: z.string(), because: z.enum(['left', 'part_left', 'being_cancelled']) }),
  ),
});

/** Why nothing of it can be cancelled; what a shopper is told as well, and a line that the order does not have. */
export const CANNOT_CANCEL_ITEMS = [
  ...CANNOT_CANCEL,
  z.object({ kind: z.literal('no_such_line'), lines: z.int() }),
] as const;

const Previewed = z.discriminatedUnion('kind', [
  CancelPreview.extend({ kind: z.literal('can_cancel') }),
  ...CANNOT_CANCEL_ITEMS,
]);

/** What cancelling one line of an order, or all that is left of it, would do as things stand. */
export async function cancelPreview(
  order: OrderRecord,
  line: number | null,
  context: ToolContext,
): Promise<z.infer<typeof Previewed>> {
  const lines = await linesOf(context.sql, [order.number]);
  const wanted = lines.filter((one) => line === null || one.line === line);
  if (wanted.length === 0) return { kind: 'no_such_line', lines: lines.length };
  const outcome = await workOutCancelling(order, (one) => line === null || one.line === line, context);
  if (outcome.kind !== 'proposed') return outcome;
  const cannot = wanted.flatMap(({ line: number, title, state }) =>
    canCancel(state) || state === 'cancelled'
      ? []
      : [{ line: number, lineName: title, because: BECAUSE[state] ?? ('left' as const) }],
  );
  return { kind: 'can_cancel', recap: outcome.recap, recapId: recapId(outcome.recap), cannot };
}

const BECAUSE: Readonly<Record<string, 'part_left' | 'being_cancelled'>> = {
  part_shipped: 'part_left',
  cancelling: 'being_cancelled',
};
