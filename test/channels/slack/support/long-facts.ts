import type { OrderCardFacts } from '../../../../src/channels/slack/cards/order-card.js';
import { instant, localDate } from '../../../../src/domain/kernel/dates.js';
import { OrderLineId, OrderNumber, Sku } from '../../../../src/domain/kernel/ids.js';
import { money } from '../../../../src/domain/kernel/money.js';

const NAME = `<!channel> *${'Professional carbon fibre tripod with fluid head & quick release '.repeat(5)}*`;
const ORDER = OrderNumber.parse('TG-2026-1042-EXTENDED-000000001');

/** An order of forty lines with names as long as the catalogue allows, all of them waiting. */
export function longOrder(): OrderCardFacts {
  const numbers = Array.from({ length: 40 }, (_, n) => n + 1);
  const day = localDate('2026-12-28');
  return {
    todayOn: localDate('2026-11-23'),
    status: {
      kind: 'found',
      orderNumber: ORDER,
      placedOn: localDate('2025-12-30'),
      paid: money(123_456_789_01, 'CAD'),
      state: 'part_shipped',
      onHold: true,
      lines: numbers.map((line) => ({
        orderNumber: ORDER,
        orderLineId: OrderLineId.parse(`TG-1042-${line}`),
        line,
        sku: Sku.parse('TRI-900-CARBON-XL'),
        lineName: NAME,
        picture: null,
        quantity: 9_999,
        unitPrice: money(999_999_99, 'CAD'),
        lineState: 'backordered',
        shippedQuantity: 0,
        leavingQuantity: 0,
        swapAskedFor: null,
        carrier: null,
        tracking: null,
        shippedOn: null,
        deliveredOn: null,
      })),
    },
    etas: numbers.map((line) => ({
      kind: 'estimated',
      orderLineId: OrderLineId.parse(`TG-1042-${line}`),
      lineName: NAME,
      todayOn: localDate('2026-11-23'),
      likelyOn: day,
      cautiousOn: day,
      arrivesLikelyOn: day,
      arrivesCautiousOn: day,
      reason: 'supplier_usually_late',
      chanceByDate: null,
      queuePosition: 999,
      deliveryAnnouncedOn: null,
      isDeliveryPutOff: false,
      neededByOn: null,
      chanceWords: null,
    })),
    delay: { kind: 'not_found' },
    customer: { name: NAME, tier: 'standard', lifetimeValue: money(999_999_999_99, 'CAD') },
    offers: [
      {
        offerId: '00000000-0000-4000-8000-000000000000',
        orderNumber: ORDER,
        offer: 'points',
        offerPercent: null,
        offerPoints: 99_999_999,
        offerAmount: money(999_999_99, 'CAD'),
        offerState: 'granted',
        grantedBy: 'U01REP',
        grantedAt: instant('2026-11-20T18:00:00Z'),
        validUntil: day,
      },
    ],
  };
}
