import { defineAction } from '../define-action.js';
import { writeReply } from '../hand-off-modals.js';
import { HandOffValue, openOver } from '../hand-off-value.js';

/** Reply: to write to the shopper, with a preview before it goes. */
export default defineAction({
  id: 'hand-off:reply',
  value: HandOffValue,
  open: (value, handling) => openOver(value, handling, (facts) => writeReply(facts)),
});
