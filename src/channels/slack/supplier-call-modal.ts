import { input } from './blocks/build.js';
import type { Opening } from './handling.js';

/** Asks what came of a call to a supplier, and which date they gave. */
export const closeCallModal = (callId: number): Opening => ({
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
        hint: 'It becomes the promised date, and customers hear of it. Leave it empty if they gave none.',
        optional: true,
      },
    ),
  ],
});
