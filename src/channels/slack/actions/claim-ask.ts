import type { z } from 'zod';
import { askAboutClaim } from '../../../tools/ask-about-claim.js';
import type { Denied } from '../../../tools/door.js';
import { sentence } from '../blocks/build.js';
import { type Mrkdwn, mrkdwn } from '../blocks/mrkdwn.js';
import { BUYERS, OfClaim, overWords } from '../decide-claim.js';
import { defineAction } from '../define-action.js';

/** Asks the supplier once more, by mail. The card itself follows. */
export default defineAction({
  id: 'claim:ask',
  roles: BUYERS,
  value: OfClaim,
  run: async ({ claimId }, { call, reply }) => [reply(sentence(askedWords(await call(askAboutClaim, { claimId }))))],
});

function askedWords(asked: Exclude<z.infer<typeof askAboutClaim.output>, Denied>): Mrkdwn {
  switch (asked.kind) {
    case 'asked':
      return mrkdwn`A mail that asks them goes out now. Their answer comes here.`;
    case 'over':
      return overWords(asked);
    case 'told_before':
      return mrkdwn`They were asked about this before.`;
    case 'no_address':
      return mrkdwn`There is no e-mail address on file for them. Please call.`;
    case 'mail_not_connected':
      return mrkdwn`No mail can be sent: e-mail is not connected.`;
    case 'not_found':
      return mrkdwn`That claim is not there any more.`;
  }
}
