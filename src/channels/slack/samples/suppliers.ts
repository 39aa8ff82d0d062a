import { localDate } from '../../../domain/kernel/dates.js';
import { OrderLineId, SupplierId } from '../../../domain/kernel/ids.js';
import { type Explained, etaCard } from '../cards/eta-card.js';
import { type SupplierRecord, supplierCard } from '../cards/supplier-card.js';
import { DATES, onOrder, waiting } from './facts/supply-facts.js';
import { asMessage, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

const figure = (value: number | null, isThin = false) => ({ value, count: 46, isThin });

const supplier = (extent: Extent): SupplierRecord => ({
  kind: 'found',
  supplierId: SupplierId.parse('kestrel'),
  supplierName: extent.supplier,
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
  openOrders: extent.many(6, (n) => ({ ...onOrder(n, extent), sku: extent.sku(n), itemName: extent.item })),
  openLines: extent.many(12, () => null).length,
  openUnits: extent.count(2_400),
  overdueLines: 3,
  overdueUnits: extent.count(900),
  waiting: waiting(extent),
});

const HABIT = {
  receipts: 90,
  lateShare: 0.46,
  usualSlipDays: 4,
  usualLeadDays: 18,
  chanceShort: 0.1,
  chanceCancelled: 0.02,
};

function explained(extent: Extent): Explained {
  const { order, sku, item, count, many, poLine } = extent;
  const about = {
    orderLineId: OrderLineId.parse(`${order(1)}-1`),
    orderNumber: order(1),
    sku: sku(1),
    itemName: item,
    units: 2,
    queuePosition: 8,
    unitsAhead: 14,
    waitingLines: count(210),
    waitingUnits: count(1_240),
  };
  return {
    kind: 'explained',
    total: 4,
    notWaiting: [{ orderLineId: OrderLineId.parse(`${order(1)}-3`), itemName: item, lineState: 'shipped' }],
    explanations: [
      {
        ...about,
        kind: 'estimated',
        ships: DATES,
        arrives: DATES,
        chanceByDate: null,
        because: { reason: 'supplier_usually_late', days: 4, receipts: 90 },
        purchaseOrders: many(3, (n) => ({
          ...onOrder(n, extent),
          timesMoved: 2,
          unitsForOthers: 14,
          unitsForThisLine: 2,
          habit: HABIT,
        })),
        receivingDays: 1,
        packingDays: 1,
        transitLikelyDays: 4,
        transitCautiousDays: 6,
        wouldChange: [
          { kind: 'served_first', ships: DATES },
          { kind: 'sent_express', arrives: DATES },
          { kind: 'without_order', poLineId: poLine(1), ships: null },
          { kind: 'free_units_allocated', unitsFree: 12 },
        ],
      },
      {
        ...about,
        kind: 'not_covered',
        reason: 'short_supply',
        missingUnits: 12,
        onOrder: many(3, (n) => onOrder(n, extent)),
        ifOrderedToday: {
          ...DATES,
          supplierId: SupplierId.parse('kestrel'),
          supplierName: extent.supplier,
          units: 12,
        },
        wouldChange: [],
      },
      { ...about, kind: 'no_record', onOrder: many(3, (n) => onOrder(n, extent)) },
    ],
  };
}

/** How suppliers do, and when what waits will come. */
export default defineSamples({
  subject: 'Suppliers and dates',
  draw: (extent) => [
    asMessage('A supplier', supplierCard(supplier(extent), SAMPLE_DAY)),
    asMessage('When an order ships, and why', etaCard(explained(extent), `order ${extent.order(1)}`, SAMPLE_DAY)),
  ],
});
