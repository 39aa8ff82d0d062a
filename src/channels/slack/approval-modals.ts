import { input } from './blocks/build.js';
import type { Opening } from './handling.js';

/** Asks what to give instead of what was asked for. */
export const changeModal = (approvalId: string): Opening => ({
  view: 'approval-change',
  keeps: { approvalId },
  title: 'Change and approve',
  submit: 'Give this',
  blocks: [
    input(
      'worth',
      'How much instead?',
      { type: 'plain_text_input', action_id: 'worth-input', max_length: 40 },
      { hint: 'Such as $50, or 10% of what waits.' },
    ),
    whyInput('Whoever asked reads it, and it stands on the card.'),
  ],
});

/** Asks why a request is declined. */
export const declineModal = (approvalId: string): Opening => ({
  view: 'approval-decline',
  keeps: { approvalId },
  title: 'Decline',
  submit: 'Decline',
  blocks: [whyInput('Whoever asked reads it, and it stands on the card.')],
});

/** Asks why, of somebody who decides about a colleague's request. */
export const whyInput = (hint: string) =>
  input(
    'reason',
    'Why?',
    { type: 'plain_text_input', action_id: 'reason-input', multiline: true, max_length: 500 },
    { hint },
  );
