import { input } from '../blocks/build.js';
import { OfApproval } from '../decide.js';
import { defineAction } from '../define-action.js';

/** Asks what to give instead of what was asked for. */
export default defineAction({
  id: 'approval:change',
  value: OfApproval,
  open: async (keeps) => ({
    view: 'approval-change',
    keeps,
    title: 'Change and approve',
    submit: 'Give this',
    blocks: [
      input(
        'worth',
        'How much instead?',
        { type: 'plain_text_input', action_id: 'worth-input', max_length: 40 },
        { hint: 'Such as $50, or 10% of what waits.' },
      ),
      input('reason', 'Why?', {
        type: 'plain_text_input',
        action_id: 'reason-input',
        multiline: true,
        max_length: 500,
      }),
    ],
  }),
});
