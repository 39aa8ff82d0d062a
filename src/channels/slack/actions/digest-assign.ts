import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { input, section } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineAction } from '../define-action.js';

/** Asks to whom an order at risk is given, and why. */
export default defineAction({
  id: 'digest:assign',
  roles: ['lead', 'manager'],
  value: z.object({ order: OrderNumber }),
  open: async ({ order }) => ({
    view: 'assign-order',
    keeps: { order },
    title: 'Assign an order',
    submit: 'Assign',
    blocks: [
      section(mrkdwn`Who looks after *order ${order}*? By when is for the escalation rules to say.`),
      input('colleague', 'Colleague', { type: 'users_select', action_id: 'colleague-input' }),
      input(
        'reason',
        'What should they do?',
        { type: 'plain_text_input', action_id: 'reason-input', multiline: true, max_length: 500 },
        { hint: 'Only the team sees it.' },
      ),
    ],
  }),
});
