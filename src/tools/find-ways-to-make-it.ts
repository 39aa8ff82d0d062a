import { z } from 'zod';
import type { ArrivalDates } from '../domain/allocation/split-order.js';
import { LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { Money } from '../domain/kernel/money.js';
import { parcelArrival } from '../domain/shipping/parcel-arrival.js';
import { waysToMakeIt } from '../domain/shipping/ways-to-make-it.js';
import { findOrder, linesOf, type OrderRecord } from '../store/orders.js';
import { dayNeeded } from './day-needed.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { canSwap } from './find-substitutes.js';
import { substitutesFor } from './line-substitutes.js';
import { ownsOrderOrIsStaff } from './order-access.js';
import { packedOn, splitQuote } from './split-quote.js';
import { upgradeQuote } from './upgrade-quote.js';

const Arrival = z.object({
  /** By the cautious date too, or only by the likely one. */
  inTime: z.enum(['yes', 'perhaps']),
  arrivesLikelyOn: LocalDate,
  arrivesCautiousOn: LocalDate,
});
const lineNames = z.array(z.string());

const Way = z.discriminatedUnion('way', [
  /** What is ready goes ahead; the rest comes no sooner. */
  Arrival.extend({ way: z.literal('split'), lineNames, wayCost: Money, isFree: z.boolean() }),
  /** All that has not left goes by express. */
  Arrival.extend({ way: z.literal('upgrade'), lineNames, wayCost: Money, isFree: z.boolean() }),
  /** Something on the shelf instead of one waiting item, that costs no more. */
  Arrival.extend({
    way: z.literal('substitute'),
    orderLineId: OrderLineId,
    lineName: z.string(),
    substituteName: z.string(),
  }),
]);
type Way = z.infer<typeof Way>;
/** A way before it is held against the day. */
type Unjudged<One extends Way = Way> = One extends Way
  ? Omit<One, keyof z.infer<typeof Arrival>> & { readonly arrives: ArrivalDates }
  : never;

/** Answers "what would make it?": of splitting, express and what is on the shelf, all that brings something by a day. */
export const findWaysToMakeIt = defineTool({
  name: 'find_ways_to_make_it',
  effect: 'read',
  audience: ['shopper', 'rep', 'manager', 'system'],
  description:
    'Find what would bring an order, or part of it, by the day the customer needs it: sending ahead what is ready, express, a substitute from the shelf. Pass neededBy when they named a day; otherwise the day kept with the order counts. Changes nothing; each way is proposed by split_shipment, upgrade_shipping or swap_line.',
  input: z.object({ orderNumber: OrderNumber, neededBy: LocalDate.optional() }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('found'), orderNumber: OrderNumber, neededByOn: LocalDate, ways: z.array(Way) }),
    /** No day is known, or it is over. */
    z.object({ kind: z.literal('no_day'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: ownsOrderOrIsStaff,
  async run({ orderNumber, neededBy }, context) {
    const order = await findOrder(context.sql, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const neededByOn = dayNeeded(neededBy, order, context);
    if (!neededByOn) return { kind: 'no_day' as const, orderNumber };
    const possible: Unjudged[] = [
      ...(await split(order, neededByOn, context)),
      ...(await upgrade(order, context)),
      ...(await substitutes(order, context)),
    ];
    const ways = waysToMakeIt(possible, neededByOn).map(
      ({ arrives: { likelyOn, cautiousOn }, ...way }): Way => ({
        ...way,
        arrivesLikelyOn: likelyOn,
        arrivesCautiousOn: cautiousOn,
      }),
    );
    return { kind: 'found' as const, orderNumber, neededByOn, ways };
  },
});

async function split(order: OrderRecord, neededBy: LocalDate, context: ToolContext): Promise<Unjudged[]> {
  const quote = await splitQuote(order, neededBy, context);
  if (quote.kind !== 'quoted') return [];
  const { splitNow, splitCost, isFree, arrivesLikelyOn, arrivesCautiousOn } = quote;
  const arrives = { likelyOn: arrivesLikelyOn, cautiousOn: arrivesCautiousOn };
  return [{ way: 'split', lineNames: namesOf(splitNow), wayCost: splitCost, isFree, arrives }];
}

async function upgrade(order: OrderRecord, context: ToolContext): Promise<Unjudged[]> {
  const quote = await upgradeQuote(order, context);
  if (quote.kind !== 'quoted' || !quote.arrivesLikelyOn || !quote.arrivesCautiousOn) return [];
  const { items, upgradeCost, isFree, arrivesLikelyOn, arrivesCautiousOn } = quote;
  const arrives = { likelyOn: arrivesLikelyOn, cautiousOn: arrivesCautiousOn };
  return [{ way: 'upgrade', lineNames: namesOf(items), wayCost: upgradeCost, isFree, arrives }];
}

/** For each waiting item the best that costs no more than it: a dearer one would need a payment. */
async function substitutes(order: OrderRecord, context: ToolContext): Promise<Unjudged[]> {
  const arrives = parcelArrival(packedOn(context), context.policy.fulfilment.transitDays[order.shippingService]);
  const found: Unjudged[] = [];
  for (const line of (await linesOf(context.sql, [order.number])).filter(canSwap)) {
    const [best] = await substitutesFor(line, context, { mostCents: line.unitPriceCents, most: 1 });
    if (!best) continue;
    const about = { orderLineId: line.id, lineName: line.title, substituteName: best.candidate.title };
    found.push({ way: 'substitute', ...about, arrives });
  }
  return found;
}

const namesOf = (items: readonly { readonly lineName: string }[]): string[] => items.map(({ lineName }) => lineName);
