import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { escalateOrder } from '../../../tools/escalate-order.js';
import { sentence } from '../blocks/build.js';
import { mention, mrkdwn } from '../blocks/mrkdwn.js';
import { defineView } from '../define-view.js';

/** Puts the order before a colleague, and tells them in their own messages with the desk. */
export default defineView({
  id: 'assign-order',
  roles: ['lead', 'manager'],
  keeps: z.object({ order: OrderNumber }),
  answers: z.object({
    colleague: z.string({ error: 'Choose a colleague.' }),
    reason: z
      .string({ error: 'Write a word on what to do.' })
      .trim()
      .min(1, { error: 'Write a word on what to do.' })
      .max(500),
  }),
  check: async ({ colleague }, _keeps, { team }) =>
    team.groups.length > 0 || team.people.some(({ slack }) => slack === colleague)
      ? {}
      : { colleague: 'They have no role at this desk yet.' },
  async run({ colleague, reason }, { order }, { call, reply, staff }) {
    const escalated = await call(escalateOrder, { orderNumber: order, reason, assignTo: colleague });
    if (escalated.kind === 'not_found') return [reply(sentence(mrkdwn`There is no order ${order}.`))];
    return [
      reply(sentence(mrkdwn`Order ${order} is with ${mention(colleague)} now, ${escalated.priority} priority.`)),
      {
        method: 'chat.postMessage',
        channel: colleague,
        message: sentence(
          mrkdwn`${mention(staff.staffId)} gave you *order ${order}* (${escalated.priority} priority): ${reason}\n\`/backorder order ${order}\` shows it.`,
        ),
      },
    ];
  },
});
