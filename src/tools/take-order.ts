import { z } from 'zod';
import { availableToPromise } from '../domain/allocation/available-to-promise.js';
import { routeOrder } from '../domain/allocation/route-order.js';
import { LocalDate } from '../domain/kernel/dates.js';
import { CustomerId, OrderLineId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { zoneOfState } from '../domain/kernel/us-zones.js';
import { heldUnits } from '../store/allocations.js';
import { findCustomer } from '../store/customers.js';
import { findOrder, linesOf, type OrderRecord } from '../store/orders.js';
import { findSellable, lockForTaking, type SellableProduct } from '../store/sellable-products.js';
import { addCustomer, firstStatements, insertOrder, lockOrderNumber, type NewLine } from '../store/taken-orders.js';
import { defineTool, type ToolContext } from './define-tool.js';
import { labelText, NewAddress } from './new-address.js';
import { principalId } from './principal.js';
import { NOT_TAKEN } from './product-availability.js';
import { confirmOrder } from './receipts.js';
import { type DecidedTaking, decideForProduct } from './taking-decision.js';
import { inTransaction } from './transaction.js';

const Input = z.object({
  /** The caller's own number: an order taken again under it is the same order. */
  orderNumber: OrderNumber,
  customer: z.object({
    id: CustomerId,
    name: labelText(1, 80),
    email: z.email().toLowerCase(),
  }),
  shipTo: NewAddress,
  /** How it was paid, or authorised; nobody is charged here. */
  paymentMethod: labelText(1, 60),
  lines: z
    .array(z.object({ sku: Sku, quantity: z.int().min(1).max(10_000) }))
    .min(1)
    .max(100)
    .refine((lines) => new Set(lines.map(({ sku }) => sku)).size === lines.length, { error: 'names a product twice' }),
});
type Input = z.infer<typeof Input>;

const TakenLine = z.object({
  orderLineId: OrderLineId,
  lineName: z.string(),
  quantity: z.int(),
  /** Set aside at once; the rest waits. */
  unitsNow: z.int(),
  /** The last ship date stated; null when none was, and 30 days count. */
  statedShipBy: LocalDate.nullable(),
  basis: z.string(),
});

/** How many units could be had, and why not all that were wanted. */
const RefusedLine = z.object({
  sku: Sku,
  lineName: z.string().nullable(),
  because: z.enum([...NOT_TAKEN, 'not_sold']),
  mostUnits: z.int(),
});

/**
 * Takes a paid order, whole or not at all: sets aside what lies free, lets the rest wait where the shop's stance allows,
 * and stores for each line the ship date stated with its basis. From there the delay rule counts (16 CFR 435.2(a)(1)).
 * Orders for one SKU take turns, so nothing is sold twice and no cap is passed.
 */
export const takeOrder = defineTool({
  name: 'take_order',
  effect: 'record',
  audience: ['rep', 'system'],
  description:
    'Take a paid order under the caller’s own order number. All of it or nothing: lines that cannot be had are named with the reason and how many could be.',
  input: Input,
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('taken'), orderNumber: OrderNumber, total: Money, lines: z.array(TakenLine) }),
    z.object({
      kind: z.literal('not_taken'),
      lines: z.array(RefusedLine),
    }),
    /** Another order has it. */
    z.object({ kind: z.literal('number_taken'), orderNumber: OrderNumber }),
  ]),
  audited: ({ orderNumber, lines }) => ({ orderNumber, lines }),
  authorize: () => true,
  async run(input, context) {
    const tx = inTransaction(context);
    await lockOrderNumber(tx, input.orderNumber);
    const before = await findOrder(tx, input.orderNumber);
    if (before)
      return (await isSame(before, input, context))
        ? takenOrder(before, context)
        : { kind: 'number_taken' as const, orderNumber: input.orderNumber };
    await lockForTaking(
      tx,
      input.lines.map(({ sku }) => sku),
    );
    const wanted: Wanted[] = [];
    for (const { sku, quantity } of input.lines) {
      const product = await findSellable(tx, sku, context.policy.currency);
      wanted.push({ sku, quantity, product, taking: product && (await decideForProduct(product, quantity, context)) });
    }
    const refused = wanted.flatMap(refusal);
    if (refused.length > 0) return { kind: 'not_taken' as const, lines: refused };
    await write(input, wanted, context);
    const order = await findOrder(tx, input.orderNumber);
    if (!order) throw new Error(`Order ${input.orderNumber} was written and is not there`);
    const taken = await takenOrder(order, context);
    await confirmOrder(
      {
        orderNumber: order.number,
        total: taken.total,
        lines: taken.lines.map(({ statedShipBy, ...line }) => ({ ...line, cautiousOn: statedShipBy })),
      },
      context,
    );
    return taken;
  },
});

