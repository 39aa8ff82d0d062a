import { z } from 'zod';
import { Sku } from '../../../domain/kernel/ids.js';
import { previewAllocation } from '../../../tools/preview-allocation.js';
import { sentence, words } from '../blocks/build.js';
import { allocationModal } from '../cards/allocation-modal.js';
import { defineAction } from '../define-action.js';

/** Shows the plan as it is now; only from there is it approved. */
export default defineAction({
  id: 'allocation:approve',
  roles: ['manager'],
  value: z.object({ sku: Sku, units: z.int().min(1).optional() }),
  async open({ sku, units }, { call }) {
    const preview = await call(previewAllocation, { sku, units });
    if (preview.kind !== 'previewed' || preview.planId === null) return null;
    return allocationModal(preview, units ?? null);
  },
  run: async (_value, { reply }) => [
    reply(sentence(words('There is nothing to give out any more: the units are gone or nobody waits for them.'))),
  ],
});
