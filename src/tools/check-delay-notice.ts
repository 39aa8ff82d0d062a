import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { ownerOf } from '../store/customers.js';
import {
  DROPPED,
  messageIdsOf,
  NoticeFacts,
  type NoticeRecord,
  narrowNotice,
  settleNotice,
  TONES,
} from '../store/delay-notices.js';
import { findOffer } from '../store/offers.js';
import { linesOf, type OrderRecord } from '../store/orders.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { standingNow } from './delay-facts.js';
import { holdNoticesInMail } from './hold-notices.js';
import { owedNotice } from './owed-notice.js';
import { recapId } from './recap-id.js';
import { tellSender } from './tell-sender.js';
import { inTransaction } from './transaction.js';

/** An order's notice as its mail tells it. */
export const ToldNotice = z.object({
  noticeId: z.string(),
  facts: NoticeFacts,
  tone: z.enum(TONES),
  /** Given on top, whatever they choose. */
  offerPoints: z.int().nullable(),
});
export type ToldNotice = z.infer<typeof ToldNotice>;

/**
 * Looks at a mail's notices once more as it is about to go out. What shipped, was cancelled or has other dates meanwhile
 * is left out, with the reason on record, and shows as due again where a notice is still owed; without anything left, the
 * mail does not go.
 */
export const checkDelayNotice = defineTool({
  name: 'check_delay_notice',
  effect: 'record',
  audience: ['system'],
  description: 'Check, at the moment of sending, that the delay notices of a mail still tell what is so.',
  input: z.object({
    /** The first notice of the mail. */
    noticeId: z.string(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('send'),
      recipient: z.string(),
      notices: z.array(ToldNotice).min(1),
      todayOn: LocalDate,
      /** The orders' mails before this one, oldest first. */
      earlierMessageIds: z.array(z.string()),
    }),
    z.object({ kind: z.literal('dropped'), because: z.enum(DROPPED) }),
    /** It went out, or was dropped, before. */
    z.object({ kind: z.literal('over') }),
  ]),
  authorize: () => true,
  async run({ noticeId: mailId }, context) {
    const tx = inTransaction(context);
    const notices: ToldNotice[] = [];
    let because: (typeof DROPPED)[number] | null = null;
    const held = await holdNoticesInMail(mailId, context);
    const waiting = held.filter(({ notice }) => notice.state === 'waiting');
    for (const { notice, order } of waiting) {
      const judged = await judge(notice, order, context);
      if (typeof judged === 'string') {
        because = judged;
        await settleNotice(tx, notice.noticeId, { state: 'dropped', because: judged }, context.now);
        await tellSender(notice, 'dropped', context);
        continue;
      }
      if (judged.lines.length < notice.facts.lines.length) await narrowNotice(tx, notice.noticeId, judged);
      const offer = notice.offerId === null ? null : await findOffer(tx, notice.offerId);
      const offerPoints = offer?.state === 'granted' ? offer.points : null;
      notices.push({ noticeId: notice.noticeId, facts: judged, tone: notice.tone, offerPoints });
    }
    const [first] = waiting;
    if (!first || notices.length === 0)
      return because ? { kind: 'dropped' as const, because } : { kind: 'over' as const };
    return {
      kind: 'send' as const,
      recipient: first.notice.recipient,
      notices,
      todayOn: dateIn(first.order.shipToZone, context.now),
      earlierMessageIds: await messageIdsOf(
        tx,
        notices.map(({ facts }) => facts.orderNumber),
      ),
    };
  },
});

/** What a notice may still say: all of it, what is left of it, or why it is not to go. */
async function judge(
  { facts, recipient }: NoticeRecord,
  order: OrderRecord,
  context: ToolContext,
): Promise<NoticeFacts | (typeof DROPPED)[number]> {
  const owed = (await owedNotice(order, context))?.facts;
  const told = new Map(facts.lines.map((line) => [line.orderLineId, recapId(line)]));
  if (owed?.lines.every((line) => told.get(line.orderLineId) === recapId(line))) {
    const owner = await ownerOf(context.sql, order.number);
    return owner?.emails.includes(recipient) ? owed : 'address_changed';
  }
  if (owed) return 'dates_moved';
  const states = (await linesOf(context.sql, [order.number]))
    .filter(({ id }) => told.has(id))
    .map(({ state }) => state);
  if (states.some((state) => state === 'cancelled' || state === 'cancelling')) return 'cancelled';
  if (states.some((state) => state === 'shipped' || state === 'delivered')) return 'shipped';
  const { standing } = await standingNow(order, context);
  const isOver = standing.lines.some((line) => told.has(line.orderLineId) && line.state === 'cancelled');
  return isOver ? 'too_late' : 'dates_moved';
}
