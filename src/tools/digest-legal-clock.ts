import { delayStanding } from '../domain/delay-rule/delay-standing.js';
import type { Duty } from '../domain/delay-rule/duties.js';
import { addDays, dateIn } from '../domain/kernel/dates.js';
import { groupBy } from '../domain/kernel/group-by.js';
import { delayRecordsOf } from '../store/delay-records.js';
import { ordersUnderDelayRule } from '../store/digest-facts.js';
import { findOrders, linesOf } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { delayOrder } from './delay-facts.js';
import type { DueItem } from './digest-facts.js';
import { WAITS } from './owed-notice.js';
import { shopCalendar } from './shop-calendar.js';

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
 * What the delay rule (16 CFR part 435) wants within the policy's hours, over all orders that are not done: one read of
 * orders, lines and records each, then the rule's own replay. The earliest first; what must be reviewed at once leads.
 */
export async function legalClock({ sql, now, policy, rules }: ToolContext): Promise<DueItem[]> {
  const numbers = await ordersUnderDelayRule(sql);
  const [orders, lines, records] = await Promise.all([
    findOrders(sql, numbers),
    linesOf(sql, numbers),
    delayRecordsOf(sql, numbers),
  ]);
  const linesByOrder = groupBy(lines, ({ orderNumber }) => orderNumber);
  const orderOf = new Map(lines.map(({ id, orderNumber }) => [id, orderNumber]));
  const recordsByOrder = groupBy(records, ({ orderLineId }) => orderOf.get(orderLineId));
  const calendar = shopCalendar(policy);
  const days = Math.ceil(rules.digest.dueWithinHours / 24);
  const due = orders.flatMap((order): DueItem[] => {
    const own = linesByOrder.get(order.number) ?? [];
    const standing = delayStanding(delayOrder(order, own), recordsByOrder.get(order.number) ?? [], now, calendar);
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
