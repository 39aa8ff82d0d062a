import { instant, localDate } from '../../../domain/kernel/dates.js';
import { OrderLineId, OrderNumber, PurchaseOrderLineId, Sku, SupplierId } from '../../../domain/kernel/ids.js';
import { money } from '../../../domain/kernel/money.js';
import type { DigestFacts } from '../../../tools/digest-facts.js';
import { alertCard, alertList } from '../cards/alert-card.js';
import { digestDetails, digestHead } from '../cards/digest-card.js';
import { LONG_NAME, LONG_PERSON, many, SAMPLE_DAY, type Sample } from './sample.js';

const sku = (n: number) => Sku.parse(`TRI-900-CARBON-XL-${n}`);
const order = (n: number) => OrderNumber.parse(`TG-2026-${1000 + n}`);
const waiting = {
  waitingUnits: 1_240,
  waitingLines: 210,
  waitingOrders: 204,
  waitingCustomers: 198,
  revenueWaiting: money(18_400_00, 'USD'),
};
const dates = { likelyOn: localDate('2026-12-04'), cautiousOn: localDate('2026-12-18') };
const counts = { more: 13, unchanged: 4, snoozed: 2 };
const FIVE = 5;

const slip = (n: number) => ({
  ...waiting,
  kind: n % 2 === 0 ? ('moved' as const) : ('passed' as const),
  item: `slip:PO-${n}-1`,
  poLineId: PurchaseOrderLineId.parse(`PO-${n}-1`),
  sku: sku(n),
  itemName: LONG_NAME,
  supplierId: SupplierId.parse('kestrel'),
  supplierName: LONG_PERSON,
  openUnits: 400,
  oldPromisedOn: localDate('2026-11-22'),
  newPromisedOn: n % 2 === 0 ? localDate('2026-12-20') : null,
  daysMoved: 28,
  timesMoved: 3,
  overdueDays: 1,
  orderLineIds: [],
});

const alert = (n: number) => ({
  sku: sku(n),
  itemName: LONG_NAME,
  belowDays: 14,
  setBy: 'U04MGR',
  isLow: true,
  unitsAvailable: n === 1 ? -12 : 40,
  daysOfCover: 9.4,
  crossing: 'none' as const,
});

