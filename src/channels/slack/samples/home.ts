import { instant, zone } from '../../../domain/kernel/dates.js';
import { ConversationId, OrderLineId } from '../../../domain/kernel/ids.js';
import { type HomeFacts, homeView, strangersHome } from '../home/home-view.js';
import { myQueue } from '../home/my-queue.js';
import { approval } from './facts/offer-facts.js';
import { asHome, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

const scene = {
  staffId: 'U03LEAD',
  now: instant('2026-11-23T20:00:00Z'),
  todayOn: SAMPLE_DAY,
  zone: zone('America/Los_Angeles'),
};

const DUTIES = ['review', 'notice', 'consent', 'refund'] as const;

function busy(extent: Extent): HomeFacts {
  const { person, order, many, count } = extent;
  const handOffs = many(500, (n) => ({
    conversationId: ConversationId.parse(`c${n}`),
    reason: 'asked',
    urgency: 'high' as const,
    owner: 'lead' as const,
    customerName: person,
    claimedBy: null,
    claimedName: null,
    isAnswered: false,
    askedAt: instant('2026-11-23T18:00:00Z'),
    dueAt: instant(n === 1 ? '2026-11-23T19:00:00Z' : '2026-11-23T21:00:00Z'),
  }));
  const wanted = approval('waiting', extent);
  return {
    shopName: 'TechGadgets4U',
    handOffs,
    mine: myQueue({ staff: { kind: 'lead', staffId: 'U03LEAD' }, handOffs, escalations: [], ...scene }),
    approvals: [
      ...many(8, () => ({ ...wanted, mayDecide: true })),
      { ...wanted, requestedBy: 'U03LEAD', authority: 'manager', mayDecide: false },
      { ...wanted, requestedBy: 'U02REP', authority: 'manager', mayDecide: false },
    ],
    clock: {
      kind: 'listed',
      dueWithinHours: 72,
      duties: many(8, (n) => ({
        item: `due:${order(n)}`,
        orderNumber: order(n),
        customerName: person,
        duty: DUTIES[n % 4] ?? 'notice',
        legalBy: n % 4 === 0 ? null : SAMPLE_DAY,
        isLate: false,
        waitsForStock: true,
        orderLineIds: [OrderLineId.parse(`${order(n)}-1`)],
      })),
      more: count(140),
    },
    deadJobs: 3,
  };
}

const QUIET: HomeFacts = {
  shopName: 'TechGadgets4U',
  handOffs: [],
  mine: [],
  approvals: [],
  clock: { kind: 'listed', dueWithinHours: 72, duties: [], more: 0 },
  deadJobs: null,
};

/** What somebody sees who opens the desk's App Home. */
export default defineSamples({
  subject: 'App Home',
  draw: (extent) => [
    asHome('On a busy day', homeView(busy(extent), scene)),
    asHome('When all is done', homeView(QUIET, scene)),
    asHome('For somebody without a role', strangersHome('TechGadgets4U')),
  ],
});
