import { z } from 'zod';
import { type ArrivalDates, inTimeFor, lastOf } from '../domain/allocation/split-order.js';
import { splitParts, splitVerdict } from '../domain/allocation/split-parts.js';
import { addBusinessDays } from '../domain/kernel/business-calendar.js';
import { dateIn, daysBetween, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { canStillLeave } from '../domain/orders/line-state.js';
import { parcelArrival } from '../domain/shipping/parcel-arrival.js';
import { heldUnits } from '../store/allocations.js';
import { findCustomer } from '../store/customers.js';
import { linesOf, type OrderRecord } from '../store/orders.js';
import { hasOpenRequest } from '../store/shop-requests.js';
import type { ToolContext } from './define-tool.js';
import { estimateLine } from './estimate-line.js';
import { shopCalendar } from './shop-calendar.js';

const Part = z.object({ orderLineId: OrderLineId, lineName: z.string(), quantity: z.int() });
const InTime = z.enum(['yes', 'perhaps', 'no']).nullable();

/** What a split sends when, and what it costs. */
export const SplitFacts = z.object({
  orderNumber: OrderNumber,
  splitNow: z.array(Part),
  shipsOn: LocalDate,
  arrivesLikelyOn: LocalDate,
  arrivesCautiousOn: LocalDate,
  /** Parcels that leave now: one from each place where units lie. */
  parcelsNow: z.int(),
  splitLater: z.array(Part.extend({ arrivesLikelyOn: LocalDate.nullable(), arrivesCautiousOn: LocalDate.nullable() })),
  splitCost: Money,
  isFree: z.boolean(),
  /** How a cost is paid: the order's own method, by the shop. */
  chargedTo: z.string(),
  /** How much sooner the first part likely comes than everything together; null while a date is missing. */
  daysSooner: z.int().nullable(),
  neededByOn: LocalDate.nullable(),
  nowInTime: InTime,
  laterInTime: InTime,
});
export type SplitFacts = z.infer<typeof SplitFacts>;

/** `being_asked`: the shop's own system has not answered an earlier one yet. */
export const CANNOT_SPLIT = ['being_asked', 'all_ready', 'nothing_ready', 'already_split', 'nothing_left'] as const;

/** The split of an order as things stand, or why there is none to make. */
export async function splitQuote(
  order: OrderRecord,
  neededBy: LocalDate | undefined,
  context: ToolContext,
): Promise<({ kind: 'quoted' } & SplitFacts) | { kind: (typeof CANNOT_SPLIT)[number]; orderNumber: OrderNumber }> {
  const { sql, policy } = context;
  const orderNumber = order.number;
  if (await hasOpenRequest(sql, orderNumber, ['split_shipment'])) return { kind: 'being_asked', orderNumber };
  const lines = await linesOf(sql, [orderNumber]);
  const parts = lines
    .filter(({ state }) => canStillLeave(state))
    .map((line) => {
      const { quantity, shippedQuantity: shipped, heldQuantity: held, leavingQuantity: leaving } = line;
      const units = { quantity, shipped, held, leaving };
      return { line, about: { orderLineId: line.id, lineName: line.title }, ...units, ...splitParts(units) };
    });
  const verdict = splitVerdict(parts);
  if (verdict !== 'splits') return { kind: verdict, orderNumber };

  const later = [];
  for (const { line, about, later: quantity } of parts) {
    if (quantity === 0) continue;
    const eta = await estimateLine(line, order.shippingService, context);
    const dates =
      eta?.kind === 'estimated' ? { likelyOn: eta.arrivesLikelyOn, cautiousOn: eta.arrivesCautiousOn } : null;
    later.push({ ...about, quantity, dates });
  }
  const splitNow = parts.filter((part) => part.now > 0).map(({ about, now: quantity }) => ({ ...about, quantity }));
  const shipsOn = packedOn(context);
  const arrives = parcelArrival(shipsOn, policy.fulfilment.transitDays[order.shippingService]);
  const rest = everyDate(later.map(({ dates }) => dates));
  const needed = neededBy ?? order.neededBy;
  const held = await heldUnits(sql, orderNumber);
  const customer = await findCustomer(sql, order.customerId);
  const { split } = context.rules.allocation;
  const isFree = customer !== null && split.freeForTiers.includes(customer.tier);
  const goes = new Set<string>(splitNow.map(({ orderLineId }) => orderLineId));
  return {
    kind: 'quoted',
    orderNumber,
    splitNow,
    shipsOn,
    arrivesLikelyOn: arrives.likelyOn,
    arrivesCautiousOn: arrives.cautiousOn,
    parcelsNow: new Set(held.flatMap((one) => (goes.has(one.orderLineId) ? one.locationId : []))).size,
    splitLater: later.map(({ dates, ...part }) => ({
      ...part,
      arrivesLikelyOn: dates?.likelyOn ?? null,
      arrivesCautiousOn: dates?.cautiousOn ?? null,
    })),
    splitCost: money(isFree ? 0 : split.parcelCents, policy.currency),
    isFree: isFree || split.parcelCents === 0,
    chargedTo: order.paymentMethod,
    daysSooner: rest && Math.max(0, daysBetween(arrives.likelyOn, rest.likelyOn)),
    neededByOn: needed,
    nowInTime: needed && inTimeFor(needed, arrives),
    laterInTime: needed && rest && inTimeFor(needed, rest),
  };
}

/** The day on which a carrier takes what is on the shelf now. */
export const packedOn = ({ policy, now }: Pick<ToolContext, 'policy' | 'now'>): LocalDate =>
  addBusinessDays(shopCalendar(policy), dateIn(policy.zone, now), policy.fulfilment.packingDays);

/** When the last of them comes; null when one has no date. */
export function everyDate(dates: readonly (ArrivalDates | null)[]): ArrivalDates | null {
  const [first, ...more] = dates.flatMap((one) => one ?? []);
  return first && more.length + 1 === dates.length ? lastOf([first, ...more]) : null;
}
