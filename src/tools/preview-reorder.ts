import { z } from 'zod';
import { Sku } from '../domain/kernel/ids.js';
import { isAtLeast } from '../domain/suppliers/order-authority.js';
import { nextPurchaseOrderNumber, waitingReorder } from '../store/reorders.js';
import { defineTool } from './define-tool.js';
import { confirmBy } from './place-purchase-order.js';
import { isStaff, STAFF } from './principal.js';
import {
  NO_REORDER,
  ReorderFacts,
  ReorderRequest,
  reorderRequest,
  reorderSituation,
  todayOf,
} from './reorder-situation.js';
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
    const { facts, authority, supplier } = situation;
    const { subject, text } = wordSupplierMail(
      {
        kind: 'purchase_order',
        poNumber: await nextPurchaseOrderNumber(sql, rules.suppliers.ordering.numbers),
        deliverTo: facts.locationName,
        lines: [{ lineNumber: 1, sku, itemName: facts.itemName, units: facts.units, unitCost: facts.unitCost }],
        total: facts.cost,
        answerBy: confirmBy(context),
      },
      { supplier, shopName: policy.name, todayOn: todayOf(context) },
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
