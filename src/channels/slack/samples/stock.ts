import { localDate } from '../../../domain/kernel/dates.js';
import {
  LocationId,
  OrderLineId,
  OrderNumber,
  PurchaseOrderLineId,
  Sku,
  SupplierId,
} from '../../../domain/kernel/ids.js';
import { money } from '../../../domain/kernel/money.js';
import { allocationModal } from '../cards/allocation-modal.js';
import type { AllocationPreview } from '../cards/allocation-words.js';
import { type Explained, etaCard } from '../cards/eta-card.js';
import { queueCard } from '../cards/queue-card.js';
import { type RankedRisks, riskCard } from '../cards/risk-card.js';
import { type StockView, stockCard } from '../cards/stock-card.js';
import { type SupplierRecord, supplierCard } from '../cards/supplier-card.js';
import { LONG_NAME, LONG_PERSON, many, SAMPLE_DAY, type Sample } from './sample.js';

const sku = Sku.parse('TRI-900-CARBON-XL');
const day = localDate('2026-12-04');
const dates = { earliestOn: localDate('2026-12-01'), likelyOn: day, cautiousOn: localDate('2026-12-18') };
const waiting = {
  waitingUnits: 1_240,
  waitingLines: 210,
  waitingOrders: 204,
  waitingCustomers: 198,
  revenueWaiting: money(18_400_00, 'USD'),
};

const place = (n: number) => ({
  orderLineId: OrderLineId.parse(`TG-2026-${n}-1`),
  orderNumber: OrderNumber.parse(`TG-2026-${n}`),
  customerName: LONG_PERSON,
  queuePosition: n,
  unitsWanted: 4,
  reasons: ['wait' as const, 'lifetimeValue' as const, 'promiseAge' as const, 'tier' as const],
});
const preview: AllocationPreview = {
  kind: 'previewed',
  sku,
  itemName: LONG_NAME,
  unitsFree: 120,
  unitsGiven: 120,
  unitsStillWanted: 1_120,
  planId: 'c49a1a83d4c14bc3',
  shares: many(60, (n) => ({ ...place(n), units: n % 3 === 0 ? 2 : 4, from: [] })),
  waiting: many(20, (n) => ({ ...place(60 + n), unitsMissing: 4, goesFirstInDays: 12 })),
  moves: [],
};

const onOrder = (n: number) => ({
  poLineId: PurchaseOrderLineId.parse(`PO-${2_000 + n}-12`),
  supplierId: SupplierId.parse('kestrel'),
  supplierName: LONG_PERSON,
  toLocationId: LocationId.parse('columbus-main-warehouse'),
  openUnits: 400,
  orderedOn: localDate('2026-10-04'),
  firstPromisedOn: localDate('2026-11-10'),
  promisedOn: n % 2 === 0 ? null : localDate('2026-11-20'),
  overdueDays: n % 2 === 0 ? 0 : 3,
  receiptLikelyOn: n === 4 ? null : day,
  receiptCautiousOn: n === 4 ? null : localDate('2026-12-18'),
});

