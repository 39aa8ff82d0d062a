import { z } from 'zod';
import { EXEMPTIONS, NOTICE_CHANNELS } from '../domain/delay-rule/records.js';
import { CustomerId, OrderNumber, PurchaseOrderNumber, Sku } from '../domain/kernel/ids.js';
import { LINE_STATES } from '../domain/orders/line-state.js';

const OFFSET = { error: 'write a day as +9d, -3d or 0d' };
/** A day counted from the scenario's today: `+9d`, `-3d`, `0d`. */
export const Offset = z
  .string(OFFSET)
  .regex(/^[+-]?\d{1,4}d$/, OFFSET)
  .transform((text) => Number.parseInt(text, 10));

/** Dollars as written in a scenario, made exact cents. */
const Dollars = z
  .number()
  .min(0)
  .refine((value) => Number.isInteger(Math.round(value * 1e6) / 1e4), { error: 'an amount has at most two decimals' })
  .transform((value) => Math.round(value * 100));

const Line = z
  .strictObject({
    line: z.int().min(1),
    sku: Sku,
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
    /** How many of a part-shipped line left; 1 unless said. */
    shippedQty: z.int().min(1).optional(),
  })
  .refine(({ state, qty, shippedQty = 1 }) => state !== 'part_shipped' || shippedQty < qty, {
    error: 'of a part-shipped line fewer leave than were ordered',
    path: ['qty'],
  });

const Notice = z
  .strictObject({
    sent: Offset,
    /** Null: it names no date, and gives the reason instead. */
    revisedShipBy: Offset.nullable(),
    offersCancel: z.boolean().default(true),
    channels: z.array(z.enum(NOTICE_CHANNELS)).min(1).default(['email']),
    answer: z.enum(['none', 'keep', 'cancel']).default('none'),
    /** The day of the answer; the day after the notice, but not after today, unless said. */
    answered: Offset.optional(),
    /** The line it is about; every line that had not left by then unless said. */
    line: z.int().min(1).optional(),
  })
  .refine(({ sent }) => sent <= 0, { error: 'a notice was sent today or before', path: ['sent'] });

const Order = z.strictObject({
  number: OrderNumber,
  customer: CustomerId,
  placed: Offset,
  statedShipBy: Offset.nullable().optional(),
  paid: Dollars.optional(),
  postage: Dollars.default(0),
  method: z.string().default('Visa ending 4417'),
  lines: z.array(Line).min(1),
  notices: z.array(Notice).default([]),
  /** With it, the buyer applied to the seller for credit: fifty days instead of thirty. */
  credit: z.boolean().default(false),
  exempt: z.enum(EXEMPTIONS).optional(),
  neededBy: Offset.optional(),
  service: z.enum(['standard', 'express']).default('standard'),
});

const Overlay = z.record(z.string(), z.unknown()).optional();
const sameTwice = (names: readonly string[]): string | undefined =>
  names.find((name, index) => names.indexOf(name) !== index);

/** A small shop as scenarios write it; docs/scenarios.md describes each key. Money in dollars, days counted from today. */
export const ScenarioShop = z
  .strictObject({
    customers: z.array(
      z.strictObject({
        id: CustomerId,
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
          sku: Sku,
          item: z.string().optional(),
          onHand: z.int().min(0),
          price: Dollars.optional(),
        }),
      )
      .default([]),
    purchaseOrders: z
      .array(
        z.strictObject({
          number: PurchaseOrderNumber,
          sku: Sku,
          qty: z.int().min(1),
          promised: Offset.nullable().default(null),
          ordered: Offset.default(-30),
          supplierHabit: z.string().optional(),
        }),
      )
      .default([]),
    /** Laid over the files of knowledge/policy key by key, each checked by its own schema. */
    policies: z
      .strictObject({
        shop: Overlay,
        incentives: Overlay,
        allocation: Overlay,
        backorders: Overlay,
        escalation: Overlay,
        purchasing: Overlay,
        notices: Overlay,
        substitutes: Overlay,
      })
      .optional(),
  })
  .superRefine(({ customers, orders, purchaseOrders }, { addIssue }) => {
    const fault = (path: (string | number)[], message: string) => addIssue({ code: 'custom', path, message });
    const known = new Set(customers.map(({ id }) => id));
    for (const [index, { customer, lines, notices }] of orders.entries()) {
      if (!known.has(customer)) fault(['orders', index, 'customer'], `there is no customer "${customer}" in this shop`);
      const line = sameTwice(lines.map((one) => String(one.line)));
      if (line) fault(['orders', index, 'lines'], `line ${line} is there twice`);
      for (const [at, { line: about }] of notices.entries())
        if (about !== undefined && !lines.some((one) => one.line === about))
          fault(['orders', index, 'notices', at, 'line'], `there is no line ${about} in this order`);
    }
    const number = sameTwice(orders.map((order) => order.number));
    if (number) fault(['orders'], `order ${number} is there twice`);
    const customer = sameTwice(customers.map(({ id }) => id));
    if (customer) fault(['customers'], `customer ${customer} is there twice`);
    const purchase = sameTwice(purchaseOrders.map((order) => order.number));
    if (purchase) fault(['purchaseOrders'], `purchase order ${purchase} is there twice`);
  });
export type ScenarioShop = z.infer<typeof ScenarioShop>;
export type ScenarioOrder = ScenarioShop['orders'][number];
export type ScenarioNotice = ScenarioOrder['notices'][number];

/**
 * Days late (early when negative) that a supplier's habit in words means: "usually 3 days late", "a week late", "on time".
 */
export function habitDays(habit: string | undefined): number {
  const [, count = '', unit, direction] = HABIT.exec(habit ?? '') ?? [];
  if (unit === undefined) return 0;
  const days = (FEW[count.toLowerCase()] ?? Number(count)) * (unit.toLowerCase() === 'week' ? 7 : 1);
  return direction?.toLowerCase() === 'early' ? -days : days;
}

const FEW: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  'a couple of': 2,
  three: 3,
  'a few': 3,
  four: 4,
  five: 5,
};
const HABIT = new RegExp(`(?<!\\w)(\\d+|${Object.keys(FEW).join('|')}) (day|week)s? (late|early)`, 'i');
