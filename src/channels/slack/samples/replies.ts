import { instant, localDate } from '../../../domain/kernel/dates.js';
import { ConversationId } from '../../../domain/kernel/ids.js';
import { sopCard } from '../cards/sop-card.js';
import { editDraft, previewDraft } from '../draft-modals.js';
import { asMessage, asModal, defineSamples, type Extent, SAMPLE_DAY } from './sample.js';

const CHAT = ConversationId.parse('c'.repeat(64));
const SOP = {
  citation: 'second-slip#first-words',
  sop: 'second-slip',
  title: 'Second slip',
  heading: 'First words',
  version: 3,
  owner: 'Lena Fuchs',
  reviewed: localDate('2026-10-01'),
};

const draft = (extent: Extent): Parameters<typeof editDraft>[0] => ({
  kind: 'drafted',
  orderNumber: extent.order(1),
  replyKind: 'followup',
  text: `Hello ${extent.person},\n\nI am sorry: the date I gave you has moved again. ${extent.typed}`,
  step: { ...SOP, step: 'second-slip', replyKind: 'followup', because: 'a date that was told has passed', reasons: [] },
  told: [],
  findings: extent.many(6, () => ({
    rule: 'guarantee',
    severity: 'think',
    words: 'guaranteed',
    why: extent.typed,
    sayInstead: 'very likely',
  })),
  reach: [{ channel: 'chat', conversationId: CHAT, lastWroteAt: instant('2026-11-23T18:00:00Z'), withPerson: true }],
  replyKinds: ['followup', 'delay'],
});

/** A reply by the procedure that fits, and the procedures themselves. */
export default defineSamples({
  subject: 'Replies and procedures',
  draw: (extent) => [
    asModal('A draft to edit', editDraft(draft(extent))),
    asModal('The draft, before it goes', previewDraft(extent.typed, CHAT, 'Riley')),
    asModal('The draft of a customer without an open chat', previewDraft(extent.typed, null, 'Riley')),
    asMessage(
      'The procedure that answers a question',
      sopCard(
        {
          kind: 'found',
          ...SOP,
          text: extent.many(12, () => extent.typed).join('\n\n'),
          sections: [],
          score: 0.8,
          others: [],
        },
        SAMPLE_DAY,
      ),
    ),
    asMessage(
      'No procedure answers it',
      sopCard(
        {
          kind: 'abstained',
          nearest: extent.many(3, () => ({ sop: SOP.sop, title: SOP.title, citation: SOP.citation })),
        },
        SAMPLE_DAY,
      ),
    ),
  ],
});
