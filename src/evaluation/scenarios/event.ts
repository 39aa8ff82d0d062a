import { z } from 'zod';
import { OrderNumber, PurchaseOrderNumber, Sku } from '../../domain/kernel/ids.js';
import { Offset } from '../scenario-shop.js';

const Line = { order: OrderNumber, line: z.int().min(1) };

/** What may happen in a scenario's shop between two turns. */
export const Event = z.union([
  /** A line leaves: the carrier has it. */
  z.strictObject({
    shipped: z.strictObject({ ...Line, carrier: z.string().default('UPS'), tracking: z.string().optional() }),
  }),
  z.strictObject({ delivered: z.strictObject(Line) }),
  /** The shop cancels a line. */
  z.strictObject({ cancelled: z.strictObject(Line) }),
  /** A supplier gives another date, counted from the day it is then. */
  z.strictObject({ promised: z.strictObject({ po: PurchaseOrderNumber, date: Offset }) }),
  /** So many units are on the shelf. */
  z.strictObject({ stock: z.strictObject({ sku: Sku, onHand: z.int().min(0) }) }),
]);
export type Event = z.infer<typeof Event>;
