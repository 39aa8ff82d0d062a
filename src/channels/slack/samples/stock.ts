import { localDate } from '../../../domain/kernel/dates.js';
import { LocationId, OrderLineId } from '../../../domain/kernel/ids.js';
import { money } from '../../../domain/kernel/money.js';
import { allocationModal } from '../cards/allocation-modal.js';
import type { AllocationPreview } from '../cards/allocation-words.js';
import { queueCard } from '../cards/queue-card.js';
import { type RankedRisks, riskCard } from '../cards/risk-card.js';
import { type StockView, stockCard } from '../cards/stock-card.js';
import { onOrder, waiting } from './facts/supply-facts.js';
import { asMessage, asModal, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

const place = (n: number, { order, person }: Extent) => ({
  orderLineId: OrderLineId.parse(`${order(n)}-1`),
  orderNumber: order(n),
  customerName: person,
  queuePosition: n,
  unitsWanted: 4,
  reasons: ['wait' as const, 'lifetimeValue' as const, 'promiseAge' as const, 'tier' as const],
});

function preview(extent: Extent): AllocationPreview {
  const { sku, item, many, count } = extent;
  const shares = many(60, (n) => ({ ...place(n, extent), units: n % 3 === 0 ? 2 : 4, from: [] }));
  const unitsGiven = shares.reduce((sum, { units }) => sum + units, 0);
  return {
    kind: 'previewed',
    sku: sku(1),
    itemName: item,
    unitsFree: unitsGiven,
    unitsGiven,
    unitsStillWanted: count(1_120),
    planId: 'c49a1a83d4c14bc3',
    shares,
    waiting: many(20, (n) => ({ ...place(shares.length + n, extent), unitsMissing: 4, goesFirstInDays: 12 })),
    moves: [],
  };
}

const stock = (extent: Extent): StockView => ({
  kind: 'found',
  sku: extent.sku(1),
  itemName: extent.item,
  unitsOnHand: 132,
  unitsAllocated: 12,
  unitsOnOrder: extent.count(2_400),
  daysOfCover: 9.4,
  locations: extent.many(8, (n) => ({
    locationId: LocationId.parse(`columbus-warehouse-${n}`),
    locationKind: 'warehouse' as const,
    onHand: 44,
    allocated: 4,
    channels: ['marketplace', 'store', 'web'].map((salesChannelId) => ({
      salesChannelId,
      keptBack: 5,
      availableToPromise: 35,
    })),
  })),
  onOrder: extent.many(6, (n) => onOrder(n, extent)),
  onOrderLines: extent.many(12, () => null).length,
  waiting: waiting(extent),
});

function risks({ sku, item, many, count }: Extent): RankedRisks {
  const ranked = many(10, (n) => ({
    sku: sku(n),
    itemName: item,
    unitsAvailable: n === 1 ? -12 : n === 2 ? 0 : 40,
    unitsOnOrder: 0,
    unitsPerWeek: 20,
    daysOfCover: n > 2 ? 9.4 : 0,
    nextReceiptOn: localDate('2026-12-20'),
    nextReceiptBasis: n % 2 === 0 ? ('on_order' as const) : ('usual_lead_time' as const),
    stockOutChance: n > 2 ? 0.83 : 1,
    unitsShort: 21.2,
    revenueAtRisk: money(count(12_345_00), 'USD'),
    reasons: ['nothing_on_order' as const, 'receipts_smaller_than_queue' as const],
  }));
  return {
    kind: 'ranked',
    risks: ranked,
    total: ranked.length + count(16),
    skusLookedAt: count(1_204),
    leastChance: 0.2,
    revenueAtRisk: money(count(78_200_00), 'USD'),
  };
}

/** What is looked up about items, and given out of them. */
export default defineSamples({
  subject: 'Stock and who gets it',
  draw: (extent) => [
    asMessage('Who gets the next units', queueCard({ preview: preview(extent), units: 120, mayApprove: true })),
    asMessage(
      'The same, for a representative',
      queueCard({ preview: preview(extent), units: null, mayApprove: false }),
    ),
    asModal('Approve an allocation', allocationModal(preview(extent), null)),
    asMessage('Stock of an item', stockCard(stock(extent), SAMPLE_DAY)),
    asMessage('What may run out', riskCard(risks(extent), SAMPLE_DAY)),
  ],
});
