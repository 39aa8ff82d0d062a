import { z } from 'zod';
import {
  boughtCustomerId,
  boughtOrderNumber,
  INVENTED_ADDRESS,
  INVENTED_PAYMENT,
} from '../demo/orders/bought-order.js';
import { demoPeople } from '../demo/people.js';
import { OrderNumber, Sku } from '../domain/kernel/ids.js';
import type { Sql } from '../store/connect.js';
import { ownerOf } from '../store/customers.js';
import { findOrder } from '../store/orders.js';
import type { Door } from '../tools/door.js';
import type { Principal } from '../tools/principal.js';
import { takeOrder } from '../tools/take-order.js';

/** Who acts when somebody looks or buys on the demo shop's page. */
export const DEMO_SHOP: Principal = { kind: 'system', job: 'demo-shop' };

/** What the demo shop's page sends: one product, bought as one of its people or as somebody new. */
export const Purchase = z.strictObject({
  /** The page's own: a purchase sent again under it is the same order. */
  key: z.uuid(),
  sku: Sku,
  quantity: z.int().min(1).max(99),
  buyer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), order: z.enum(demoPeople().map(({ orderNumber }) => orderNumber)) }),
    z.strictObject({ kind: z.literal('new'), name: takeOrder.input.shape.customer.shape.name, email: z.email() }),
  ]),
});
export type Purchase = z.infer<typeof Purchase>;

type NotTaken = Extract<z.infer<typeof takeOrder.output>, { kind: 'not_taken' }>['lines'][number];

/** What the page is answered; `src/web/shop/purchase.ts` reads it. */
export type Bought =
  | {
      readonly kind: 'taken';
      readonly orderNumber: string;
      readonly email: string;
      readonly productName: string;
      readonly quantity: number;
      /** Set aside at once; the rest waits. */
      readonly unitsNow: number;
      readonly statedShipBy: string | null;
    }
  | { readonly kind: 'not_taken'; readonly because: NotTaken['because']; readonly mostUnits: number };

/** Order numbers tried before giving up: with a few orders among 500,000 numbers the first is free. */
const ATTEMPTS = 5;

/** Places an order in the desk's own tables, through the same tool as any other order. */
export async function buy(
  { key, sku, quantity, buyer }: Purchase,
  { sql, door }: { sql: Sql; door: Door },
): Promise<Bought> {
  const who = buyer.kind === 'new' ? newBuyer(key, buyer) : await demoPerson(sql, OrderNumber.parse(buyer.order));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const orderNumber = boughtOrderNumber(key, attempt);
    const outcome = await door.call(takeOrder, { ...who, orderNumber, lines: [{ sku, quantity }] }, DEMO_SHOP);
    if (outcome.kind === 'number_taken') continue;
    if (outcome.kind === 'denied') break;
    if (outcome.kind === 'not_taken') {
      const [line] = outcome.lines;
      return { kind: 'not_taken', because: line?.because ?? 'not_sold', mostUnits: line?.mostUnits ?? 0 };
    }
    const [line] = outcome.lines;
    if (!line) throw new Error(`Order ${orderNumber} was taken without a line`);
    const { lineName: productName, unitsNow, statedShipBy } = line;
    return { kind: 'taken', orderNumber, email: who.customer.email, productName, quantity, unitsNow, statedShipBy };
  }
  throw new Error('The demo shop found no order number for a purchase');
}

type Buyer = Pick<z.input<typeof takeOrder.input>, 'customer' | 'shipTo' | 'paymentMethod'>;

const newBuyer = (key: string, { name, email }: { name: string; email: string }): Buyer => ({
  customer: { id: boughtCustomerId(key), name, email },
  shipTo: INVENTED_ADDRESS,
  paymentMethod: INVENTED_PAYMENT,
});

/** One of the people on the page, who live and pay as on the order they are known by. */
async function demoPerson(sql: Sql, number: OrderNumber): Promise<Buyer> {
  const [owner, order] = [await ownerOf(sql, number), await findOrder(sql, number)];
  const email = owner?.emails[0];
  if (!owner || !order || !email) throw new Error(`The demo shop has no order ${number} any more`);
  const { name, street, city, region, postcode } = order.shipTo;
  return {
    customer: { id: owner.customerId, name: owner.name, email },
    shipTo: { name, street, city, region, postcode },
    paymentMethod: order.paymentMethod,
  };
}
