import { z } from 'zod';
import { availableToPromise } from '../domain/allocation/available-to-promise.js';
import { type Route, routeOrder, type Source, type Wanted } from '../domain/allocation/route-order.js';
import { LocationId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { canStillLeave } from '../domain/orders/line-state.js';
import { heldUnits, stockOf } from '../store/allocations.js';
import { findOrder, linesOf, type OrderLineRecord } from '../store/orders.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { STAFF } from './principal.js';

const Item = z.object({ sku: Sku, units: z.int() });
const RouteFacts = z.object({
  parcels: z.array(z.object({ locationId: LocationId, items: z.array(Item), cost: Money, days: z.int() })),
  cost: Money,
  /** When the last parcel is at the door, in days from today; null when nothing can go. */
  days: z.int().nullable(),
  missing: z.array(Item),
});

/**
 * From where everything an order still lacks would best be sent today: parcels by location with what they cost us and
 * how long they take, beside the best that a single location can do. Units already set aside for the order count at the
 * place where they lie, others as its sales channel may have them. Exact up to eight locations (docs/allocation.md).
 */
export const quoteRoute = defineTool({
  name: 'quote_route',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description:
    'Show from which locations an order would best be sent, in which parcels, at what cost and in how many days.',
  input: z.object({ orderNumber: OrderNumber }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('routed'),
      orderNumber: OrderNumber,
      best: RouteFacts,
      /** All from one place; null when `best` is one parcel already, or no single place has as much. */
      inOneParcel: RouteFacts.extend({ locationId: LocationId }).nullable(),
    }),
    z.object({ kind: z.literal('nothing_left'), orderNumber: OrderNumber }),
    z.object({ kind: z.literal('not_found') }),
  ]),
  authorize: () => true,
  async run({ orderNumber }, context) {
    const { sql, policy, rules } = context;
    const order = await findOrder(sql, orderNumber);
    if (!order) return { kind: 'not_found' as const };
    const wanted = wantedOf(await linesOf(sql, [orderNumber]));
    if (wanted.length === 0) return { kind: 'nothing_left' as const, orderNumber };
    const sources = await sourcesFor(orderNumber, order.salesChannelId, wanted, context);
    const { centsPerUnitDay } = rules.allocation.routing;
    const best = routeOrder(wanted, sources, centsPerUnitDay);
    const single = sources
      .map((source) => routeOrder(wanted, [source], centsPerUnitDay))
      .filter(({ units }) => units === best.units)
      .sort((a, b) => a.score - b.score)[0];
    const [place] = single?.parcels ?? [];
    return {
      kind: 'routed' as const,
      orderNumber,
      best: routeFacts(best, policy.currency),
      inOneParcel:
        single && place && best.parcels.length > 1
          ? { ...routeFacts(single, policy.currency), locationId: place.locationId }
          : null,
    };
  },
});

/** Units of each SKU that have not left. */
function wantedOf(lines: readonly OrderLineRecord[]): Wanted[] {
  const units = new Map<Sku, number>();
  for (const { sku, state, quantity, shippedQuantity } of lines)
    if (canStillLeave(state)) units.set(sku, (units.get(sku) ?? 0) + quantity - shippedQuantity);
  return [...units].filter(([, count]) => count > 0).map(([sku, count]) => ({ sku, units: count }));
}

async function sourcesFor(
  orderNumber: OrderNumber,
  salesChannelId: string,
  wanted: readonly Wanted[],
  { sql, rules: { allocation } }: ToolContext,
): Promise<Source[]> {
  const held = await heldUnits(sql, orderNumber);
  const places = new Map<LocationId, Source & { stock: Map<Sku, number> }>();
  for (const { sku } of wanted) {
    for (const { locationId, locationKind, ...stock } of await stockOf(sql, sku)) {
      const own = held.reduce(
        (sum, one) => sum + (one.locationId === locationId && one.sku === sku ? one.units : 0),
        0,
      );
      const place = places.get(locationId) ?? { locationId, ...allocation.routing[locationKind], stock: new Map() };
      places.set(locationId, place);
      place.stock.set(sku, own + availableToPromise(stock, salesChannelId));
    }
  }
  return [...places.values()];
}

const routeFacts = ({ parcels, missing, cents }: Route, currency: Money['currency']): z.infer<typeof RouteFacts> => ({
  parcels: parcels.map(({ locationId, items, cents: parcelCents, days }) => ({
    locationId,
    items: [...items],
    cost: money(parcelCents, currency),
    days,
  })),
  cost: money(cents, currency),
  days: parcels.length > 0 ? Math.max(...parcels.map(({ days }) => days)) : null,
  missing: [...missing],
});
