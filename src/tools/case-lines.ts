import { z } from 'zod';
import { dateIn, daysBetween, LocalDate } from '../domain/kernel/dates.js';
import type { Money } from '../domain/kernel/money.js';
import type { OrderLineRecord, OrderRecord } from '../store/orders.js';
import { shipDatesTold, type ToldShipDate, type WaitingStanding, waitingOf } from '../store/standing.js';
import type { ToolContext } from './define-tool.js';
import { standingNow } from './delay-facts.js';
import { StaffDelayFacts, staffDelayFacts } from './get-delay-status.js';
import { getLineEta } from './get-line-eta.js';
import { getQueuePosition } from './get-queue-position.js';
import { LineFacts, lineFacts } from './order-facts.js';

const Eta = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('estimated'),
    likelyOn: LocalDate,
    cautiousOn: LocalDate,
    arrivesLikelyOn: LocalDate,
    arrivesCautiousOn: LocalDate,
    reason: z.string(),
    /** From 0 to 1, to arrive by the day the order is needed; null where no day was named. */
    chanceByDate: z.number().nullable(),
  }),
  z.object({ kind: z.literal('unknown'), reason: z.string() }),
]);

/** One line as the team sees it. */
export const CaseLine = LineFacts.extend({
  /** Null while nothing of it waits for stock. */
  eta: Eta.nullable(),
  queue: z.object({ queuePosition: z.int(), unitsAhead: z.int(), queueReasons: z.array(z.string()) }).nullable(),
  /** Every ship date told, oldest first; shipBy is null where a notice named none. */
  told: z.array(
    z.object({ shipBy: LocalDate.nullable(), toldOn: LocalDate, how: z.enum(['order', 'notice', 'chat']) }),
  ),
  /** How often a told date was put off. */
  slips: z.int(),
  /** Since the first ship date told; 0 while it is not over or the line does not wait. */
  daysLate: z.int(),
  delay: StaffDelayFacts.nullable(),
});
export type CaseLine = z.infer<typeof CaseLine>;

/** What is paid back for the order's cancelled lines under the delay rule. */
export interface OrderRefund {
  readonly method: string;
  /** Null while nothing is owed, or while a person has yet to review it. */
  readonly amount: Money | null;
  readonly needsReview: boolean;
}

/** Each line of an order with its dates, its place, what was told and how it stands under the delay rule. */
export async function caseLines(
  order: OrderRecord,
  context: ToolContext,
): Promise<{ lines: CaseLine[]; refund: OrderRefund }> {
  const { sql } = context;
  const [{ standing, lines }, told, waiting] = await Promise.all([
    standingNow(order, context),
    shipDatesTold(sql, order.number),
    waitingOf(sql, { orderNumber: order.number }),
  ]);
  const read = lines.map(async (line): Promise<CaseLine> => {
    const own = standing.lines.find(({ orderLineId }) => orderLineId === line.id);
    const delay = own ? staffDelayFacts(own, line) : null;
    // by the rule it may be cancelled before anybody moved the line
    const isOver = delay?.delayState === 'cancelled';
    return {
      ...lineFacts(line, order),
      ...(isOver ? { eta: null, queue: null } : await wait(line, order, context)),
      told: told.filter(({ orderLineId }) => orderLineId === line.id).map((one) => toldFacts(one, order)),
      ...lateness(isOver ? undefined : waiting.find(({ orderLineId }) => orderLineId === line.id), context),
      delay,
    };
  });
  const { refund } = standing;
  return {
    lines: await Promise.all(read),
    refund: {
      method: order.paymentMethod,
      amount: refund && !refund.needsReview ? refund.amount : null,
      needsReview: refund?.needsReview ?? false,
    },
  };
}

async function wait(
  { id: orderLineId }: OrderLineRecord,
  { neededBy }: OrderRecord,
  context: ToolContext,
): Promise<Pick<CaseLine, 'eta' | 'queue'>> {
  const [eta, queue] = await Promise.all([
    getLineEta.run({ orderLineId, ...(neededBy && { byDate: neededBy }) }, context),
    getQueuePosition.run({ orderLineId }, context),
  ]);
  return {
    eta: eta.kind === 'estimated' || eta.kind === 'unknown' ? Eta.parse(eta) : null,
    queue: queue.kind === 'queued' ? queue : null,
  };
}

const toldFacts = ({ shipBy, toldAt, how }: ToldShipDate, { shipToZone }: OrderRecord) => ({
  shipBy,
  toldOn: dateIn(shipToZone, toldAt),
  how,
});

function lateness(standing: WaitingStanding | undefined, { policy, now }: ToolContext) {
  const { firstShipBy = null, slips = 0 } = standing ?? {};
  return { slips, daysLate: Math.max(0, firstShipBy ? daysBetween(firstShipBy, dateIn(policy.zone, now)) : 0) };
}
