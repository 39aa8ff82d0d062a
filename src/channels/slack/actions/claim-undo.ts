import type { z } from 'zod';
import type { LocalDate } from '../../../domain/kernel/dates.js';
import type { Denied } from '../../../tools/door.js';
import { undoSupplierClaim } from '../../../tools/undo-supplier-claim.js';
import { sayDate } from '../../../wording/formats.js';
import { sentence } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import { BUYERS, OfClaim, overWords } from '../decide-claim.js';
import { defineAction } from '../define-action.js';

/** Takes back what was applied. The card itself follows. */
export default defineAction({
  id: 'claim:undo',
  roles: BUYERS,
  value: OfClaim,
  run: async ({ claimId }, { call, reply, todayOn }) => [
    reply(sentence(undoneWords(await call(undoSupplierClaim, { claimId }), todayOn))),
  ],
});

function undoneWords(undone: Exclude<z.infer<typeof undoSupplierClaim.output>, Denied>, todayOn: LocalDate): Mrkdwn {
  switch (undone.kind) {
    case 'undone':
      return undone.promisedOn === null
        ? mrkdwn`Taken back.`
        : mrkdwn`Taken back: ${sayDate(undone.promisedOn, todayOn)} counts again.`;
    case 'newer_date':
      return mrkdwn`Nothing was changed: a newer date stands, ${sayDate(undone.promisedOn, todayOn)}.`;
    case 'nothing_before':
      return mrkdwn`Nothing was changed: no date stood before it.`;
    case 'over':
      return overWords(undone);
    case 'not_found':
      return mrkdwn`That claim is not there any more.`;
  }
}