const stock: StockView = {
  kind: 'found',
  sku,
  itemName: LONG_NAME,
  unitsOnHand: 132,
  unitsAllocated: 12,
  unitsOnOrder: 2_400,
  daysOfCover: 9.4,
  locations: many(8, (n) => ({
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
  onOrder: many(6, onOrder),
  onOrderLines: 12,
  waiting,
};

const risks: RankedRisks = {
  kind: 'ranked',
  risks: many(10, (n) => ({
    sku,
    itemName: LONG_NAME,
    unitsAvailable: n === 1 ? -12 : n === 2 ? 0 : 40,
    unitsOnOrder: 0,
    unitsPerWeek: 20,
    daysOfCover: n > 2 ? 9.4 : 0,
    nextReceiptOn: localDate('2026-12-20'),
    nextReceiptBasis: n % 2 === 0 ? ('on_order' as const) : ('usual_lead_time' as const),
    stockOutChance: n > 2 ? 0.83 : 1,
    unitsShort: 21.2,
    revenueAtRisk: money(12_345_00, 'USD'),
    reasons: ['nothing_on_order' as const, 'receipts_smaller_than_queue' as const],
  })),
  total: 26,
  skusLookedAt: 1_204,
  leastChance: 0.2,
  revenueAtRisk: money(78_200_00, 'USD'),
};

const figure = (value: number | null, isThin = false) => ({ value, count: 46, isThin });
const supplier: SupplierRecord = {
  kind: 'found',
  supplierId: SupplierId.parse('kestrel'),
  supplierName: LONG_PERSON,
  from: localDate('2025-11-23'),
  to: SAMPLE_DAY,
  figures: {
    onTimeRate: figure(0.37),
    slipP50: figure(4),
    slipP90: figure(31),
    leadDaysP50: figure(18),
    fillRate: figure(0.98),
    defectRate: figure(0.012, true),
    acknowledgedRate: figure(0.9),
    acknowledgementDaysP50: figure(2),
    answeredRate: figure(0.8),
    answerDaysP50: figure(1, true),
    revisionsKept: figure(0.31),
    revisionSlipMean: figure(6.5),
    noticeDaysP50: figure(-2),
  },
  singleSource: figure(1),
  agreedTerms: { leadDays: 14, onTimeRate: 0.9, fillRate: 0.95, acknowledgementDays: 2, defectRate: 0.02 },
  breaches: [
    { term: 'onTimeRate', agreed: 0.9, actual: 0.37, isThin: false },
    { term: 'leadDays', agreed: 14, actual: 18, isThin: true },
  ],
  changes: [
    { figure: 'onTimeRate', before: 0.2, now: 0.5, direction: 'better', isThin: false },
    { figure: 'slipP90', before: 14, now: 42, direction: 'worse', isThin: false },
    { figure: 'fillRate', before: 1, now: 0.9, direction: 'worse', isThin: true },
  ],
  openOrders: many(6, (n) => ({ ...onOrder(n), sku, itemName: LONG_NAME })),
  openLines: 12,
  openUnits: 2_400,
  overdueLines: 3,
  overdueUnits: 900,
  waiting,
};

const about = {
  orderLineId: OrderLineId.parse('TG-2026-1-1'),
  orderNumber: OrderNumber.parse('TG-2026-1'),
  sku,
  itemName: LONG_NAME,
  units: 2,
  queuePosition: 8,
  unitsAhead: 14,
  waitingLines: 210,
  waitingUnits: 1_240,
};
const habit = {
  receipts: 90,
  lateShare: 0.46,
  usualSlipDays: 4,
  usualLeadDays: 18,
  chanceShort: 0.1,
  chanceCancelled: 0.02,
};
const explained: Explained = {
  kind: 'explained',
  total: 4,
  notWaiting: [{ orderLineId: OrderLineId.parse('TG-2026-1-3'), itemName: LONG_NAME, lineState: 'shipped' }],
  explanations: [
    {
      ...about,
      kind: 'estimated',
      ships: dates,
      arrives: dates,
      chanceByDate: null,
      because: { reason: 'supplier_usually_late', days: 4, receipts: 90 },
      purchaseOrders: many(3, (n) => ({
        ...onOrder(n),
        timesMoved: 2,
        unitsForOthers: 14,
        unitsForThisLine: 2,
        habit,
      })),
      receivingDays: 1,
      packingDays: 1,
      transitLikelyDays: 4,
      transitCautiousDays: 6,
      wouldChange: [
        { kind: 'served_first', ships: dates },
        { kind: 'sent_express', arrives: dates },
        { kind: 'without_order', poLineId: PurchaseOrderLineId.parse('PO-2001-12'), ships: null },
        { kind: 'free_units_allocated', unitsFree: 12 },
      ],
    },
    {
      ...about,
      kind: 'not_covered',
      reason: 'short_supply',
      missingUnits: 12,
      onOrder: many(3, onOrder),
      ifOrderedToday: { ...dates, supplierId: SupplierId.parse('kestrel'), supplierName: LONG_PERSON, units: 12 },
      wouldChange: [],
    },
    { ...about, kind: 'no_record', onOrder: many(3, onOrder) },
  ],
};

const shown = (title: string, { blocks = [] }: { readonly blocks?: Sample['blocks'] | undefined }): Sample => ({
  title,
  as: 'message',
  blocks,
});

/** What is looked up about items, suppliers and dates. */
export default [
  shown('Who gets the next units', queueCard({ preview, units: 120, mayApprove: true })),
  { title: 'Approve an allocation', as: 'modal', blocks: allocationModal(preview) },
  shown('Stock of an item', stockCard(stock, SAMPLE_DAY)),
  shown('What may run out', riskCard(risks, SAMPLE_DAY)),
  shown('A supplier', supplierCard(supplier, SAMPLE_DAY)),
  shown('When an order ships, and why', etaCard(explained, 'order TG-2026-1', SAMPLE_DAY)),
] satisfies readonly Sample[];
