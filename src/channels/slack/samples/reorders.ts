import { addDays, zone } from '../../../domain/kernel/dates.js';
import { LocationId, PurchaseOrderNumber, SupplierId } from '../../../domain/kernel/ids.js';
import { money } from '../../../domain/kernel/money.js';
import type { ReorderFacts, ReorderRequest } from '../../../tools/reorder-situation.js';
import { wordSupplierMail } from '../../../tools/word-supplier-mail.js';
import { reorderCard } from '../cards/reorder-card.js';
import { changeReorder, declineReorder, editReorder, previewOrder } from '../reorder-modals.js';
import { asMessage, asModal, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

const scene = { zone: zone('America/Los_Angeles'), todayOn: SAMPLE_DAY };
const poNumber = PurchaseOrderNumber.parse('PO-104');

const facts = ({ sku, item, supplier, count }: Extent): ReorderFacts => ({
  sku: sku(1),
  itemName: item,
  supplierId: SupplierId.parse('kestrel'),
  supplierName: supplier,
  locationId: LocationId.parse('pdx'),
  locationName: 'Portland warehouse',
  units: count(2_400),
  proposedUnits: count(2_400),
  unitCost: money(410_00, 'USD'),
  cost: money(410_00 * count(2_400), 'USD'),
  packSize: 12,
  leastOrder: 24,
  unitsOnHand: 3,
  unitsOwed: count(40),
  unitsOnOrder: count(400),
  stockOutChance: 0.83,
  arrivesLikelyOn: addDays(SAMPLE_DAY, 21),
  spike: { on: addDays(SAMPLE_DAY, -1), units: 14, expected: 4.2 },
});

const request = (extent: Extent, over: Partial<ReorderRequest> = {}): ReorderRequest => ({
  reorderId: 4,
  asked: facts(extent),
  authority: 'manager',
  requestedBy: 'U01REP',
  expiresAt: '2026-11-25T18:00:00Z',
  state: 'waiting',
  units: facts(extent).units,
  decidedBy: null,
  reason: null,
  poNumber: null,
  ...over,
});

function ready(extent: Extent, isWithinOwnLimit: boolean) {
  const asked = facts(extent);
  const { subject, text } = wordSupplierMail(
    {
      kind: 'purchase_order',
      poNumber,
      deliverTo: asked.locationName,
      lines: [{ lineNumber: 1, ...asked }],
      total: asked.cost,
      answerBy: addDays(SAMPLE_DAY, 2),
    },
    { supplier: { contactName: extent.person }, shopName: 'TechGadgets4U', todayOn: SAMPLE_DAY },
  );
  const recipient = 'orders@kestrel.example.com';
  return {
    kind: 'ready' as const,
    facts: asked,
    authority: 'lead' as const,
    isWithinOwnLimit,
    recipient,
    subject,
    text,
  };
}

/** Goods that are to be ordered. */
export default defineSamples({
  subject: 'Orders to suppliers',
  draw: (extent) => [
    asModal('What to order of an item', editReorder(ready(extent, true), SAMPLE_DAY)),
    asModal('The purchase order, within one’s limit', previewOrder(ready(extent, true))),
    asModal('The purchase order, above it', previewOrder(ready(extent, false))),
    asModal(
      'There is enough',
      editReorder({ kind: 'enough', itemName: extent.item, unitsAbove: extent.count(90) }, SAMPLE_DAY),
    ),
    asMessage('Somebody wants goods ordered', reorderCard(request(extent), scene)),
    asMessage(
      'They were, another number than asked for',
      reorderCard(
        request(extent, { state: 'ordered', units: 48, decidedBy: 'U04MGR', reason: extent.typed, poNumber }),
        scene,
      ),
    ),
    asMessage(
      'Declined',
      reorderCard(request(extent, { state: 'declined', decidedBy: 'U04MGR', reason: extent.typed }), scene),
    ),
    asModal('Order another number', changeReorder(4)),
    asModal('Decline to order', declineReorder(4)),
  ],
});
