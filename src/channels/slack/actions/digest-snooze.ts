import { z } from 'zod';
import { defineAction } from '../define-action.js';
import { snoozeModal } from '../digest-modals.js';

/** Asks until when something is left out of the digest, and why. */
export default defineAction({
  id: 'digest:snooze',
  roles: ['lead', 'manager'],
  value: z.object({ item: z.string() }),
  open: async ({ item }, { todayOn }) => snoozeModal(item, todayOn),
});
