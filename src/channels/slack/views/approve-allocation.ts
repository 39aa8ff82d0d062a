import { z } from 'zod';
import { Sku } from '../../../domain/kernel/ids.js';
import { approveAllocation } from '../../../tools/approve-allocation.js';
import { sayCount } from '../../../wording/formats.js';
import { actions, button, message, section, sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineView } from '../define-view.js';

/** Gives the units out as the modal showed them, or tells that the plan is no longer that one. */
export default defineView({
  id: 'approve-allocation',
  roles: ['manager'],
  keeps: z.object({ sku: Sku, planId: z.string(), units: z.int().min(1).optional() }),
  answers: z.object({}),
  async run(_answers, { sku, planId, units }, { call, reply }) {
    const done = await call(approveAllocation, { sku, planId, units });
    if (done.kind === 'allocated')
      return [
        reply(
          sentence(
            mrkdwn`Done: ${sayCount(done.units, 'unit')} of ${sku} to ${sayCount(done.orderLines, 'order line')}.`,
          ),
        ),
      ];
    const changed = mrkdwn`Nothing was given: orders or stock of ${sku} moved since you looked, or somebody was faster.`;
    return [
      reply(
        message(changed, [
          section(changed),
          actions(
            button({
              text: 'Look again',
              action: 'allocation:approve',
              value: { sku, ...(units !== undefined && { units }) },
            }),
          ),
        ]),
      ),
    ];
  },
});
