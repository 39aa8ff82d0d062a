import { getSupplierAnswer } from '../../../tools/get-supplier-answer.js';
import { sentence, words } from '../blocks/build.js';
import { claimModal } from '../claim-modal.js';
import { BUYERS, OfClaim } from '../decide-claim.js';
import { defineAction } from '../define-action.js';

/** Asks what a claim means. */
export default defineAction({
  id: 'claim:correct',
  roles: BUYERS,
  value: OfClaim,
  async open({ claimId }, { call }) {
    const answer = await call(getSupplierAnswer, { claimId });
    const claim = answer.kind === 'found' ? answer.claims.find((one) => one.claimId === claimId) : undefined;
    return claim && answer.kind === 'found' && answer.order ? claimModal(claim, answer.order) : null;
  },
  run: async (_value, { reply }) => [reply(sentence(words('That claim is not there any more.')))],
});
