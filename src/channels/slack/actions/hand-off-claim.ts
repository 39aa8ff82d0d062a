import { claimHandOff } from '../../../tools/claim-hand-off.js';
import { sayMoment } from '../../../wording/formats.js';
import { sentence, words } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineAction } from '../define-action.js';
import { HandOffValue, overWords } from '../hand-off-value.js';

/** Claim: whoever is second is told who was first. */
export default defineAction({
  id: 'hand-off:claim',
  value: HandOffValue,
  async run({ conversation }, handling) {
    const { call, reply, policy, todayOn } = handling;
    const outcome = await call(claimHandOff, { conversationId: conversation });
    switch (outcome.kind) {
      case 'claimed':
        return [];
      case 'already_yours':
        return [reply(sentence(words('You have it already.')))];
      case 'held_by_other': {
        const { holderName, since } = outcome;
        const who = holderName ?? 'A colleague';
        return [reply(sentence(mrkdwn`${who} has it since ${sayMoment(since, policy.zone, todayOn)}.`))];
      }
      case 'none_open':
        return [overWords(handling)];
    }
  },
});
