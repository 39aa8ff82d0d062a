import { z } from 'zod';
import { dateIn, LocalDate, type Zone } from '../domain/kernel/dates.js';
import { OrderLineId, OrderNumber, Sku } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { LINE_STATES } from '../domain/orders/line-state.js';
import type { OrderLineRecord, OrderRecord, ShipTo } from '../store/orders.js';

/** One line as every actor sees it. Dates are days in the ship-to zone. */
export const LineFacts = z.object({
  orderNumber: OrderNumber,
  orderLineId: OrderLineId,
  line: z.int(),
  sku: Sku,
  lineName: z.string(),
  /** Address of its picture, where the shop has one. */
  picture: z.string().nullable(),
  quantity: z.int(),
  unitPrice: Money,
  lineState: z.enum(LINE_STATES),
  shippedQuantity: z.int(),
  /** Units that go ahead of the rest of the order and have not left yet. */
  leavingQuantity: z.int(),
  /** The substitute that the shop was asked to send instead and has not answered about. */
  swapAskedFor: z.string().nullable(),
  carrier: z.string().nullable(),
  tracking: z.string().nullable(),
  shippedOn: LocalDate.nullable(),
  deliveredOn: LocalDate.nullable(),
});
export type LineFacts = z.infer<typeof LineFacts>;

export function lineFacts(line: OrderLineRecord, order: OrderRecord): LineFacts {
  return {
    orderNumber: order.number,
    orderLineId: line.id,
    line: line.line,
    sku: line.sku,
    lineName: line.title,
    picture: line.picture,
    quantity: line.quantity,
    unitPrice: money(line.unitPriceCents, order.currency),
    lineState: line.state,
    shippedQuantity: line.shippedQuantity,
    leavingQuantity: line.leavingQuantity,
    swapAskedFor: line.swapAskedFor,
    carrier: line.carrier,
    tracking: line.tracking,
    shippedOn: line.scannedAt && dateIn(order.shipToZone, line.scannedAt),
    deliveredOn: line.deliveredAt && dateIn(order.shipToZone, line.deliveredAt),
  };
}

export const lineTotal = (line: OrderLineRecord, order: OrderRecord): Money =>
  money(line.unitPriceCents * line.quantity, order.currency);

export const placedOn = (order: OrderRecord, zone: Zone): LocalDate => dateIn(zone, order.placedAt);

/** A whole US address in one line, as it goes on the label. */
export const addressLine = ({ name, street, city, region, postcode }: Omit<ShipTo, 'country'>): string =>
  `${name}, ${street}, ${city}, ${region} ${postcode}`;
