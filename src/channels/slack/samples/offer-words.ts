import { ConversationId } from '../../../domain/kernel/ids.js';
import { editOffer, previewOfferWords } from '../draft-modals.js';
import { asModal, defineSamples, type Extent, type Sample } from './sample.js';

function draw({ order, person }: Extent): readonly Sample[] {
  const text = [
    'Hi Ana,',
    'For the wait I have added a one-time code worth $82.00 off your next order, good until Wed, Feb 24, 2027. It is being set up and reaches you separately. It comes on top of anything we owe you and changes nothing about your right to cancel.',
    'Best wishes\nRiley, TechGadgets4U',
  ].join('\n\n');
  const about = { orderNumber: order(1), customerName: person, text };
  const drafted = { kind: 'drafted' as const, ...about, reach: [] };
  const giving = { offer: 'discount' as const, worth: { percent: 10 } };
  const keeps = { order: order(1), text, giving };
  return [
    asModal('The words of an offer, before it is given', editOffer(drafted, giving)),
    asModal('The words of an offer that was approved', editOffer(drafted, null)),
    asModal(
      'An offer as the customer will see it',
      previewOfferWords({ ...keeps, conversation: ConversationId.parse('c'.repeat(36)) }, 'Riley'),
    ),
    asModal('An offer to a customer without a chat', previewOfferWords({ ...keeps, conversation: null }, 'Riley')),
  ];
}

export default defineSamples({ subject: 'Telling of an offer', draw });
