import { z } from 'zod';
import { applySupplierClaims } from '../../../tools/apply-supplier-claims.js';
import { sentence } from '../blocks/build.js';
import { appliedWords, BUYERS } from '../decide-claim.js';
import { defineAction } from '../define-action.js';

/** Makes what a supplier wrote count as it was read, one line or all that can be. The card itself follows. */
export default defineAction({
  id: 'claims:accept',
  roles: BUYERS,
  value: z.object({ claimIds: z.array(z.int()).min(1) }),
  run: async ({ claimIds }, { call, reply, todayOn }) => [
    reply(sentence(appliedWords(await call(applySupplierClaims, { claimIds }), todayOn))),
  ],
});