/** A busy morning: every part is full. */
const FULL: DigestFacts = {
  shopName: 'TechGadgets4U',
  todayOn: SAMPLE_DAY,
  compiledAt: instant('2026-11-23T16:00:00Z'),
  since: instant('2026-11-22T16:00:00Z'),
  sinceOn: localDate('2026-11-22'),
  decisions: 3,
  revenueAtRisk: money(18_400_00, 'USD'),
  dueWithinHours: 72,
  due: {
    ...counts,
    items: many(FIVE, (n) => ({
      item: `due:${order(n)}:notice`,
      orderNumber: order(n),
      customerName: LONG_PERSON,
      duty: (['notice', 'consent', 'refund', 'review', 'notice'] as const)[n - 1] ?? 'notice',
      legalBy: n === 4 ? null : localDate('2026-11-22'),
      isLate: n === 1,
      orderLineIds: [OrderLineId.parse(`${order(n)}-1`)],
    })),
  },
  free: {
    ...counts,
    items: many(FIVE, (n) => ({
      item: `free:${sku(n)}`,
      sku: sku(n),
      itemName: LONG_NAME,
      units: 120,
      orderNumbers: [order(1), order(2), order(3)],
      orderLines: 88,
    })),
  },
  customers: {
    ...counts,
    items: many(FIVE, (n) => ({
      item: `customer:${order(n)}`,
      orderNumber: order(n),
      customerName: LONG_PERSON,
      tier: 'vip' as const,
      waitedDays: 41,
      slips: 3,
      daysLate: 29,
      revenueWaiting: money(12_345_67, 'USD'),
    })),
  },
  stockouts: {
    ...counts,
    items: many(FIVE, (n) => ({
      ...waiting,
      item: `stockout:${sku(n)}`,
      sku: sku(n),
      itemName: LONG_NAME,
      outSince: instant('2026-11-22T20:00:00Z'),
      unitsOnOrder: n === 1 ? 400 : 0,
      allShip: n === 1 ? dates : null,
      missingUnits: 0,
      orderLineIds: [],
    })),
  },
  slips: { ...counts, items: many(FIVE, slip) },
  willRunOut: {
    ...counts,
    items: many(FIVE, (n) => ({
      item: `risk:${sku(n)}`,
      sku: sku(n),
      itemName: LONG_NAME,
      unitsAvailable: 14,
      unitsOnOrder: 0,
      unitsPerWeek: 9.5,
      daysOfCover: 10.3,
      nextReceiptOn: localDate('2026-12-20'),
      nextReceiptBasis: 'usual_lead_time' as const,
      stockOutChance: 0.83,
      unitsShort: 21.2,
      revenueAtRisk: money(4_321_00, 'USD'),
      reasons: ['nothing_on_order', 'cover_shorter_than_wait'] as ('nothing_on_order' | 'cover_shorter_than_wait')[],
      order: {
        unitsToOrder: 60,
        supplierName: LONG_PERSON,
        cost: money(9_000_00, 'USD'),
        arrivesLikelyOn: localDate('2026-12-20'),
      },
    })),
  },
  arrivals: {
    ...counts,
    items: many(FIVE, (n) => ({
      item: `arrival:PO-${n}-1`,
      poLineId: PurchaseOrderLineId.parse(`PO-${n}-1`),
      sku: sku(n),
      itemName: LONG_NAME,
      supplierName: LONG_PERSON,
      openUnits: 400,
      promisedOn: SAMPLE_DAY,
      orderNumbers: [order(1), order(2), order(3)],
      waitingLines: 88,
    })),
  },
  customersWithColleague: 4,
  desk: {
    conversations: 214,
    handOffs: 12,
    handOffsOpen: 3,
    promisesDue: 48,
    promisesKept: 45,
    offers: 9,
    offersCost: money(182_50, 'USD'),
    budgetPerDay: money(400_00, 'USD'),
    campaignLeft: money(7_312_00, 'USD'),
  },
  decided: [
    { kind: 'allocated', by: 'U04MGR', about: sku(1), units: 120, worth: null, outcome: '80 of 88 lines on their way' },
    { kind: 'offered', by: 'U01REP', about: order(1), units: null, worth: money(25_00, 'USD'), outcome: 'order kept' },
    {
      kind: 'closed',
      by: 'U03LEAD',
      about: order(2),
      units: null,
      worth: null,
      outcome: `Called them. ${LONG_NAME}. `.repeat(4),
    },
    ...many(6, (n) => ({
      kind: 'escalated' as const,
      by: 'U01REP',
      about: order(n),
      units: null,
      worth: null,
      // what somebody typed may grow fivefold when it is escaped
      outcome: '&'.repeat(500),
    })),
    {
      kind: 'snoozed',
      by: 'U04MGR',
      about: `slip:PO-9-1`,
      units: null,
      worth: null,
      outcome: 'their factory is closed until Monday',
    },
  ],
  decidedMore: 6,
  stale: { noReceiptSince: localDate('2026-11-18'), noScanSince: localDate('2026-11-17') },
  told: {},
};

const nothing = { items: [], more: 0, unchanged: 0, snoozed: 0 };
const QUIET: DigestFacts = {
  ...FULL,
  decisions: 0,
  revenueAtRisk: money(0, 'USD'),
  ...Object.fromEntries(
    ['due', 'free', 'customers', 'stockouts', 'slips', 'willRunOut', 'arrivals'].map((part) => [part, nothing]),
  ),
  customersWithColleague: 0,
  decided: [],
  decidedMore: 0,
  stale: { noReceiptSince: null, noScanSince: null },
};

const shown = (title: string, { blocks = [] }: { readonly blocks?: Sample['blocks'] | undefined }): Sample => ({
  title,
  as: 'message',
  blocks,
});

/** The digest on a busy morning with its thread, on a quiet one, and alerts. */
export default [
  shown('The daily digest', digestHead(FULL)),
  ...digestDetails(FULL).map((message, n) => shown(`The digest’s thread, ${n + 1}`, message)),
  shown('The daily digest of a quiet day', digestHead(QUIET)),
  shown('Alerts', alertCard({ fell: many(12, alert), recovered: many(2, alert), slips: many(12, slip) }, SAMPLE_DAY)),
  shown('What is watched', alertList(many(12, alert))),
] satisfies readonly Sample[];
