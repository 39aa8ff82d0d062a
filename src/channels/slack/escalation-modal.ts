import { input, section } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import type { Opening } from './handling.js';

/** Asks why an order is put before the team, and for whom. */
export const escalationModal = (order: string, assignTo: string | null = null): Opening => ({
  view: 'escalation',
  keeps: { order },
  title: 'Escalate',
  submit: 'Escalate',
  blocks: [
    section(mrkdwn`Order *${order}*. The rules say how urgent it is, and by when somebody looks.`),
    input('reason', 'Why?', { type: 'plain_text_input', action_id: 'reason-input', multiline: true, max_length: 500 }),
    input(
      'colleague',
      'For whom?',
      { type: 'users_select', action_id: 'colleague-input', ...(assignTo && { initial_user: assignTo }) },
      { hint: 'Empty: whoever of the right rank takes it.', optional: true },
    ),
  ],
});

/** Asks what came of an escalation. */
export const closingModal = (order: string): Opening => ({
  view: 'escalation-close',
  keeps: { order },
  title: 'Close',
  submit: 'Close it',
  blocks: [
    input('outcome', `What came of order ${order}?`, {
      type: 'plain_text_input',
      action_id: 'outcome-input',
      multiline: true,
      max_length: 500,
    }),
  ],
});
