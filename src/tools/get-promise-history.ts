import { z } from 'zod';
import { dateIn, isBefore, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId } from '../domain/kernel/ids.js';
import { findLine, findOrder } from '../store/orders.js';
import { shipDatesTold } from '../store/standing.js';
import { defineTool } from './define-tool.js';
import { orderOf, ownsLineOrIsStaff } from './order-access.js';
import { STAFF } from './principal.js';

/** Answers "you said Friday": every ship date the customer was told for one line, when, and how. */
export const getPromiseHistory = defineTool({
  name: 'get_promise_history',
  effect: 'read',
  audience: ['shopper', ...STAFF, 'system'],
  description:
    'List the ship dates a customer was told for one order line, oldest first, with the day and the way each was told. For "you said Friday": say plainly what was told and that it did not hold, apologise once, then give the dates of get_line_eta. A date that is not in the list was not told by us.',
  input: z.object({ orderLineId: OrderLineId }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('found'),
      orderLineId: OrderLineId,
      lineName: z.string(),
      told: z.array(
        z.object({
          /** Null where a notice named no date. */
          toldShipBy: LocalDate.nullable(),
          toldOn: LocalDate,
          how: z.enum(['order', 'notice', 'chat']),
          /** That day is over, and it has not shipped. */
          wasMissed: z.boolean(),
        }),
      ),
    }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsLineOrIsStaff,
  async run({ orderLineId }, { sql, now }) {
    const [order, line] = await Promise.all([findOrder(sql, orderOf(orderLineId)), findLine(sql, orderLineId)]);
    if (!order || !line) return { kind: 'not_found' as const };
    const today = dateIn(order.shipToZone, now);
    const told = (await shipDatesTold(sql, order.number)).filter((one) => one.orderLineId === orderLineId);
    const isWaiting = line.scannedAt === null;
    return {
      kind: 'found' as const,
      orderLineId,
      lineName: line.title,
      told: told
        // at order time nothing may have been stated; the same day told again is told once
        .filter(({ shipBy, how }, index) =>
          shipBy === null ? how === 'notice' : told.findIndex((one) => one.shipBy === shipBy) === index,
        )
        .map(({ shipBy, toldAt, how }) => ({
          toldShipBy: shipBy,
          toldOn: dateIn(order.shipToZone, toldAt),
          how,
          wasMissed: isWaiting && shipBy !== null && isBefore(shipBy, today),
        })),
    };
  },
});
