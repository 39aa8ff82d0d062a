import { z } from 'zod';
import type { DelayStanding } from '../domain/delay-rule/delay-standing.js';
import type { NoticeVerdict } from '../domain/delay-rule/replay.js';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import { TONES } from '../store/delay-notices.js';
import { findOrder, type OrderLineRecord } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { DelayFacts, delayFacts, standingNow } from './delay-facts.js';
import { noticeSegment } from './notice-segment.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { STAFF } from './principal.js';

const Cited = z.object({ row: z.string(), cite: z.string() });

/** What only staff see of a line: what the shop owes, and the rows that fired. */
export const StaffDelayFacts = DelayFacts.extend({
  owed: z.array(
    z.object({ kind: z.string(), legalBy: LocalDate.nullable(), targetBy: LocalDate.nullable(), rule: Cited }),
  ),
  rules: z.array(Cited),
  notices: z.array(
    z.object({ noticeId: z.string(), on: LocalDate, counts: z.boolean(), because: z.string().nullable(), rule: Cited }),
  ),
});

/**
 * How an order stands under the delay rule (16 CFR part 435), line by line: which notice waits for an answer, what
 * silence means, what counts as cancelled and by when the refund is to be sent. Staff also get what is owed, and why. SOPs: second slip, refunds.
 */
export const getDelayStatus = defineTool({
  name: 'get_delay_status',
  effect: 'read',
  audience: ['shopper', ...STAFF, 'system'],
  description:
    'Read what the delay notices of one order mean, line by line: the revised ship date, whether an answer is awaited, what happens without one, and any refund that is owed. Never give legal advice.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      orderNumber: OrderNumber,
      todayOn: LocalDate,
      refundMethod: z.string(),
      /** For all cancelled lines together; null while nothing is owed or a person has yet to review the amount. */
      refundAmount: Money.nullable(),
      /** How the policy speaks to this customer of a delay of this order (notices.yaml). */
      tone: z.enum(TONES),
      lines: z.array(z.union([StaffDelayFacts, DelayFacts])),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsOrderOrIsStaff,
  async run({ orderNumber }, context) {
    const order = await findOrder(context.sql, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const [{ standing, lines }, { tone }] = await Promise.all([
      standingNow(order, context),
      noticeSegment(order, context),
    ]);
    const isStaff = context.principal.kind !== 'shopper';
    return {
      kind: 'found' as const,
      orderNumber,
      todayOn: dateIn(order.shipToZone, context.now),
      refundMethod: order.paymentMethod,
      refundAmount: standing.refund && !standing.refund.needsReview ? standing.refund.amount : null,
      tone,
      lines: standing.lines.flatMap((one) => {
        const line = lines.find(({ id }) => id === one.orderLineId);
        if (!line) return [];
        return [isStaff ? staffDelayFacts(one, line) : delayFacts(one, line)];
      }),
    };
  },
});

export const staffDelayFacts = (
  standing: DelayStanding['lines'][number],
  line: OrderLineRecord,
): z.infer<typeof StaffDelayFacts> => ({
  ...delayFacts(standing, line),
  owed: [...standing.owed],
  rules: [...standing.rules],
  notices: standing.notices.map(verdict),
});

const verdict = (notice: NoticeVerdict) => ({
  noticeId: notice.noticeId,
  on: notice.on,
  counts: notice.counts,
  because: notice.counts ? null : notice.because,
  rule: notice.counts ? notice.option.rule : notice.rule,
});
