import { z } from 'zod';
import { LINE_STATES } from '../domain/orders/line-state.js';

/** A day counted from the scenario's today: `+9d`, `-3d`, `0d`. */
const Offset = z
  .string()
  .regex(/^[+-]?\d+d$/, { error: 'write a day as +9d, -3d or 0d' })
  .transform((text) => Number.parseInt(text, 10));

/** Dollars as written in a scenario, made exact cents. */
const Dollars = z
  .number()
  .min(0)
  .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e4), { error: 'an amount has at most two decimals' })
  .transform((value) => Math.round(value * 100));

const Line = z.strictObject({
  line: z.int().min(1),
  sku: z.string().min(1),
  item: z.string().min(1),
  qty: z.int().min(1).default(1),
  price: Dollars,
  state: z.enum(LINE_STATES),
  carrier: z.string().optional(),
  tracking: z.string().optional(),
  scanned: Offset.optional(),
  delivered: Offset.optional(),
  waitingSince: Offset.optional(),
  slips: z.int().min(0).optional(),
});

const Order = z.strictObject({
  number: z.string().min(1),
  customer: z.string().min(1),
  placed: Offset,
  statedShipBy: Offset.nullable().optional(),
  paid: Dollars.optional(),
  postage: Dollars.default(0),
  method: z.string().default('Visa ending 4417'),
  lines: z.array(Line).min(1),
  notices: z.array(z.unknown()).optional(),
});

/** A small shop as scenarios write it; docs/scenarios.md describes each key. Money in dollars, days counted from today. */
export const ScenarioShop = z.strictObject({
  customers: z.array(
    z.strictObject({
      id: z.string().min(1),
      name: z.string().min(1),
      email: z.string().toLowerCase().optional(),
      phone: z.string().optional(),
      postcode: z.string().default('97201'),
      tier: z.enum(['standard', 'plus', 'vip']).default('standard'),
      smsConsent: z.boolean().default(false),
    }),
  ),
  orders: z.array(Order).default([]),
  stock: z
    .array(
      z.strictObject({
        sku: z.string(),
        item: z.string().optional(),
        onHand: z.int().min(0),
        price: Dollars.optional(),
      }),
    )
    .default([]),
  purchaseOrders: z
    .array(
      z.strictObject({
        number: z.string(),
        sku: z.string(),
        qty: z.int().min(1),
        promised: Offset.nullable().default(null),
        ordered: Offset.default(-30),
        supplierHabit: z.string().optional(),
      }),
    )
    .default([]),
  policies: z.unknown().optional(),
});
export type ScenarioShop = z.infer<typeof ScenarioShop>;
export type ScenarioOrder = ScenarioShop['orders'][number];

/** Days late (early when negative) that a supplier's habit in words means: "usually 3 days late", "on time". */
export function habitDays(habit: string | undefined): number {
  const [, days, direction] = /(\d+) days? (late|early)/i.exec(habit ?? '') ?? [];
  if (days === undefined) return 0;
  return direction?.toLowerCase() === 'early' ? -Number(days) : Number(days);
}
