import { z } from 'zod';
import { context, input, words } from './blocks/build.js';
import type { Opening } from './handling.js';

/** Names a call to a supplier. */
export const OfCall = z.object({ callId: z.int() });

/** Asks what came of a call to a supplier, and which date they gave. `needsDate`: they have not got the order yet. */
export const closeCallModal = ({
  callId,
  needsDate,
}: {
  readonly callId: number;
  readonly needsDate: boolean;
}): Opening => ({
  view: 'supplier-call-close',
  keeps: { callId },
  title: 'What came of it?',
  submit: 'Done',
  blocks: [
    input('outcome', 'What did they say?', {
      type: 'plain_text_input',
      action_id: 'outcome-input',
      multiline: true,
      max_length: 500,
    }),
    input(
      'promisedOn',
      'The day on which all of it will be here',
      { type: 'datepicker', action_id: 'promisedOn-input' },
      {
        hint: needsDate
          ? 'They take the order with it: it counts as supply from now on.'
          : 'It becomes the promised date, and customers hear of it. Leave it empty if they gave none.',
        optional: !needsDate,
      },
    ),
  ],
});

/** Asks why an order that never reached its supplier is taken back. */
export const withdrawOrderModal = (callId: number): Opening => ({
  view: 'supplier-call-withdraw',
  keeps: { callId },
  title: 'Withdraw the order',
  submit: 'Withdraw',
  blocks: [
    input('reason', 'Why?', { type: 'plain_text_input', action_id: 'reason-input', max_length: 300 }),
    context(words('The supplier never got it. Its item can be ordered anew, from somebody else too.')),
  ],
});
