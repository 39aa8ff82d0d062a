import { z } from 'zod';
import { LocalDate } from '../../domain/kernel/dates.js';
import { OrderLineId, OrderNumber, Sku } from '../../domain/kernel/ids.js';
import { Money } from '../../domain/kernel/money.js';

const Line = z.object({ orderLineId: OrderLineId, sku: Sku, quantity: z.int().positive() });
const Address = z.object({
  name: z.string(),
  street: z.string(),
  city: z.string(),
  region: z.string(),
  postcode: z.string(),
  country: z.string(),
});

const About = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancel_lines'), about: z.object({ lines: z.array(Line).min(1) }) }),
  z.object({
    kind: z.literal('refund'),
    about: z.object({ amount: Money, paid: Money.optional(), method: z.string() }),
  }),
  z.object({
    kind: z.literal('create_code'),
    about: z.object({ code: z.string().min(1), amount: Money, validUntil: LocalDate }),
  }),
  z.object({
    kind: z.literal('upgrade_shipping'),
    about: z.object({ service: z.string(), charge: Money, chargedTo: z.string() }),
  }),
  z.object({
    kind: z.literal('split_shipment'),
    about: z.object({ lines: z.array(Line).min(1), charge: Money, chargedTo: z.string() }),
  }),
  z.object({
    kind: z.literal('swap_line'),
    about: z.object({
      orderLineId: OrderLineId,
      fromSku: Sku,
      toSku: Sku,
      quantity: z.int().positive(),
      priceDifference: Money,
    }),
  }),
  z.object({ kind: z.literal('hold'), about: z.object({ reason: z.string() }) }),
  z.object({ kind: z.literal('release'), about: z.object({}) }),
  z.object({ kind: z.literal('change_address'), about: z.object({ shipTo: Address }) }),
]);

/** What a desk may ask, as docs/connector.md has it. */
export const ShopRequest = z.intersection(z.object({ orderNumber: OrderNumber }), About);
export type ShopRequest = z.infer<typeof ShopRequest>;

/** What was answered, and is answered again whenever the same key comes. */
export const Outcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('confirmed'), receipt: z.string() }),
  z.object({ outcome: z.literal('refused'), reason: z.string() }),
]);
export type Outcome = z.infer<typeof Outcome>;
