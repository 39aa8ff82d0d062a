import { input } from '../blocks/build.js';
import { OfApproval } from '../decide.js';
import { defineAction } from '../define-action.js';

/** Asks why a request is declined. */
export default defineAction({
  id: 'approval:decline',
  value: OfApproval,
  open: async (keeps) => ({
    view: 'approval-decline',
    keeps,
    title: 'Decline',
    submit: 'Decline',
    blocks: [
      input(
        'reason',
        'Why?',
        { type: 'plain_text_input', action_id: 'reason-input', multiline: true, max_length: 500 },
        { hint: 'Whoever asked reads it, and it stands on the card.' },
      ),
    ],
  }),
});
