import { defineAction } from '../define-action.js';
import { writeClosing } from '../hand-off-modals.js';
import { HandOffValue, openOver } from '../hand-off-value.js';

/** Close: with what came of it. */
export default defineAction({
  id: 'hand-off:close',
  value: HandOffValue,
  open: (value, handling) => openOver(value, handling, (facts) => writeClosing(facts)),
});
