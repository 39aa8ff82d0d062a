import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { findNotice, NoticeLine } from '../store/delay-notices.js';
import { findOrder } from '../store/orders.js';
import { CancelRecap, workOutCancelling } from './cancellation.js';
import { defineTool } from './define-tool.js';
import { openAnswers } from './notice-answers.js';

/** Why a link of a notice does nothing any more. */
export const LINK_OVER = [
  z.object({
    kind: z.literal('answered'),
    orderNumber: OrderNumber,
    choice: z.enum(['keep', 'cancel']),
    answeredOn: LocalDate,
    todayOn: LocalDate,
  }),
  /** The last day is over, or it shipped or was cancelled. */
  z.object({ kind: z.literal('over'), orderNumber: OrderNumber }),
  z.object({ kind: z.literal('not_found') }),
] as const;

/** What pressing a link of a delay notice would do, for the page behind it. The link's signature shows who asks. */
export const lookAtDelayNotice = defineTool({
  name: 'look_at_delay_notice',
  effect: 'read',
  audience: ['system'],
  description: 'Look at what an answer to a delay notice would do, before it is given.',
  input: z.object({ noticeId: z.string(), choice: z.enum(['keep', 'cancel']) }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('open'),
      orderNumber: OrderNumber,
      lines: z.array(NoticeLine),
      /** Null for keeping, and where a person has to see to it. */
      recap: CancelRecap.nullable(),
      todayOn: LocalDate,
    }),
    ...LINK_OVER,
  ]),
  authorize: () => true,
  async run({ noticeId, choice }, context) {
    const notice = await findNotice(context.sql, noticeId);
    const order = notice && (await findOrder(context.sql, notice.facts.orderNumber));
    if (!order) return { kind: 'not_found' as const };
    const orderNumber = order.number;
    const { keeping, cancelling, partLeft, todayOn } = await openAnswers(notice, order, context);
    if (notice.answer && notice.answeredAt) {
      const answeredOn = dateIn(order.shipToZone, notice.answeredAt);
      return { kind: 'answered' as const, orderNumber, choice: notice.answer, answeredOn, todayOn };
    }
    const lines = choice === 'keep' ? keeping : [...cancelling, ...partLeft];
    if (lines.length === 0) return { kind: 'over' as const, orderNumber };
    const ids = new Set(cancelling.map(({ orderLineId }) => orderLineId));
    const outcome =
      choice === 'cancel' && ids.size > 0 ? await workOutCancelling(order, ({ id }) => ids.has(id), context) : null;
    const recap = outcome?.kind === 'proposed' ? outcome.recap : null;
    return { kind: 'open' as const, orderNumber, lines: [...lines], recap, todayOn };
  },
});
