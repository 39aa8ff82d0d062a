import { rejectSupplierClaim } from '../../../tools/reject-supplier-claim.js';
import { sentence, words } from '../blocks/build.js';
import { BUYERS, OfClaim, overWords } from '../decide-claim.js';
import { defineAction } from '../define-action.js';

/** Sets a claim aside. The card itself follows. */
export default defineAction({
  id: 'claim:reject',
  roles: BUYERS,
  value: OfClaim,
  async run({ claimId }, { call, reply }) {
    const done = await call(rejectSupplierClaim, { claimId });
    if (done.kind === 'over') return [reply(sentence(overWords(done)))];
    return [
      reply(
        sentence(words(done.kind === 'rejected' ? 'Set aside. No date changes.' : 'That claim is not there any more.')),
      ),
    ];
  },
});
