import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { openCancelling, whyNoCancelling } from '../cancel.js';
import { defineAction } from '../define-action.js';
import { showSplit, showUpgrade } from '../show-sending.js';

/** What else can be done with an order, behind the three dots of its card. */
export default defineAction({
  id: 'order:more',
  value: z.object({ act: z.enum(['upgrade', 'split', 'cancel']), order: OrderNumber }),
  open: async ({ act, order }, handling) => (act === 'cancel' ? openCancelling({ order, line: null }, handling) : null),
  run({ act, order }, handling) {
    switch (act) {
      case 'upgrade':
        return showUpgrade(order, handling);
      case 'split':
        return showSplit(order, handling);
      case 'cancel':
        return whyNoCancelling({ order, line: null }, handling);
    }
  },
});
