import { z } from 'zod';
import { dateIn, daysBetween, Instant, LocalDate } from '../domain/kernel/dates.js';
import { OrderLineId, PurchaseOrderLineId, Sku, SupplierId } from '../domain/kernel/ids.js';
import { openSupply } from '../store/purchasing.js';
import { slipsSince } from '../store/supply-changes.js';
import { defineTool } from './define-tool.js';
import { STAFF } from './principal.js';
import { supplyShares } from './supply-shares.js';
import { Waiting, waitingOf } from './waiting-revenue.js';

/** Order lines named per slip; the rest are counted. */
const MOST_LINES = 20;

const Slip = Waiting.extend({
  kind: z.enum(['moved', 'passed']),
  poLineId: PurchaseOrderLineId,
  sku: Sku,
  itemName: z.string(),
  supplierId: SupplierId,
  supplierName: z.string(),
  openUnits: z.int(),
  oldPromisedOn: LocalDate,
  /** Null where the old date passed and none came in its place. */
  newPromisedOn: LocalDate.nullable(),
  /** Later is above 0; where there is no new date, days since the old one. */
  daysMoved: z.int(),
  timesMoved: z.int(),
  overdueDays: z.int(),
  orderLineIds: z.array(OrderLineId),
});

/**
 * Which open purchase order lines were put off, or let their date pass, since a moment, and whom it hits: the order
 * lines that each serves if all come in the order expected (src/domain/eta/share-supply.ts).
 */
export const listSupplierSlips = defineTool({
  name: 'list_supplier_slips',
  effect: 'read',
  audience: [...STAFF, 'system'],
  description:
    'List purchase order lines whose promised date moved or passed since a moment: old and new date, order lines, customers and revenue hit. Most revenue first.',
  input: z.object({ since: Instant, limit: z.int().min(1).max(200).default(20) }),
  output: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('listed'), slips: z.array(Slip), total: z.int(), since: Instant }),
  ]),
  authorize: (_input, { principal }) => principal.kind !== 'shopper',
  async run({ since, limit }, context) {
    const { sql, now, policy } = context;
    const today = dateIn(policy.zone, now);
    const slips = await slipsSince(sql, dateIn(policy.zone, since), today);
    const skus = [...new Set(slips.map(({ sku }) => sku))];
    const [supply, shares] = await Promise.all([openSupply(sql, { skus }), supplyShares(context, skus)]);
    const lines = new Map(supply.map((line) => [line.poLineId, line]));
    const told = slips.flatMap((slip): z.infer<typeof Slip>[] => {
      const line = lines.get(slip.poLineId);
      if (!line) return [];
      const served = shares.get(slip.poLineId) ?? [];
      const newest = slip.newPromisedOn ?? slip.oldPromisedOn;
      return [
        {
          kind: slip.newPromisedOn === null ? 'passed' : 'moved',
          poLineId: slip.poLineId,
          sku: slip.sku,
          itemName: line.title,
          supplierId: line.supplierId,
          supplierName: line.supplierName,
          openUnits: line.openQuantity,
          oldPromisedOn: slip.oldPromisedOn,
          newPromisedOn: slip.newPromisedOn,
          daysMoved: daysBetween(slip.oldPromisedOn, slip.newPromisedOn ?? today),
          timesMoved: slip.timesMoved,
          overdueDays: Math.max(0, daysBetween(newest, today)),
          orderLineIds: served.slice(0, MOST_LINES).map(({ line }) => line.orderLineId),
          ...waitingOf(served, policy.currency),
        },
      ];
    });
    told.sort(
      (a, b) =>
        b.revenueWaiting.cents - a.revenueWaiting.cents ||
        b.daysMoved - a.daysMoved ||
        (a.poLineId < b.poLineId ? -1 : 1),
    );
    return { kind: 'listed' as const, slips: told.slice(0, limit), total: told.length, since };
  },
});
