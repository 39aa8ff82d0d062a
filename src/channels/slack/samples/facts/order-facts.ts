import { instant, localDate } from '../../../../domain/kernel/dates.js';
import { OrderLineId, Sku } from '../../../../domain/kernel/ids.js';
import { money } from '../../../../domain/kernel/money.js';
import type { OrderCardFacts } from '../../cards/order-card.js';
import { type Extent, SAMPLE_DAY } from '../sample.js';
import { DATES } from './supply-facts.js';

type Line = OrderCardFacts['status']['lines'][number];

const line = (n: number, { order, item }: Extent): Line => ({
  orderNumber: order(1),
  orderLineId: OrderLineId.parse(`${order(1)}-${n}`),
  line: n,
  sku: Sku.parse('LEN-50'),
  lineName: item,
  picture: null,
  quantity: 2,
  unitPrice: money(410_00, 'USD'),
  lineState: 'backordered',
  shippedQuantity: 0,
  leavingQuantity: 0,
  swapAskedFor: null,
  carrier: null,
  tracking: null,
  shippedOn: null,
  deliveredOn: null,
});

/** When a line ships that waits for stock. */
export const eta = (n: number, { order, item }: Extent) => ({
  kind: 'estimated' as const,
  orderLineId: OrderLineId.parse(`${order(1)}-${n}`),
  lineName: item,
  todayOn: SAMPLE_DAY,
  likelyOn: DATES.likelyOn,
  cautiousOn: DATES.cautiousOn,
  arrivesLikelyOn: DATES.likelyOn,
  arrivesCautiousOn: DATES.cautiousOn,
  reason: 'supplier_usually_late' as const,
  chanceByDate: null,
  queuePosition: 3,
  deliveryAnnouncedOn: null,
  isDeliveryPutOff: false,
  neededByOn: null,
  chanceWords: null,
});

/** An order of which most waits; a bag has left. */
export function order(extent: Extent): OrderCardFacts {
  const waiting = extent.many(40, (n) => n);
  const bag = { ...line(waiting.length + 1, extent), lineName: 'Camera bag', quantity: 1 };
  return {
    todayOn: SAMPLE_DAY,
    status: {
      kind: 'found',
      orderNumber: extent.order(1),
      placedOn: localDate('2026-11-11'),
      paid: money(extent.count(18_400_00), 'USD'),
      state: 'part_shipped',
      onHold: false,
      lines: [
        ...waiting.map((n) => line(n, extent)),
        { ...bag, lineState: 'shipped', shippedQuantity: 1, shippedOn: localDate('2026-11-22') },
      ],
    },
    owesNotice: true,
    etas: waiting.map((n) => eta(n, extent)),
    delay: { kind: 'not_found' },
    customer: { name: extent.person, tier: 'vip', lifetimeValue: money(extent.count(99_999_999_00), 'USD') },
    shopRequests: [
      {
        request: 'cancel_lines',
        lineNames: waiting.map(() => extent.item),
        requestState: 'refused',
        refusal: 'already_left',
        requestedOn: SAMPLE_DAY,
        settledOn: SAMPLE_DAY,
      },
      {
        request: 'upgrade_shipping',
        lineNames: [],
        requestState: 'requested',
        refusal: null,
        requestedOn: SAMPLE_DAY,
        settledOn: null,
      },
    ],
    offers: [
      {
        offerId: '00000000-0000-4000-8000-000000000000',
        orderNumber: extent.order(7),
        offer: 'points',
        offerPercent: null,
        offerPoints: extent.count(99_999_999),
        offerAmount: money(extent.count(999_999_00), 'USD'),
        offerState: 'granted',
        grantedBy: 'U01REP',
        grantedAt: instant('2026-11-20T18:00:00Z'),
        validUntil: localDate('2026-12-28'),
      },
    ],
  };
}
