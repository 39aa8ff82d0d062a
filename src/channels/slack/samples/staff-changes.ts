import { localDate } from '../../../domain/kernel/dates.js';
import { CustomerId, OrderLineId } from '../../../domain/kernel/ids.js';
import { money } from '../../../domain/kernel/money.js';
import { agreedModal } from '../agreed-modal.js';
import { cancelledCard, cancelModal } from '../cancel.js';
import type { CancelPreview } from '../cards/cancel-words.js';
import { customersCard } from '../cards/customers-card.js';
import { shopAnswerCard } from '../cards/shop-request-words.js';
import { type SplitQuote, splitCard } from '../cards/split-card.js';
import { type GivenFree, type UpgradeQuote, upgradeCard } from '../cards/upgrade-card.js';
import { asMessage, asModal, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

const likely = localDate('2026-12-04');
const cautious = localDate('2026-12-08');
const VISA = 'Visa ending 4242';

const part = (n: number, { order, item, count }: Extent) => ({
  orderLineId: OrderLineId.parse(`${order(1)}-${n}`),
  lineName: item,
  quantity: count(40),
});

const found = (extent: Extent) => {
  const customers = extent.many(5, (n) => ({
    customerId: CustomerId.parse(`customer-${n}`),
    customerName: extent.person,
    tier: n === 1 ? ('vip' as const) : ('standard' as const),
    isBusiness: n === 2,
    lifetimeValue: money(extent.count(1_204_550), 'USD'),
    orders:
      n === 3
        ? []
        : extent.many(3, (m) => ({
            orderNumber: extent.order(10 * n + m),
            placedOn: localDate('2026-11-11'),
            state: 'part_shipped' as const,
            items: 3,
            itemsWaiting: m - 1,
          })),
    openOrders: n === 3 ? 0 : extent.many(5, () => null).length,
  }));
  return { kind: 'found' as const, by: 'name' as const, customers, more: extent.count(40) };
};

function cancelling(extent: Extent): CancelPreview {
  const { order, item, many } = extent;
  return {
    kind: 'can_cancel',
    recap: {
      orderNumber: order(1),
      items: many(40, (n) => part(n, extent)),
      refundAmount: money(820_00, 'USD'),
      refundMethod: VISA,
      refundBy: localDate('2026-12-02'),
      staying: many(20, () => `Camera bag ${item}`),
    },
    recapId: 'c49a1a83d4c14bc3',
    cannot: many(12, (n) => ({
      line: 40 + n,
      lineName: item,
      because: n === 1 ? ('left' as const) : n === 2 ? ('part_left' as const) : ('being_cancelled' as const),
    })),
  };
}

const express = (extent: Extent): UpgradeQuote => ({
  kind: 'quoted',
  orderNumber: extent.order(1),
  service: 'express',
  items: extent.many(40, (n) => part(n, extent)),
  upgradeCost: money(15_95, 'USD'),
  isFree: false,
  freeBecause: null,
  chargedTo: VISA,
  arrivesLikelyOn: likely,
  arrivesCautiousOn: cautious,
  usualLikelyOn: localDate('2026-12-06'),
  daysGained: 2,
});

const given = ({ order, person, count }: Extent): GivenFree => ({
  kind: 'needs_approval',
  by: 'lead',
  orderNumber: order(1),
  customerName: person,
  tier: 'standard',
  offer: 'free_express',
  offerPercent: null,
  offerPoints: null,
  offerAmount: money(15_95, 'USD'),
  cost: money(9_57, 'USD'),
  waiting: money(100_00, 'USD'),
  limit: money(15_00, 'USD'),
  limitPercent: 15,
  marginAfter: money(count(24_000), 'USD'),
  budgetLeftToday: money(400_00, 'USD'),
  budgetLeftCampaign: money(10_000_00, 'USD'),
  offersLately: 0,
  offersMost: 2,
  offersDays: 90,
  daysLate: 5,
  slips: 1,
  validUntil: localDate('2027-01-22'),
});

const apart = (extent: Extent): SplitQuote => ({
  kind: 'quoted',
  orderNumber: extent.order(1),
  splitNow: extent.many(20, (n) => part(n, extent)),
  shipsOn: localDate('2026-11-24'),
  arrivesLikelyOn: localDate('2026-11-28'),
  arrivesCautiousOn: localDate('2026-11-30'),
  parcelsNow: extent.count(20),
  splitLater: extent.many(20, (n) => ({
    ...part(20 + n, extent),
    arrivesLikelyOn: n === 2 ? null : likely,
    arrivesCautiousOn: n === 2 ? null : cautious,
  })),
  splitCost: money(5_99, 'USD'),
  isFree: false,
  chargedTo: VISA,
  daysSooner: 6,
  neededByOn: likely,
  nowInTime: 'yes',
  laterInTime: 'perhaps',
});

/** What is looked up and done about one order beside offers. */
export default defineSamples({
  subject: 'Customers and their orders',
  draw(extent) {
    const order = extent.order(1);
    const preview = cancelling(extent);
    const { recap } = preview;
    const quote = express(extent);
    const refused = {
      request: 'cancel_lines' as const,
      lineNames: recap.items.map(({ lineName }) => lineName),
      requestState: 'refused' as const,
      refusal: 'already_left',
      requestedOn: SAMPLE_DAY,
      settledOn: SAMPLE_DAY,
    };
    return [
      asMessage('Customers found', customersCard(found(extent), SAMPLE_DAY)),
      asMessage('Nobody found', customersCard({ kind: 'none', by: 'email' }, SAMPLE_DAY)),
      asModal('Before items are cancelled', cancelModal(preview, null, SAMPLE_DAY)),
      asMessage('Items were cancelled', cancelledCard(order, { kind: 'cancelled', ...recap }, SAMPLE_DAY)),
      asMessage('The shop is asked to cancel', cancelledCard(order, { kind: 'requested', ...recap }, SAMPLE_DAY)),
      asMessage(
        'Changed since it was looked at',
        cancelledCard(order, { ...preview, kind: 'facts_moved' }, SAMPLE_DAY),
      ),
      asMessage(
        'Part of it has left',
        cancelledCard(
          order,
          { kind: 'part_shipped', lineName: extent.item, shippedQuantity: 3, quantity: 4 },
          SAMPLE_DAY,
        ),
      ),
      asMessage('What the shop answered', shopAnswerCard(order, refused)),
      asMessage('Express, and who pays it', upgradeCard({ quote, given: given(extent), order }, SAMPLE_DAY)),
      asMessage(
        'Express that is free',
        upgradeCard({ quote: { ...quote, isFree: true, freeBecause: 'tier' }, given: null, order }, SAMPLE_DAY),
      ),
      asMessage('In two parts', splitCard(order, apart(extent), SAMPLE_DAY)),
      asModal('They agreed elsewhere', agreedModal({ order, choice: 'split', recapId: preview.recapId })),
    ];
  },
});
