import { takeSupplierCall } from '../../../tools/take-supplier-call.js';
import { sentence, words } from '../blocks/build.js';
import { defineAction } from '../define-action.js';
import { OfCall } from '../supplier-call-modal.js';

/** Takes a call upon whoever pressed. */
export default defineAction({
  id: 'supplier-call:take',
  value: OfCall,
  async run({ callId }, { call, reply }) {
    const taken = await call(takeSupplierCall, { callId });
    if (taken.kind === 'taken') return [reply(sentence(words('It is yours. Close it with what they said.')))];
    return [reply(sentence(words('That call was made already.')))];
  },
});
