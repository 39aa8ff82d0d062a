import { z } from 'zod';
import { chanceArrivedBy, type EstimatedEta } from '../domain/eta/estimate-eta.js';
import { plainChance } from '../domain/eta/plain-chance.js';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId } from '../domain/kernel/ids.js';
import { findLine, findOrder } from '../store/orders.js';
import type { OpenSupply } from '../store/purchasing.js';
import { dayNeeded } from './day-needed.js';
import { defineTool } from './define-tool.js';
import { estimateInQueue } from './estimate-line.js';
import { orderOf, ownsLineOrIsStaff } from './order-access.js';
import { STAFF } from './principal.js';

/**
 * Answers "when will it ship, when does it come?" for one waiting line, from open purchase orders and each supplier's
 * record of slips. Dates are days at the warehouse; likely is P50, cautious is P90.
 */
export const getLineEta = defineTool({
  name: 'get_line_eta',
  effect: 'read',
  audience: ['shopper', ...STAFF, 'system'],
  description:
    'Estimate when one backordered order line ships and arrives, and how likely it arrives by the day the customer needs it: pass byDate when they named one, otherwise the day kept with the order counts. Quote both dates; never a date of your own. Say a chance in the words given, never as a promise.',
  input: z.object({ orderLineId: OrderLineId, byDate: LocalDate.optional() }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('estimated'),
      orderLineId: OrderLineId,
      lineName: z.string(),
      todayOn: LocalDate,
      likelyOn: LocalDate,
      cautiousOn: LocalDate,
      arrivesLikelyOn: LocalDate,
      arrivesCautiousOn: LocalDate,
      reason: z.enum(['on_time', 'supplier_usually_late', 'overdue', 'thin_history', 'no_promise']),
      queuePosition: z.int(),
      /** About the delivery that completes the line, never from whom: the day last announced, also when it has passed. */
      deliveryAnnouncedOn: LocalDate.nullable(),
      /** The announced day was put off at least once. */
      isDeliveryPutOff: z.boolean(),
      /** The day asked about, or the one kept with the order; null when there is none ahead. */
      neededByOn: LocalDate.nullable(),
      /** That it arrives by that day, from 0 to 1; null where there is none. */
      chanceByDate: z.number().min(0).max(1).nullable(),
      /** The same as people say it: "3 in 4", "very likely", "very unlikely". */
      chanceWords: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('unknown'),
      orderLineId: OrderLineId,
      lineName: z.string(),
      reason: z.enum(['no_open_purchase_order', 'not_enough_on_order', 'no_record']),
      neededByOn: LocalDate.nullable(),
    }),
    z.object({ kind: z.literal('not_backordered'), orderLineId: OrderLineId, lineName: z.string() }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsLineOrIsStaff,
  async run({ orderLineId, byDate }, context) {
    const { sql, now, policy } = context;
    const [order, line] = await Promise.all([findOrder(sql, orderOf(orderLineId)), findLine(sql, orderLineId)]);
    if (!order || !line) return { kind: 'not_found' as const };
    const placed = await estimateInQueue(line, order.shippingService, context);
    if (!placed) return { kind: 'not_backordered' as const, orderLineId, lineName: line.title };
    const { eta, queuePosition, supply } = placed;
    const about = { orderLineId, lineName: line.title };
    const neededByOn = dayNeeded(byDate, order, context);
    const unknown = <Reason extends string>(reason: Reason) =>
      ({ kind: 'unknown', ...about, reason, neededByOn }) as const;
    if (eta.kind === 'no_supply') return unknown('no_open_purchase_order');
    if (eta.kind === 'short_supply') return unknown('not_enough_on_order');
    if (eta.kind === 'no_record') return unknown('no_record');
    const chanceByDate = neededByOn && chanceArrivedBy(eta, neededByOn);
    return {
      kind: 'estimated' as const,
      ...about,
      todayOn: dateIn(policy.zone, now),
      likelyOn: eta.shipsLikelyOn,
      cautiousOn: eta.shipsCautiousOn,
      arrivesLikelyOn: eta.arrivesLikelyOn,
      arrivesCautiousOn: eta.arrivesCautiousOn,
      reason: eta.supplierNote.kind,
      queuePosition,
      ...announced(eta, supply),
      neededByOn,
      chanceByDate,
      chanceWords: chanceByDate === null ? null : plainChance(chanceByDate),
    };
  },
});

/** What a shopper may know of the delivery that completes their line. */
function announced({ chain }: EstimatedEta, supply: readonly OpenSupply[]) {
  const completing = supply.find(({ poLineId }) => poLineId === chain.purchaseOrders.at(-1)?.poLineId);
  const promisedOn = completing?.promisedOn ?? null;
  return {
    deliveryAnnouncedOn: promisedOn,
    isDeliveryPutOff: (completing?.firstPromisedOn ?? null) !== promisedOn,
  };
}
