import { z } from 'zod';
import { addBusinessDays } from '../domain/kernel/business-calendar.js';
import { Sku } from '../domain/kernel/ids.js';
import { isAtLeast } from '../domain/suppliers/order-authority.js';
import { findSupplier } from '../store/purchase-orders.js';
import { nextPurchaseOrderNumber, waitingReorder } from '../store/reorders.js';
import { defineTool } from './define-tool.js';
import { isStaff, STAFF } from './principal.js';
import {
  NO_REORDER,
  ReorderFacts,
  ReorderRequest,
  reorderRequest,
  reorderSituation,
  todayOf,
} from './reorder-situation.js';
import { shopCalendar } from './shop-calendar.js';
import { wordSupplierMail } from './word-supplier-mail.js';

/** A purchase order of an item before it is made: how many, from whom, why, who may, and the words. Orders nothing. */
export const previewReorder = defineTool({
  name: 'preview_reorder',
  effect: 'read',
  audience: STAFF,
  description:
    'Draft the purchase order of an item that is running out: units, supplier, cost, who may order so much, and the mail. order_goods orders it.',
  input: z.object({
    sku: Sku,
    /** What the reorder rule proposes where absent. */
    units: z.int().min(1).max(1_000_000).optional(),
  }),
  output: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('ready'),
      facts: ReorderFacts,
      /** The least rank that may order so much. */
      authority: z.enum(['rep', 'lead', 'manager']),
      isWithinOwnLimit: z.boolean(),
      recipient: z.string(),
      subject: z.string(),
      text: z.string(),
    }),
    /** Somebody asked for it already, and those who may have not answered. */
    ReorderRequest.extend({ kind: z.literal('waits_already') }),
    ...NO_REORDER,
  ]),
  authorize: () => true,
  async run({ sku, units }, context) {
    const { sql, policy, principal, rules } = context;
    const waiting = await waitingReorder(sql, sku);
    if (waiting) return { kind: 'waits_already' as const, ...reorderRequest(waiting) };
    const situation = await reorderSituation(sku, units, context);
    if (situation.kind !== 'ready') return situation;
    const { facts, authority } = situation;
    const supplier = await findSupplier(sql, facts.supplierId);
    if (!supplier?.email) return { kind: 'no_address' as const, supplierName: facts.supplierName };
    const today = todayOf(context);
    const { ordering, acknowledgement } = rules.suppliers;
    const { subject, text } = wordSupplierMail(
      {
        kind: 'purchase_order',
        poNumber: await nextPurchaseOrderNumber(sql, ordering.numbers),
        deliverTo: facts.locationName,
        lines: [{ lineNumber: 1, sku, itemName: facts.itemName, units: facts.units, unitCost: facts.unitCost }],
        total: facts.cost,
        answerBy: addBusinessDays(shopCalendar(policy), today, acknowledgement.afterDays),
      },
      { supplier, shopName: policy.name, todayOn: today },
    );
    return {
      kind: 'ready' as const,
      facts,
      authority,
      isWithinOwnLimit: isStaff(principal) && isAtLeast(principal.kind, authority),
      recipient: supplier.email,
      subject,
      text,
    };
  },
});
