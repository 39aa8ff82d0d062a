import { z } from 'zod';
import { type Currency, Money, money } from '../domain/kernel/money.js';
import type { QueuedLine } from '../store/orders.js';

/** What waits: units, order lines, orders, customers, and the units at the price they were sold for. */
export const Waiting = z.object({
  waitingUnits: z.int(),
  waitingLines: z.int(),
  waitingOrders: z.int(),
  waitingCustomers: z.int(),
  revenueWaiting: Money,
});

/** Sums waiting lines, each with the units of it that are meant. Lines in another currency than the shop's are left out of the revenue. */
export function waitingOf(
  lines: readonly { readonly line: QueuedLine; readonly units: number }[],
  currency: Currency,
): z.infer<typeof Waiting> {
  const cents = lines.reduce(
    (all, { line, units }) => all + (line.currency === currency ? units * line.unitPriceCents : 0),
    0,
  );
  return {
    waitingUnits: lines.reduce((all, { units }) => all + units, 0),
    waitingLines: new Set(lines.map(({ line }) => line.orderLineId)).size,
    waitingOrders: new Set(lines.map(({ line }) => line.orderNumber)).size,
    waitingCustomers: new Set(lines.map(({ line }) => line.customerId)).size,
    revenueWaiting: money(cents, currency),
  };
}
