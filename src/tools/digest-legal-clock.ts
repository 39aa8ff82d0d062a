import type { Duty } from '../domain/delay-rule/duties.js';
import { addDays, dateIn } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import type { ToolContext } from './define-tool.js';
import type { DueItem } from './digest-facts.js';
import { ordersUnderRule } from './orders-under-rule.js';
import { WAITS } from './owed-notice.js';

/** What each duty asks a person for; `ship` has no day of its own. */
const DUTIES: Readonly<Record<Duty['kind'], DueItem['duty'] | null>> = {
  ship_or_offer: 'notice',
  ship_or_consent: 'consent',
  send_refund: 'refund',
  stop_shipment: 'review',
  person: 'review',
  ship: null,
};

/**
 * What the delay rule (16 CFR part 435) wants within the policy's hours, over all orders that are not done. The earliest
 * first; what must be reviewed at once leads.
 */
export async function legalClock(context: ToolContext): Promise<DueItem[]> {
  const { now, rules } = context;
  const days = Math.ceil(rules.digest.dueWithinHours / 24);
  const due = (await ordersUnderRule(context)).flatMap(({ order, lines: own, standing }): DueItem[] => {
    const today = dateIn(order.shipToZone, now);
    const duties = standing.lines.flatMap(({ orderLineId, owed }) =>
      owed.flatMap(({ kind, legalBy }) => {
        const duty = DUTIES[kind];
        return duty && (legalBy === null || legalBy <= addDays(today, days)) ? [{ duty, legalBy, orderLineId }] : [];
      }),
    );
    return [...groupBy(duties, ({ duty }) => duty)].map(([duty, all]) => {
      const legalBy = all.map((one) => one.legalBy).reduce((a, b) => (a === null || b === null ? null : a < b ? a : b));
      return {
        item: `due:${order.number}:${duty}`,
        orderNumber: order.number,
        customerName: order.shipTo.name,
        duty,
        legalBy,
        isLate: legalBy !== null && legalBy < today,
        waitsForStock: own.some(
          ({ id, state }) => WAITS.has(state) && all.some(({ orderLineId }) => orderLineId === id),
        ),
        orderLineIds: [...new Set(all.map(({ orderLineId }) => orderLineId))],
      };
    });
  });
  return due.sort((a, b) => (a.legalBy ?? '').localeCompare(b.legalBy ?? '') || (a.item < b.item ? -1 : 1));
}
