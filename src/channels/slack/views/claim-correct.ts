import { z } from 'zod';
import { LocalDate } from '../../../domain/kernel/dates.js';
import { PurchaseOrderLineId } from '../../../domain/kernel/ids.js';
import { applySupplierClaims } from '../../../tools/apply-supplier-claims.js';
import { sayDate } from '../../../wording/formats.js';
import { sentence } from '../blocks/build.js';
import { appliedWords, BUYERS, OfClaim } from '../decide-claim.js';
import { defineView } from '../define-view.js';

/** Makes a claim count as somebody says it is meant. */
export default defineView({
  id: 'claim-correct',
  roles: BUYERS,
  keeps: OfClaim,
  answers: z.object({
    line: z.string({ error: 'Choose the line.' }).pipe(PurchaseOrderLineId),
    day: LocalDate.nullable(),
    units: z.coerce.number().int({ error: 'Write a whole number.' }).min(0).nullable(),
  }),
  async check({ day, units }, _keeps, { todayOn }) {
    if (day === null && units === null) return { day: 'Say the day, or how many units will come.' };
    return day !== null && day < todayOn ? { day: `Choose a day from ${sayDate(todayOn, todayOn)} on.` } : {};
  },
  async run({ line: poLineId, day, units }, { claimId }, { call, reply, todayOn }) {
    const applied = await call(applySupplierClaims, { claimIds: [claimId], as: { poLineId, day, units } });
    return [reply(sentence(appliedWords(applied, todayOn)))];
  },
});
