import { zone } from '../../../domain/kernel/dates.js';
import { supplierCallCard } from '../cards/supplier-call-card.js';
import { closeCallModal, withdrawOrderModal } from '../supplier-call-modal.js';
import { callFacts } from './facts/call-facts.js';
import { asMessage, asModal, defineSamples, SAMPLE_DAY } from './sample.js';

const scene = { zone: zone('America/Los_Angeles'), todayOn: SAMPLE_DAY };

/** Suppliers who stay silent. */
export default defineSamples({
  subject: 'Suppliers to call',
  draw: (extent) => {
    const call = callFacts(extent);
    return [
      asMessage('A supplier who does not answer', supplierCallCard(call, scene)),
      asMessage(
        'One whose mail server refuses us, and somebody has it',
        supplierCallCard({ ...call, because: 'bounced', phone: null, takenBy: 'U02REP' }, scene),
      ),
      asMessage(
        'A purchase order that came back',
        supplierCallCard(
          { ...call, because: 'bounced', unsent: { refusedAt: 'orders@old.example', onFile: 'orders@new.example' } },
          scene,
        ),
      ),
      asMessage(
        'The call was made',
        supplierCallCard({ ...call, state: 'done', closedBy: 'U02REP', outcome: extent.typed }, scene),
      ),
      asModal('What came of a call', closeCallModal({ callId: 7, needsDate: false })),
      asModal('Why an order is withdrawn', withdrawOrderModal(7)),
    ];
  },
});
