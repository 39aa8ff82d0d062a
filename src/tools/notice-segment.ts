import type { NoticePolicy, NoticeSegment } from '../knowledge/notice-policy.js';
import { findCustomer } from '../store/customers.js';
import type { OrderRecord } from '../store/orders.js';
import { waitingOf } from '../store/standing.js';
import type { ToolContext } from './define-tool.js';

/** How the policy tells a delay of this order: the first segment it fits. */
export async function noticeSegment(order: OrderRecord, { sql, rules }: ToolContext): Promise<NoticeSegment> {
  const [customer, waiting] = await Promise.all([
    findCustomer(sql, order.customerId),
    waitingOf(sql, { orderNumber: order.number }),
  ]);
  return segmentOf(rules.notices, {
    tier: customer?.tier ?? 'standard',
    paidCents: order.paidCents,
    slips: Math.max(0, ...waiting.map(({ slips }) => slips)),
    isTimeSensitive: order.neededBy !== null,
  });
}

/** The first segment whose conditions all hold. */
export function segmentOf(
  { segments, otherwise }: Pick<NoticePolicy, 'segments' | 'otherwise'>,
  order: {
    readonly tier: 'standard' | 'plus' | 'vip';
    readonly paidCents: number;
    readonly slips: number;
    readonly isTimeSensitive: boolean;
  },
): NoticeSegment {
  const fits = ({ when }: (typeof segments)[number]): boolean =>
    (when.tier?.includes(order.tier) ?? true) &&
    order.paidCents >= (when.orderValue ?? 0) * 100 &&
    order.slips >= (when.slips ?? 0) &&
    (when.timeSensitive ?? order.isTimeSensitive) === order.isTimeSensitive;
  return segments.find(fits) ?? otherwise;
}