interface Wanted {
  readonly sku: Sku;
  readonly quantity: number;
  readonly product: SellableProduct | null;
  readonly taking: DecidedTaking | null;
}

function refusal({ sku, product, taking }: Wanted): z.infer<typeof RefusedLine>[] {
  if (!product || !taking) return [{ sku, lineName: null, because: 'not_sold', mostUnits: 0 }];
  const { decision } = taking;
  if (decision.kind === 'ship' || decision.kind === 'backorder') return [];
  const mostUnits = decision.kind === 'only' ? decision.units : 0;
  return [{ sku, lineName: product.title, because: decision.because, mostUnits }];
}

async function write(input: Input, wanted: readonly Wanted[], context: ToolContext): Promise<void> {
  const tx = inTransaction(context);
  const { now, policy, principal } = context;
  const { orderNumber, customer, shipTo, paymentMethod } = input;
  const shipToZone = zoneOfState(shipTo.region);
  if (!shipToZone) throw new Error('The address was checked and its state has no zone');
  if (!(await findCustomer(tx, customer.id))) await addCustomer(tx, { ...customer, at: now });
  const lines = linesToWrite(wanted, context);
  await insertOrder(tx, {
    number: orderNumber,
    customerId: customer.id,
    salesChannelId: context.rules.backorders.salesChannel,
    currency: policy.currency,
    paidCents: lines.reduce((sum, { unitPriceCents, quantity }) => sum + unitPriceCents * quantity, 0),
    paymentMethod,
    shipTo: { ...shipTo, name: shipTo.name ?? customer.name, country: 'US' },
    shipToZone,
    at: now,
    takenBy: principalId(principal),
    lines,
  });
}

/** The lines with the places their free units are taken from: the cheapest route for all of them together. */
function linesToWrite(wanted: readonly Wanted[], { rules: { allocation, backorders } }: ToolContext): NewLine[] {
  const { routing } = allocation;
  const places = new Map<string, Parameters<typeof routeOrder>[1][number] & { stock: Map<Sku, number> }>();
  for (const { sku, taking } of wanted) {
    for (const one of taking?.stock ?? []) {
      const place = places.get(one.locationId) ?? {
        locationId: one.locationId,
        ...routing[one.locationKind],
        stock: new Map<Sku, number>(),
      };
      place.stock.set(sku, availableToPromise(one, backorders.salesChannel));
      places.set(one.locationId, place);
    }
  }
  const now = wanted.map(({ sku, taking }) => ({ sku, units: taking?.possible?.now ?? 0 }));
  const { parcels } = routeOrder(now, [...places.values()], routing.centsPerUnitDay);
  return wanted.flatMap(({ sku, quantity, product, taking }, index) => {
    const possible = taking?.possible;
    if (!product || !possible) return [];
    const { quote } = possible;
    return {
      line: index + 1,
      sku,
      title: product.title,
      quantity,
      unitPriceCents: product.priceCents,
      state: possible.later > 0 ? ('backordered' as const) : ('allocated' as const),
      from: parcels.flatMap(({ locationId, items }) =>
        items.flatMap((item) => (item.sku === sku ? { locationId, units: item.units } : [])),
      ),
      shipBy: quote.kind === 'dated' ? quote.dates.cautiousOn : null,
      basis: quote.kind === 'dated' ? quote.basis : `no date stated: ${quote.because.replaceAll('_', ' ')}`,
      told: `${possible.now} of ${quantity} set aside`,
    };
  });
}

async function isSame(order: OrderRecord, { orderNumber, customer, lines }: Input, { sql }: ToolContext) {
  const there = await linesOf(sql, [orderNumber]);
  return (
    order.customerId === customer.id &&
    there.length === lines.length &&
    there.every(({ sku, quantity }, index) => lines[index]?.sku === sku && lines[index]?.quantity === quantity)
  );
}

/** The answer as the tables have it, so that an order taken again is answered as it was. */
async function takenOrder(order: OrderRecord, { sql }: ToolContext) {
  const [lines, held, statements] = await Promise.all([
    linesOf(sql, [order.number]),
    heldUnits(sql, order.number),
    firstStatements(sql, order.number),
  ]);
  return {
    kind: 'taken' as const,
    orderNumber: order.number,
    total: money(order.paidCents, order.currency),
    lines: lines.map(({ id, title, quantity }) => {
      const stated = statements.find(({ orderLineId }) => orderLineId === id);
      return {
        orderLineId: id,
        lineName: title,
        quantity,
        unitsNow: held.reduce((sum, one) => sum + (one.orderLineId === id ? one.units : 0), 0),
        statedShipBy: stated?.shipBy ?? null,
        basis: stated?.basis ?? '',
      };
    }),
  };
}
