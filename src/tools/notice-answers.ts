import { dateIn, type LocalDate } from '../domain/kernel/dates.js';
import { canCancel } from '../domain/orders/line-state.js';
import type { NoticeLine, NoticeRecord } from '../store/delay-notices.js';
import type { OrderRecord } from '../store/orders.js';
import type { ToolContext } from './define-tool.js';
import { standingNow } from './delay-facts.js';

/** Which lines of a notice can still be answered. */
export interface OpenAnswers {
  /** Their answer to this very notice is awaited. */
  readonly keeping: readonly NoticeLine[];
  /** The customer can still cancel them, whole. */
  readonly cancelling: readonly NoticeLine[];
  /** Part of them has left: of the rest a person decides. */
  readonly partLeft: readonly NoticeLine[];
  readonly todayOn: LocalDate;
}

/** What an answer by link may still do: until the last day of each line, unless it shipped or was cancelled meanwhile. */
export async function openAnswers(
  { noticeId, facts, state }: NoticeRecord,
  order: OrderRecord,
  context: ToolContext,
): Promise<OpenAnswers> {
  const { standing, lines } = await standingNow(order, context);
  const todayOn = dateIn(order.shipToZone, context.now);
  const standingOf = (id: string) => standing.lines.find(({ orderLineId }) => orderLineId === id);
  const stateOf = (id: string) => lines.find((line) => line.id === id)?.state ?? 'cancelled';
  const live = facts.lines.filter(
    ({ answerBy, orderLineId }) =>
      state === 'sent' && todayOn <= answerBy && (standingOf(orderLineId)?.cancellation.possible ?? false),
  );
  return {
    keeping: live.filter(({ orderLineId }) => {
      const one = standingOf(orderLineId);
      return (one?.awaitsAnswer ?? false) && one?.option?.noticeId === noticeId;
    }),
    cancelling: live.filter(({ orderLineId }) => canCancel(stateOf(orderLineId))),
    partLeft: live.filter(({ orderLineId }) => stateOf(orderLineId) === 'part_shipped'),
    todayOn,
  };
}
