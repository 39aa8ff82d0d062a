import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { HEARD_HOW } from '../../../store/words-heard.js';
import { previewCancellation } from '../../../tools/preview-cancellation.js';
import { cancel } from '../cancel.js';
import { defineView } from '../define-view.js';

/** Cancels what the modal showed. What moved meanwhile is told at the field, and nothing is done. */
export default defineView({
  id: 'cancel',
  keeps: z.object({ order: OrderNumber, line: z.int().nullable(), recapId: z.string() }),
  answers: z.object({
    by: z.enum([...HEARD_HOW, 'shop'], { error: 'Choose one.' }),
    words: z.string({ error: 'Write a few words.' }).trim().min(1, { error: 'Write a few words.' }).max(500),
  }),
  async check(_answers, { order, line, recapId }, { call }) {
    const preview = await call(previewCancellation, { orderNumber: order, line });
    return preview.kind === 'can_cancel' && preview.recapId === recapId
      ? {}
      : { words: 'The order has changed since you opened this. Please close it and look again.' };
  },
  run: ({ by, words }, { order, line, recapId }, handling) =>
    cancel(
      {
        orderNumber: order,
        line,
        recapId,
        because: by === 'shop' ? { who: 'shop', reason: words } : { who: 'customer', how: by, said: words },
      },
      handling,
    ),
});
