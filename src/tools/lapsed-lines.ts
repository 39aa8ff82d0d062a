import { dateIn } from '../domain/kernel/dates.js';
import { canCancel } from '../domain/orders/line-state.js';
import type { OrderLineRecord } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import type { OrderUnderRule } from './orders-under-rule.js';

/** The rows of the delay rule that cancel without anybody's word. */
const BY_SILENCE: ReadonlySet<string> = new Set(['4', '5', '7']);
const WITHOUT_NOTICE = '8';

/** A line that counts as cancelled by the rule and is still open on the books. */
export interface LapsedLine {
  readonly line: OrderLineRecord;
  readonly row: string;
}

/**
 * The lines of an order that the rule has cancelled and that are to be cancelled on the books now. Those whose silence was
 * awaited are at once; those that got no valid notice when policy says so. Part-shipped ones are a person's.
 */
export function lapsedLines(
  { order, lines, standing }: OrderUnderRule,
  { now, rules }: Pick<ToolContext, 'now' | 'rules'>,
): LapsedLine[] {
  const today = dateIn(order.shipToZone, now);
  return standing.lines.flatMap(({ orderLineId, cancelledBy, refund }) => {
    const line = lines.find(({ id }) => id === orderLineId);
    if (!line || !cancelledBy || !refund || !canCancel(line.state) || line.swapAskedFor !== null) return [];
    const { row } = cancelledBy;
    const isTime = row === WITHOUT_NOTICE && (rules.notices.missed === 'at_once' || today >= refund.sendBy);
    return BY_SILENCE.has(row) || isTime ? [{ line, row }] : [];
  });
}
