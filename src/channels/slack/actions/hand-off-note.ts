import { defineAction } from '../define-action.js';
import { writeNote } from '../hand-off-modals.js';
import { HandOffValue, openOver } from '../hand-off-value.js';

/** Note: for the team alone. */
export default defineAction({
  id: 'hand-off:note',
  value: HandOffValue,
  open: (value, handling) => openOver(value, handling, (facts) => writeNote(facts)),
});
