import { z } from 'zod';
import type { ArrivalDates } from '../domain/allocation/split-order.js';
import { daysBetween, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { canStillLeave } from '../domain/orders/line-state.js';
import { parcelArrival } from '../domain/shipping/parcel-arrival.js';
import { upgradeCost } from '../domain/shipping/upgrade-cost.js';
import { findCustomer } from '../store/customers.js';
import { linesOf, type OrderLineRecord, type OrderRecord } from '../store/orders.js';
import { hasFreeExpress } from '../store/sending-choices.js';
import { hasOpenRequest } from '../store/shop-requests.js';
import type { ToolContext } from './define-tool.js';
import { estimateLine } from './estimate-line.js';
import { everyDate, packedOn } from './split-quote.js';

type Service = OrderRecord['shippingService'];
/** The one service faster than standard. */
export const FASTEST = 'express' satisfies Service;

/** What express does for what has not left of an order, and what it costs. Dates are null while nobody knows them. */
export const UpgradeFacts = z.object({
  orderNumber: OrderNumber,
  service: z.literal(FASTEST),
  items: z.array(z.object({ orderLineId: OrderLineId, lineName: z.string(), quantity: z.int() })),
  upgradeCost: Money,
  isFree: z.boolean(),
  /** The customer's tier or a granted offer; null where it is charged, or the postage paid covers it. */
  freeBecause: z.enum(['tier', 'offer']).nullable(),
  /** How a cost is paid: the order's own method, by the shop. */
  chargedTo: z.string(),
  /** When all of it has come by express, and likely without. */
  arrivesLikelyOn: LocalDate.nullable(),
  arrivesCautiousOn: LocalDate.nullable(),
  usualLikelyOn: LocalDate.nullable(),
  daysGained: z.int().nullable(),
});
export type UpgradeFacts = z.infer<typeof UpgradeFacts>;

/** `being_asked`: the shop's own system has not answered an earlier one yet. */
export const CANNOT_UPGRADE = ['being_asked', 'already_express', 'nothing_left'] as const;

/** What express would cost and gain as things stand, or why there is nothing to upgrade. */
export async function upgradeQuote(
  order: OrderRecord,
  context: ToolContext,
): Promise<({ kind: 'quoted' } & UpgradeFacts) | { kind: (typeof CANNOT_UPGRADE)[number]; orderNumber: OrderNumber }> {
  const orderNumber = order.number;
  const lines = await linesOf(context.sql, [orderNumber]);
  const open = lines.filter(({ state }) => canStillLeave(state));
  if (open.length === 0) return { kind: 'nothing_left', orderNumber };
  if (await hasOpenRequest(context.sql, orderNumber, ['upgrade_shipping'])) return { kind: 'being_asked', orderNumber };
  if (order.shippingService === FASTEST) return { kind: 'already_express', orderNumber };
  const isWhole = lines.every(({ shippedQuantity }) => shippedQuantity === 0);
  const price = upgradeCost({
    units: open.reduce((units, line) => units + unitsLeft(line), 0),
    price: context.rules.allocation.express,
    postagePaidCents: isWhole ? order.postageCents : 0,
  });
  const freeBecause = await reasonForFree(order, context);
  const cost = freeBecause === null ? price : 0;
  const express = await arrivalOf(open, FASTEST, context);
  const usual = await arrivalOf(open, order.shippingService, context);
  return {
    kind: 'quoted',
    orderNumber,
    service: FASTEST,
    items: open.map((line) => ({ orderLineId: line.id, lineName: line.title, quantity: unitsLeft(line) })),
    upgradeCost: money(cost, order.currency),
    isFree: cost === 0,
    freeBecause,
    chargedTo: order.paymentMethod,
    arrivesLikelyOn: express?.likelyOn ?? null,
    arrivesCautiousOn: express?.cautiousOn ?? null,
    usualLikelyOn: usual?.likelyOn ?? null,
    daysGained: express && usual && daysBetween(express.likelyOn, usual.likelyOn),
  };
}

const unitsLeft = ({ quantity, shippedQuantity }: OrderLineRecord): number => quantity - shippedQuantity;

async function reasonForFree(order: OrderRecord, { sql, rules }: ToolContext): Promise<UpgradeFacts['freeBecause']> {
  const customer = await findCustomer(sql, order.customerId);
  if (customer && rules.allocation.express.freeForTiers.includes(customer.tier)) return 'tier';
  return (await hasFreeExpress(sql, order.number)) ? 'offer' : null;
}

/** When the last of some lines has come by a service: what waits by its estimate, what is ready with the next parcel. */
export async function arrivalOf(
  lines: readonly OrderLineRecord[],
  service: Service,
  context: ToolContext,
): Promise<ArrivalDates | null> {
  const transit = context.policy.fulfilment.transitDays[service];
  const dates: (ArrivalDates | null)[] = [];
  for (const line of lines) {
    const eta = await estimateLine(line, service, context);
    if (!eta) dates.push(parcelArrival(packedOn(context), transit));
    else
      dates.push(
        eta.kind === 'estimated' ? { likelyOn: eta.arrivesLikelyOn, cautiousOn: eta.arrivesCautiousOn } : null,
      );
  }
  return everyDate(dates);
}
