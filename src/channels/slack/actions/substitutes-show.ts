import { z } from 'zod';
import { OrderNumber } from '../../../domain/kernel/ids.js';
import { defineAction } from '../define-action.js';
import { showSubstitutes } from '../substitutes.js';

/** Shows what could go instead of what waits of an order. */
export default defineAction({
  id: 'substitutes:show',
  value: z.object({ order: OrderNumber }),
  run: ({ order }, handling) => showSubstitutes({ order, line: null }, handling),
});
