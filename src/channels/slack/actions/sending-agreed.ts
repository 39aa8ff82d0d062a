import { agreedModal, Sending } from '../agreed-modal.js';
import { defineAction } from '../define-action.js';

/** Asks for the words in which a customer agreed outside a chat. */
export default defineAction({
  id: 'sending:agreed',
  value: Sending,
  open: async (sending) => agreedModal(sending),
});
