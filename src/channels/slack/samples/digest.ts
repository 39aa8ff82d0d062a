import { instant, localDate } from '../../../domain/kernel/dates.js';
import { OrderLineId } from '../../../domain/kernel/ids.js';
import { money } from '../../../domain/kernel/money.js';
import type { DigestFacts } from '../../../tools/digest-facts.js';
import { alertCard, alertList } from '../cards/alert-card.js';
import { digestDetails, digestHead } from '../cards/digest-card.js';
import { assignModal, snoozeModal } from '../digest-modals.js';
import { callFacts } from './facts/call-facts.js';
import { DATES, slipFacts, waiting } from './facts/supply-facts.js';
import { asMessage, asModal, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

const counts = { more: 13, unchanged: 4, snoozed: 2 };
const FIVE = 5;

const alert = (n: number, { sku, item }: Extent) => ({
  sku: sku(n),
  itemName: item,
  belowDays: 14,
  setBy: 'U04MGR',
  isLow: true,
  unitsAvailable: n === 1 ? -12 : 40,
  daysOfCover: 9.4,
  crossing: 'none' as const,
});

/** A busy morning: every part is full. */
const full = (extent: Extent): DigestFacts => {
  const { person, item, supplier, typed, order, sku, poLine, many } = extent;
  return {
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
        customerName: person,
        duty: (['notice', 'consent', 'refund', 'review', 'notice'] as const)[n - 1] ?? 'notice',
        legalBy: n === 4 ? null : localDate('2026-11-22'),
        isLate: n === 1,
        waitsForStock: n !== 2,
        orderLineIds: [OrderLineId.parse(`${order(n)}-1`)],
      })),
    },
    free: {
      ...counts,
      items: many(FIVE, (n) => ({
        item: `free:${sku(n)}`,
        sku: sku(n),
        itemName: item,
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
        customerName: person,
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
        ...waiting(extent),
        item: `stockout:${sku(n)}`,
        sku: sku(n),
        itemName: item,
        outSince: instant('2026-11-22T20:00:00Z'),
        unitsOnOrder: n === 1 ? 400 : 0,
        allShip: n === 1 ? DATES : null,
        missingUnits: 0,
        orderLineIds: [],
      })),
    },
    slips: { ...counts, items: many(FIVE, (n) => slipFacts(n, extent)) },
    willRunOut: {
      ...counts,
      items: many(FIVE, (n) => ({
        item: `risk:${sku(n)}`,
        sku: sku(n),
        itemName: item,
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
          supplierName: supplier,
          cost: money(9_000_00, 'USD'),
          arrivesLikelyOn: localDate('2026-12-20'),
        },
      })),
    },
    calls: {
      ...counts,
      items: many(FIVE, (n) => ({ ...callFacts(extent), item: `call:PO-${n}`, dueOn: SAMPLE_DAY })),
    },
    arrivals: {
      ...counts,
      items: many(FIVE, (n) => ({
        item: `arrival:${poLine(n)}`,
        poLineId: poLine(n),
        sku: sku(n),
        itemName: item,
        supplierName: supplier,
        openUnits: 400,
        promisedOn: SAMPLE_DAY,
        orderNumbers: [order(1), order(2), order(3)],
        waitingLines: 88,
      })),
    },
    customersWithColleague: 4,
    desk: {
      conversations: 214,
      resolved: 96,
      unresolved: 11,
      ratings: 30,
      ratedHelpful: 27,
      handOffs: 12,
      handOffsOpen: 3,
      promisesDue: 48,
      promisesKept: 45,
      offers: 9,
      offersCost: money(182_50, 'USD'),
      budgetPerDay: money(400_00, 'USD'),
      campaignLeft: money(7_312_00, 'USD'),
      shopUnanswered: 2,
      shopUnansweredSince: localDate('2026-11-22'),
    },
    decided: [
      {
        kind: 'allocated',
        by: 'U04MGR',
        about: sku(1),
        units: 120,
        worth: null,
        outcome: '80 of 88 lines on their way',
      },
      {
        kind: 'offered',
        by: 'U01REP',
        about: order(1),
        units: null,
        worth: money(25_00, 'USD'),
        outcome: 'order kept',
      },
      {
        kind: 'closed',
        by: 'U03LEAD',
        about: order(2),
        units: null,
        worth: null,
        outcome: typed,
      },
      ...many(6, (n) => ({
        kind: 'escalated' as const,
        by: 'U01REP',
        about: order(n),
        units: null,
        worth: null,
        outcome: typed,
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
};

const nothing = { items: [], more: 0, unchanged: 0, snoozed: 0 };
const quiet = (extent: Extent): DigestFacts => ({
  ...full(extent),
  decisions: 0,
  revenueAtRisk: money(0, 'USD'),
  ...Object.fromEntries(
    ['due', 'free', 'customers', 'stockouts', 'slips', 'willRunOut', 'arrivals', 'calls'].map((part) => [
      part,
      nothing,
    ]),
  ),
  customersWithColleague: 0,
  decided: [],
  decidedMore: 0,
  stale: { noReceiptSince: null, noScanSince: null },
});

/** The digest on a busy morning with its thread, on a quiet one, and alerts. */
export default defineSamples({
  subject: 'The digest and alerts',
  draw: (extent) => [
    asMessage('The daily digest', digestHead(full(extent))),
    ...digestDetails(full(extent)).map((message, n) => asMessage(`The digest’s thread, ${n + 1}`, message)),
    asModal('Assign an order', assignModal(extent.order(1))),
    asModal('Snooze', snoozeModal(`slip:${extent.poLine(1)}`, SAMPLE_DAY)),
    asMessage('The daily digest of a quiet day', digestHead(quiet(extent))),
    asMessage(
      'Alerts',
      alertCard(
        {
          fell: extent.many(12, (n) => alert(n, extent)),
          recovered: extent.many(2, (n) => alert(n, extent)),
          slips: extent.many(12, (n) => slipFacts(n, extent)),
        },
        SAMPLE_DAY,
      ),
    ),
    asMessage('What is watched', alertList(extent.many(12, (n) => alert(n, extent)))),
  ],
});
