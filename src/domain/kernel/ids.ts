import { z } from 'zod';

/**
 * Branded identifiers. Each is parsed once where it enters the house and never mixed up afterwards.
 * Where the business has a natural key (order number, SKU, purchase order number), that key is the id.
 */
const key = (what: string, pattern: RegExp, longest = 64) =>
  z
    .string()
    .max(longest)
    .regex(pattern, { error: `not a valid ${what}` });

/** As the shop writes it: `1042`, `BD-1042`, `R/2026/114`. */
export const OrderNumber = key('order number', /^[A-Z0-9](?:[A-Z0-9 ./_#-]*[A-Z0-9])?$/, 32).brand<'OrderNumber'>();
export type OrderNumber = z.infer<typeof OrderNumber>;

/** An order number without the marks between, which people leave out or change: "R 2026-114" and `R/2026/114` are one. */
export const bareNumber = (number: string): string => number.toUpperCase().replace(/[^A-Z0-9]/g, '');

/** Whether a text says this order number, with whatever marks or spaces between its letters and digits. */
export const saysNumber = (text: string, number: OrderNumber): boolean =>
  new RegExp(`(?<![a-z0-9])${[...bareNumber(number)].join('[^a-z0-9]{0,2}')}(?![a-z0-9])`, 'i').test(text);

/** Order number, a hyphen, the line's number: `1042-2`. */
export const OrderLineId = key('order line id', /^[A-Z0-9][A-Z0-9 ./_#-]*-\d+$/, 40).brand<'OrderLineId'>();
export type OrderLineId = z.infer<typeof OrderLineId>;

export const Sku = key('SKU', /^[A-Z0-9][A-Z0-9./_-]*$/, 64).brand<'Sku'>();
export type Sku = z.infer<typeof Sku>;

export const CustomerId = key('customer id', /^[A-Za-z0-9][A-Za-z0-9_-]*$/).brand<'CustomerId'>();
export type CustomerId = z.infer<typeof CustomerId>;

export const SupplierId = key('supplier id', /^[A-Za-z0-9][A-Za-z0-9_-]*$/).brand<'SupplierId'>();
export type SupplierId = z.infer<typeof SupplierId>;

export const LocationId = key('location id', /^[A-Za-z0-9][A-Za-z0-9_-]*$/).brand<'LocationId'>();
export type LocationId = z.infer<typeof LocationId>;

export const PurchaseOrderNumber = key(
  'purchase order number',
  /^[A-Z0-9][A-Z0-9-]*$/,
  32,
).brand<'PurchaseOrderNumber'>();
export type PurchaseOrderNumber = z.infer<typeof PurchaseOrderNumber>;

/** Purchase order number, a hyphen, the line's number: `PO-77-1`. */
export const PurchaseOrderLineId = key(
  'purchase order line id',
  /^[A-Z0-9][A-Z0-9-]*-\d+$/,
  40,
).brand<'PurchaseOrderLineId'>();
export type PurchaseOrderLineId = z.infer<typeof PurchaseOrderLineId>;

/** The order that a line of it belongs to. */
export const purchaseOrderOf = (id: PurchaseOrderLineId): PurchaseOrderNumber =>
  PurchaseOrderNumber.parse(id.replace(/-\d+$/, ''));

export const ConversationId = key('conversation id', /^[A-Za-z0-9_-]+$/).brand<'ConversationId'>();
export type ConversationId = z.infer<typeof ConversationId>;

export const ProposalId = z.uuid().brand<'ProposalId'>();
export type ProposalId = z.infer<typeof ProposalId>;
