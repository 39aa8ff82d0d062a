import { z } from 'zod';
import { LocalDate } from '../domain/kernel/dates.js';
import { PurchaseOrderNumber, Sku } from '../domain/kernel/ids.js';
import type { PurchaseOrder } from '../store/purchase-orders.js';
import { SUPPLIER_MAIL_KINDS } from '../store/supplier-mails.js';
import type { ToolContext } from './define-tool.js';
import { supplyShares } from './supply-shares.js';
import { Waiting, waitingOf } from './waiting-revenue.js';

/** Longest text of a mail that somebody edits: what a modal carries. */
export const LONGEST_SUPPLIER_MAIL = 2_000;

/** An order's line that is still to come, as people look at it before they write. */
const OpenLine = z.object({
  lineNumber: z.int(),
  sku: Sku,
  itemName: z.string(),
  units: z.int(),
  promisedOn: LocalDate.nullable(),
});

/** An order somebody writes to its supplier about: what is to come, and who waits for it. */
export const AskedOrder = z.object({
  poNumber: PurchaseOrderNumber,
  supplierName: z.string(),
  contactName: z.string().nullable(),
  phone: z.string().nullable(),
  openLines: z.array(OpenLine),
  waiting: Waiting,
});
export type AskedOrder = z.infer<typeof AskedOrder>;

export async function askedOrder(
  { poNumber, supplier, lines }: PurchaseOrder,
  context: ToolContext,
): Promise<AskedOrder> {
  const open = lines.filter(({ openQuantity }) => openQuantity > 0);
  const shares = await supplyShares(context, [...new Set(open.map(({ sku }) => sku))]);
  return {
    poNumber,
    supplierName: supplier.supplierName,
    contactName: supplier.contactName,
    phone: supplier.phone,
    openLines: open.map(({ lineNumber, sku, title, openQuantity, promisedOn }) => ({
      lineNumber,
      sku,
      itemName: title,
      units: openQuantity,
      promisedOn,
    })),
    waiting: waitingOf(
      open.flatMap(({ poLineId }) => shares.get(poLineId) ?? []),
      context.policy.currency,
    ),
  };
}

/** The words of a mail as they stand. */
export const MailWords = z.object({
  asks: z.enum(SUPPLIER_MAIL_KINDS),
  recipient: z.string(),
  subject: z.string(),
  text: z.string(),
});
