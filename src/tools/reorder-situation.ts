import { z } from 'zod';
import { dateIn, LocalDate } from '../domain/kernel/dates.js';
import { LocationId, PurchaseOrderNumber, Sku, SupplierId } from '../domain/kernel/ids.js';
import { Money, money } from '../domain/kernel/money.js';
import { type OrderingRank, whoMayOrder } from '../domain/suppliers/order-authority.js';
import { findSupplier, locationName, type SupplierContact } from '../store/purchase-orders.js';
import { placedOrderOf, type ReorderRecord } from '../store/reorders.js';
import type { ToolContext } from './define-tool.js';
import { spikeOf } from './get-demand-forecast.js';
import { reorderOf } from './propose-reorder.js';
import { type StockOutlook, stockOutlooks } from './stock-outlook.js';

/** What is to be ordered of an item and why, as people see it before they decide. */
export const ReorderFacts = z.object({
  sku: Sku,
  itemName: z.string(),
  supplierId: SupplierId,
  supplierName: z.string(),
  locationId: LocationId,
  locationName: z.string(),
  units: z.int(),
  /** What the reorder rule proposes. */
  proposedUnits: z.int(),
  unitCost: Money,
  cost: Money,
  packSize: z.int(),
  leastOrder: z.int(),
  unitsOnHand: z.int(),
  unitsOwed: z.int(),
  unitsOnOrder: z.int(),
  /** Until goods come next, from 0 to 1. */
  stockOutChance: z.number(),
  arrivesLikelyOn: LocalDate,
  /** Yesterday's sale, where it was out of the ordinary. */
  spike: z.object({ on: LocalDate, units: z.int(), expected: z.number() }).nullable(),
});
export type ReorderFacts = z.infer<typeof ReorderFacts>;

/** Why nothing can be ordered of an item now. */
export const NO_REORDER = [
  z.object({ kind: z.literal('enough'), itemName: z.string(), unitsAbove: z.int() }),
  z.object({
    kind: z.literal('no_basis'),
    itemName: z.string(),
    reason: z.enum(['no_supplier', 'no_lead_time', 'no_unit_cost', 'never_asked_for']),
  }),
  /** An order of it is written and on its way to the supplier. */
  z.object({ kind: z.literal('placed_already'), poNumber: PurchaseOrderNumber }),
  /** The supplier sells it in packs, from so many on. */
  z.object({ kind: z.literal('wrong_units'), packSize: z.int(), leastOrder: z.int() }),
  /** More than anybody here may order at once. */
  z.object({ kind: z.literal('above_all_limits'), cost: Money }),
  z.object({ kind: z.literal('no_address'), supplierName: z.string() }),
  z.object({ kind: z.literal('mail_not_connected') }),
  z.object({ kind: z.literal('not_found') }),
] as const;
type NoReorder = z.infer<(typeof NO_REORDER)[number]>;

export type ReorderSituation =
  | {
      readonly kind: 'ready';
      readonly facts: ReorderFacts;
      readonly authority: OrderingRank;
      readonly supplier: SupplierContact & { readonly email: string };
    }
  | NoReorder;

/** What ordering an item means now. `units`: as somebody wants them; what the rule proposes where absent. */
export async function reorderSituation(
  sku: Sku,
  units: number | undefined,
  context: ToolContext,
): Promise<ReorderSituation> {
  const { sql, mail, rules } = context;
  const [outlook] = await stockOutlooks(context, [sku]);
  if (!outlook) return { kind: 'not_found' };
  const placed = await placedOrderOf(sql, sku);
  if (placed) return { kind: 'placed_already', poNumber: placed };
  const proposal = await reorderOf(outlook, undefined, context);
  if (proposal.kind === 'not_found') return proposal;
  if (proposal.kind === 'no_basis') return { kind: 'no_basis', itemName: proposal.itemName, reason: proposal.reason };
  if (proposal.kind === 'enough')
    return { kind: 'enough', itemName: proposal.itemName, unitsAbove: proposal.unitsAbove };
  if (!mail.connected) return { kind: 'mail_not_connected' };
  const supplier = await findSupplier(sql, proposal.supplierId);
  if (!supplier?.email) return { kind: 'no_address', supplierName: proposal.supplierName };
  const source = outlook.sources.find(({ supplierId }) => supplierId === proposal.supplierId);
  if (!source) return { kind: 'no_basis', itemName: proposal.itemName, reason: 'no_supplier' };
  const { packSize, leastOrder } = proposal;
  const wanted = units ?? proposal.unitsToOrder;
  if (wanted < leastOrder || wanted % packSize !== 0) return { kind: 'wrong_units', packSize, leastOrder };
  const { currency } = proposal.cost;
  const unitCostCents = Math.round(proposal.cost.cents / proposal.unitsToOrder);
  const cost = money(unitCostCents * wanted, currency);
  const authority = whoMayOrder(cost.cents, rules.suppliers.ordering.limits);
  if (authority === null) return { kind: 'above_all_limits', cost };
  return {
    kind: 'ready',
    authority,
    supplier: { ...supplier, email: supplier.email },
    facts: {
      sku,
      itemName: proposal.itemName,
      supplierId: proposal.supplierId,
      supplierName: proposal.supplierName,
      locationId: source.locationId,
      locationName: await locationName(sql, source.locationId),
      units: wanted,
      proposedUnits: proposal.unitsToOrder,
      unitCost: money(unitCostCents, currency),
      cost,
      packSize,
      leastOrder,
      unitsOnHand: proposal.unitsOnHand,
      unitsOwed: proposal.unitsOwed,
      unitsOnOrder: proposal.unitsOnOrder,
      stockOutChance: outlook.risk.stockOutChance,
      arrivesLikelyOn: proposal.arrivesLikelyOn,
      spike: await yesterdaysSpike(outlook, context),
    },
  };
}

async function yesterdaysSpike(
  { position, forecast }: StockOutlook,
  context: ToolContext,
): Promise<ReorderFacts['spike']> {
  if (!forecast?.pattern) return null;
  const spike = await spikeOf(position.sku, undefined, context);
  return spike.kind === 'spike' ? { on: spike.on, units: spike.units, expected: spike.expected } : null;
}

/** A request that waits, or how it ended, as everybody of the team may see it. */
export const ReorderRequest = z.object({
  reorderId: z.int(),
  asked: ReorderFacts,
  authority: z.enum(['rep', 'lead', 'manager']).nullable(),
  requestedBy: z.string(),
  expiresAt: z.string(),
  state: z.enum(['waiting', 'ordered', 'declined', 'expired']),
  /** As they were ordered in the end. */
  units: z.int(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
  poNumber: PurchaseOrderNumber.nullable(),
});
export type ReorderRequest = z.infer<typeof ReorderRequest>;

export const reorderRequest = (record: ReorderRecord): ReorderRequest =>
  ReorderRequest.parse({ ...record, asked: record.shown, units: record.quantity });

export const todayOf = ({ policy, now }: Pick<ToolContext, 'policy' | 'now'>): LocalDate => dateIn(policy.zone, now);
