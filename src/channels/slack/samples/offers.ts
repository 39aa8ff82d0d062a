import { zone } from '../../../domain/kernel/dates.js';
import { OfferKindName } from '../../../tools/offer-facts.js';
import { changeModal, declineModal } from '../approval-modals.js';
import { approvalCard, outcomeMessage } from '../cards/approval-card.js';
import { offerCard } from '../cards/offer-card.js';
import { offerModal } from '../offer-modal.js';
import { approval, preview } from './facts/offer-facts.js';
import { asMessage, asModal, defineSamples, SAMPLE_DAY } from './sample.js';

const STATES = ['approved', 'changed', 'declined', 'expired'] as const;
const scene = { zone: zone('America/Los_Angeles'), todayOn: SAMPLE_DAY };

/** An offer before it is given, and what is asked of those who may give more. */
export default defineSamples({
  subject: 'Offers and approvals',
  draw: (extent) => {
    const worth = { cents: 82_00 };
    const { approvalId } = approval('waiting', extent);
    return [
      asModal('What to offer', offerModal(extent.order(1), 'gift')),
      ...OfferKindName.options.map((offer) =>
        asMessage(
          `An offer: ${offer.replaceAll('_', ' ')}`,
          offerCard({ ...preview(offer, extent), kind: 'within_limit' }, worth, SAMPLE_DAY),
        ),
      ),
      asMessage(
        'An offer above one’s limit',
        offerCard({ ...preview('credit', extent), kind: 'needs_approval', by: 'lead' }, worth, SAMPLE_DAY),
      ),
      asMessage(
        'An offer that policy refuses',
        offerCard({ kind: 'refused', orderNumber: extent.order(1), because: 'no_margin' }, worth, SAMPLE_DAY),
      ),
      asMessage('A request for approval', approvalCard(approval('waiting', extent), scene)),
      asModal('Change what is asked for', changeModal(approvalId)),
      asModal('Decline a request', declineModal(approvalId)),
      ...STATES.map((state) => asMessage(`To whoever asked: ${state}`, outcomeMessage(approval(state, extent)))),
      ...STATES.map((state) => asMessage(`A request, ${state}`, approvalCard(approval(state, extent), scene))),
    ];
  },
});
