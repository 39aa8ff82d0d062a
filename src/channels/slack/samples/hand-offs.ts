import { instant, zone } from '../../../domain/kernel/dates.js';
import { ConversationId } from '../../../domain/kernel/ids.js';
import { loadStaffPolicy } from '../../../knowledge/staff-policy.js';
import { ENTRY_KINDS } from '../../../store/hand-off-entries.js';
import type { HandOffEntry } from '../../../store/hand-off-threads.js';
import { type HandOffFacts, handOffCard } from '../cards/hand-off-card.js';
import { entryMessage, notDelivered, saidMessage } from '../cards/hand-off-entries.js';
import { nothingOpen, previewReply, writeClosing, writeNote, writeReply } from '../hand-off-modals.js';
import { eta } from './facts/order-facts.js';
import { asMessage, asModal, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

const AT = instant('2026-11-23T18:00:00Z');
const TRIED = ['identify_shopper', 'get_order_status', 'get_line_eta', 'find_substitutes', 'get_offer'];

const handOff = (extent: Extent): HandOffFacts => ({
  kind: 'found',
  conversationId: ConversationId.parse('c'.repeat(64)),
  channel: 'web',
  isOpen: true,
  outcome: null,
  reason: 'asked',
  summary: extent.typed,
  customer: { name: extent.person, tier: 'vip', by: 'postcode' },
  waiting: extent.many(4, (n) => ({ orderNumber: extent.order(n), eta: eta(n, extent) })),
  moreWaiting: extent.count(96),
  tried: TRIED.map((tool) => ({ tool, outcome: 'found' })),
  rules: ['asked-for-a-person', 'vip'],
  owner: 'rep',
  priority: 'urgent',
  askedAt: AT,
  dueAt: instant('2026-11-23T18:30:00Z'),
  claimedBy: null,
  claimedName: null,
  isAnswered: false,
});

const entry = (kind: HandOffEntry['kind'], { typed }: Extent): HandOffEntry => ({
  id: 1,
  kind,
  byId: 'U01REP',
  byName: 'Riley Chen',
  text: typed,
  source: null,
  at: AT,
  delivery: kind === 'reply' ? 'sent' : null,
});

/** A conversation that a person took over, from the first card to its end. */
export default defineSamples({
  subject: 'Hand-off',
  draw(extent) {
    const facts = handOff(extent);
    const scene = { policy: { zone: zone('America/Los_Angeles') }, team: loadStaffPolicy(), todayOn: SAMPLE_DAY };
    const claimed = { ...facts, claimedBy: 'U01REP', claimedName: 'Riley Chen' };
    const says = (author: 'shopper' | 'assistant') =>
      saidMessage({ seq: 1, author, body: { type: 'message', text: extent.typed }, at: AT }, facts);
    return [
      asMessage('Somebody asks for a person', handOffCard(facts, scene)),
      asMessage('Claimed', handOffCard(claimed, scene)),
      asMessage(
        'Somebody who has not shown who they are',
        handOffCard({ ...facts, customer: null, waiting: [], moreWaiting: 0 }, scene),
      ),
      asMessage('Closed', handOffCard({ ...claimed, isOpen: false, outcome: 'solved' }, scene)),
      ...(['shopper', 'assistant'] as const).flatMap((author) => {
        const said = says(author);
        return said ? [asMessage(`In the thread: the ${author} wrote`, said)] : [];
      }),
      ...ENTRY_KINDS.flatMap((kind) => {
        const shown = entryMessage(entry(kind, extent), facts, scene);
        return shown ? [asMessage(`In the thread: ${kind.replaceAll('_', ' ')}`, shown)] : [];
      }),
      asMessage('In the thread: not delivered', notDelivered(entry('reply', extent), facts)),
      asModal('Reply', writeReply(facts, extent.typed)),
      asModal('Reply, before it goes', previewReply(facts, extent.typed, 'Riley')),
      asModal('Note', writeNote(facts)),
      asModal('Close', writeClosing(facts)),
      asModal('Too late for any of these', nothingOpen()),
    ];
  },
});
