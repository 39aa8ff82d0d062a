import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import {
  DROPPED,
  findNotice,
  NoticeFacts,
  type NoticeRecord,
  noticesOf,
  settleNotice,
} from '../store/delay-notices.js';
import { linesOf, lockOrder, type OrderRecord } from '../store/orders.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { noticeAddress, owedNotice } from './owed-notice.js';
import { recapId } from './recap-id.js';
import { inTransaction } from './transaction.js';

/**
 * Looks at a notice once more as it is about to go out: shipped, cancelled or other dates meanwhile, and it is dropped,
 * with the reason on record. A notice that is still owed then shows as due again.
 */
export const checkDelayNotice = defineTool({
  name: 'check_delay_notice',
  effect: 'record',
  audience: ['system'],
  description: 'Check, at the moment of sending, that a delay notice still tells what is so.',
  input: z.object({ noticeId: z.string() }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('send'),
      recipient: z.string(),
      facts: NoticeFacts,
      todayOn: LocalDate,
      /** The order's mails before this one, oldest first. */
      earlierMessageIds: z.array(z.string()),
    }),
    z.object({ kind: z.literal('dropped'), because: z.enum(DROPPED) }),
    /** It went out, or was dropped, before. */
    z.object({ kind: z.literal('over') }),
  ]),
  authorize: () => true,
  async run({ noticeId }, context) {
    const tx = inTransaction(context);
    const known = await findNotice(tx, noticeId);
    const order = known && (await lockOrder(tx, known.facts.orderNumber));
    const notice = order && (await findNotice(tx, noticeId));
    if (!order || notice?.state !== 'waiting') return { kind: 'over' as const };
    const because = await whyNot(notice, order, context);
    if (because) {
      await settleNotice(tx, noticeId, { state: 'dropped', because }, context.now);
      return { kind: 'dropped' as const, because };
    }
    const { recipient, facts } = notice;
    return {
      kind: 'send' as const,
      recipient,
      facts,
      todayOn: dateIn(order.shipToZone, context.now),
      earlierMessageIds: (await noticesOf(tx, order.number)).flatMap(({ messageId }) => messageId ?? []),
    };
  },
});

async function whyNot(
  { facts, recipient }: NoticeRecord,
  order: OrderRecord,
  context: ToolContext,
): Promise<(typeof DROPPED)[number] | null> {
  const owed = await owedNotice(order, context);
  if (owed && recapId(owed.facts) === recapId(facts))
    return recipient === (await noticeAddress(order, context)) ? null : 'address_changed';
  const told = new Set(facts.lines.map(({ orderLineId }) => orderLineId));
  const states = (await linesOf(context.sql, [order.number]))
    .filter(({ id }) => told.has(id))
    .map(({ state }) => state);
  if (states.some((state) => state === 'cancelled' || state === 'cancelling')) return 'cancelled';
  return states.some((state) => state === 'shipped' || state === 'delivered') ? 'shipped' : 'dates_moved';
}
