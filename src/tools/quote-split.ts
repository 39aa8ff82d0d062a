import { z } from 'zod';
import { type ArrivalDates, inTimeFor, lastOf } from '../domain/allocation/split-order.js';
import { addBusinessDays } from '../domain/kernel/business-calendar.js';
import { addDays, dateIn, daysBetween, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { heldUnits } from '../store/allocations.js';
import { findCustomer } from '../store/customers.js';
import { findOrder, linesOf } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { getLineEta } from './get-line-eta.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { shopCalendar } from './shop-calendar.js';

const Part = z.object({ orderLineId: OrderLineId, lineName: z.string(), quantity: z.int() });
const InTime = z.enum(['yes', 'perhaps', 'no']).nullable();

/** What would go now and what later if the order were split, what that costs, and whether each comes by the day it is needed. */
export const quoteSplit = defineTool({
  name: 'quote_split',
  effect: 'read',
  audience: ['shopper', 'rep', 'manager', 'system'],
  description:
    'Quote sending now what is ready and the rest later: what goes when, the additional cost, and whether each part comes by the day the customer needs it (pass it when they named one). Changes nothing.',
  input: z.object({ orderNumber: OrderNumber, neededBy: LocalDate.optional() }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('quoted'),
      orderNumber: OrderNumber,
      now: z.array(Part),
      shipsOn: LocalDate,
      arrivesLikelyOn: LocalDate,
      arrivesCautiousOn: LocalDate,
      /** Parcels that leave now: one from each place where units lie. */
      parcelsNow: z.int(),
      later: z.array(Part.extend({ arrivesLikelyOn: LocalDate.nullable(), arrivesCautiousOn: LocalDate.nullable() })),
      additionalCost: Money,
      /** How much sooner the first part likely comes than everything together; null while a date is missing. */
      daysSooner: z.int().nullable(),
      neededByOn: LocalDate.nullable(),
      nowInTime: InTime,
      laterInTime: InTime,
    }),
    /** Everything that has not left is ready: it goes together anyway. */
    z.object({ kind: z.literal('all_ready'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('nothing_ready'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('nothing_left'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsOrderOrIsStaff,
  async run({ orderNumber, neededBy }, context) {
    const { sql, now, policy } = context;
    const order = await findOrder(sql, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const [lines, held, customer] = await Promise.all([
      linesOf(sql, [orderNumber]),
      heldUnits(sql, orderNumber),
      findCustomer(sql, order.customerId),
    ]);
    const open = lines.filter(({ state }) => OPEN.has(state));
    const parts = open.map((line) => {
      const ready = held.reduce((sum, one) => sum + (one.orderLineId === line.id ? one.units : 0), 0);
      const about = { orderLineId: line.id, lineName: line.title };
      return { about, ready, waits: Math.max(0, line.quantity - line.shippedQuantity - ready) };
    });
    const ready = parts.filter((part) => part.ready > 0);
    const waiting = parts.filter((part) => part.waits > 0);
    if (ready.length + waiting.length === 0) return { kind: 'nothing_left' as const, orderNumber };
    if (ready.length === 0) return { kind: 'nothing_ready' as const, orderNumber };
    if (waiting.length === 0) return { kind: 'all_ready' as const, orderNumber };

    const later = await Promise.all(
      waiting.map(async ({ about, waits }) => {
        const eta = await getLineEta.run({ orderLineId: about.orderLineId }, context);
        const dates =
          eta.kind === 'estimated' ? { likelyOn: eta.arrivesLikelyOn, cautiousOn: eta.arrivesCautiousOn } : null;
        return { ...about, quantity: waits, dates };
      }),
    );
    const { packingDays, transitDays } = policy.fulfilment;
    const transit = transitDays[order.shippingService];
    const shipsOn = addBusinessDays(shopCalendar(policy), dateIn(policy.zone, now), packingDays);
    const arrives = { likelyOn: addDays(shipsOn, transit.likely), cautiousOn: addDays(shipsOn, transit.cautious) };
    const rest = everyDate(later.map(({ dates }) => dates));
    const needed = neededBy ?? order.neededBy;
    const { split } = context.rules.allocation;
    const isFree = customer !== null && split.freeForTiers.includes(customer.tier);
    return {
      kind: 'quoted' as const,
      orderNumber,
      now: ready.map((part) => ({ ...part.about, quantity: part.ready })),
      shipsOn,
      arrivesLikelyOn: arrives.likelyOn,
      arrivesCautiousOn: arrives.cautiousOn,
      parcelsNow: new Set(held.map(({ locationId }) => locationId)).size,
      later: later.map(({ dates, ...part }) => ({
        ...part,
        arrivesLikelyOn: dates?.likelyOn ?? null,
        arrivesCautiousOn: dates?.cautiousOn ?? null,
      })),
      additionalCost: money(isFree ? 0 : split.parcelCents, policy.currency),
      daysSooner: rest && Math.max(0, daysBetween(arrives.likelyOn, rest.likelyOn)),
      neededByOn: needed,
      nowInTime: needed && inTimeFor(needed, arrives),
      laterInTime: needed && rest && inTimeFor(needed, rest),
    };
  },
});

const OPEN: ReadonlySet<string> = new Set(['placed', 'allocated', 'backordered', 'part_shipped']);

/** When the last of them comes; null when one has no date. */
function everyDate(dates: readonly (ArrivalDates | null)[]): ArrivalDates | null {
  const [first, ...more] = dates.flatMap((one) => one ?? []);
  return first && more.length + 1 === dates.length ? lastOf([first, ...more]) : null;
}
