import { dateIn, isBefore, type LocalDate } from '../domain/kernel/dates.js';
import type { OrderRecord } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';

/** The day by which it must be there: the one named, or the one kept with the order; null when there is none or it is over. */
export function dayNeeded(
  named: LocalDate | undefined,
  order: Pick<OrderRecord, 'neededBy'>,
  { policy, now }: Pick<ToolContext, 'policy' | 'now'>,
): LocalDate | null {
  const day = named ?? order.neededBy;
  return day && !isBefore(day, dateIn(policy.zone, now)) ? day : null;
}
