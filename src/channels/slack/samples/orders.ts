import { instant, zone } from '../../../domain/kernel/dates.js';
import { OrderLineId } from '../../../domain/kernel/ids.js';
import { money } from '../../../domain/kernel/money.js';
import { escalationCard } from '../cards/escalation-card.js';
import { orderCard } from '../cards/order-card.js';
import { substitutesCard } from '../cards/substitutes-card.js';
import { closingModal, escalationModal } from '../escalation-modal.js';
import { order } from './facts/order-facts.js';
import { asMessage, asModal, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

type Replaceable = Parameters<typeof substitutesCard>[1][number];

const about = (n: number, extent: Extent) => ({
  orderLineId: OrderLineId.parse(`${extent.order(1)}-${n}`),
  lineName: extent.item,
});

const replaceable = (n: number, extent: Extent): Replaceable => ({
  ...about(n, extent),
  kind: 'found',
  quantity: 2,
  substitutes: extent.many(3, (place) => ({
    sku: extent.sku(place),
    substituteName: extent.item,
    price: money(395_00, 'USD'),
    priceDifference: money((place - 2) * 30_00, 'USD'),
    priceGap: money(Math.abs(place - 2) * 30_00, 'USD'),
    isCheaper: place < 2,
    isDearer: place > 2,
    differences: extent.many(6, () => ({ name: 'focal length', ordered: '50 mm', substitute: '55 mm' })),
    score: 0.9,
    reason: 'same work',
    free: 12,
  })),
});

const NOW = instant('2026-11-23T18:00:00Z');

const escalation = (extent: Extent): Parameters<typeof escalationCard>[0] => ({
  escalationId: 1,
  orderNumber: extent.order(1),
  reason: extent.typed,
  askedBy: 'U01REP',
  askedAt: NOW,
  rules: ['vip'],
  owner: 'lead',
  assignedTo: 'U03LEAD',
  priority: 'high',
  dueAt: instant('2026-11-23T20:00:00Z'),
});

const scene = { zone: zone('America/Los_Angeles'), todayOn: SAMPLE_DAY, now: NOW };

/** An order, what could go instead, and putting it before the team. */
export default defineSamples({
  subject: 'Orders',
  draw: (extent) => [
    asMessage('An order', orderCard(order(extent))),
    asMessage(
      'What could go instead',
      substitutesCard(extent.order(1), [
        ...extent.many(6, (n) => replaceable(n, extent)),
        { ...about(7, extent), kind: 'none' },
        { ...about(8, extent), kind: 'not_waiting' },
      ]),
    ),
    asModal('Escalate an order', escalationModal(extent.order(1))),
    asMessage('An escalated order', escalationCard(escalation(extent), 'escalated', scene)),
    asMessage(
      'Escalated again, for nobody by name, and late',
      escalationCard(
        { ...escalation(extent), assignedTo: null, dueAt: instant('2026-11-22T20:00:00Z') },
        'raised',
        scene,
      ),
    ),
    asModal('Close an escalation', closingModal(extent.order(1))),
  ],
});
