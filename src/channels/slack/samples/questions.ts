import { instant, zone } from '../../../domain/kernel/dates.js';
import { ConversationId, OrderLineId } from '../../../domain/kernel/ids.js';
import { money } from '../../../domain/kernel/money.js';
import type { TeamQuestion } from '../../../store/team-questions.js';
import { questionModal } from '../ask-in-chat.js';
import { questionCard } from '../cards/question-card.js';
import { substitutesCard } from '../cards/substitutes-card.js';
import { asMessage, asModal, defineSamples, type Extent, SAMPLE_DAY, type Sample } from './sample.js';

const scene = { zone: zone('America/Los_Angeles'), todayOn: SAMPLE_DAY };
const until = instant('2026-11-24T18:00:00Z');

type Found = Parameters<typeof substitutesCard>[1][number];

function substitutes({ order, item, many, sku }: Extent): Found[] {
  const line = (n: number) => ({ orderLineId: OrderLineId.parse(`${order(1)}-${n}`), lineName: item });
  const found = many(4, (n) => ({
    ...{ kind: 'found' as const, ...line(n), quantity: 2 },
    substitutes: many(3, (place) => ({
      ...{ sku: sku(place), substituteName: item, price: money(1_079_00, 'USD') },
      ...{ priceDifference: money((place - 2) * 60_00, 'USD'), priceGap: money(60_00, 'USD') },
      ...{ isCheaper: place === 1, isDearer: place === 3, score: 0.87, reason: 'same kind', free: 14 },
      differences: many(4, () => ({ name: 'Greatest load', ordered: '12.5 kg', substitute: '9 kg, with the head' })),
    })),
  }));
  return [...found, { kind: 'none', ...line(9) }];
}

function draw(extent: Extent): readonly Sample[] {
  const { order, item, person, sku } = extent;
  const words = {
    text: [
      `Riley from our team has found something that could reach you sooner: your ${item} still waits for stock, and the ${item} is on our shelf. It is your choice, and without your yes everything stays as it is.`,
      `To be sure before I do anything: send 2 × ${item} instead of ${item} in order ${order(1)}?\nGreatest load: 9 kg instead of 12.5 kg.\nIt is $60.00 cheaper: you get $60.00 back to Visa ending in 4242, on its way by Thu, Dec 3 at the latest.`,
    ].join('\n\n'),
    yes: 'Yes, send that instead',
    no: 'No, leave it as it is',
  };
  const ask = {
    tool: 'swap_line' as const,
    input: { orderLineId: OrderLineId.parse(`${order(1)}-2`), sku: sku(1) },
  };
  const about = { orderNumber: order(1), customerName: person, words };
  const question: TeamQuestion = {
    ...{ questionId: '', conversationId: ConversationId.parse('c'), orderNumber: order(1), customerName: person },
    ...{ channel: 'web', askedBy: 'U01REP', tool: 'swap_line', recap: { lineName: item, substituteName: item } },
    ...{ state: 'live', expiresAt: until, delivery: 'sent' },
  };
  return [
    asMessage('Substitutes for what waits of an order', substitutesCard(order(1), substitutes(extent))),
    asModal(
      'A question to a customer, before it is sent',
      questionModal(ask, { kind: 'ready', ...about, channel: 'web', answerBy: until }, 'tomorrow, 10:00 AM'),
    ),
    asModal(
      'A question to a customer who cannot be asked in a chat',
      questionModal(ask, { kind: 'not_reachable', ...about, because: 'not_shown' }, null),
    ),
    asMessage('A question that was sent, to whoever asked', questionCard(question, scene)),
    asMessage('A question that was answered', questionCard({ ...question, state: 'committed' }, scene)),
  ];
}

export default defineSamples({ subject: 'Asking a customer', draw });
