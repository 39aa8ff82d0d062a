import { z } from 'zod';
import { LocalDate } from '../../../domain/kernel/dates.js';
import { closeSupplierCall } from '../../../tools/close-supplier-call.js';
import { sayDate } from '../../../wording/formats.js';
import { sentence, words } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineView } from '../define-view.js';
import { OfCall } from '../supplier-call-modal.js';

/** Ends a call with what came of it. */
export default defineView({
  id: 'supplier-call-close',
  keeps: OfCall,
  answers: z.object({
    outcome: z.string({ error: 'Write what they said.' }).trim().min(1, { error: 'Write what they said.' }).max(500),
    promisedOn: LocalDate.nullable(),
  }),
  check: async ({ promisedOn }, _keeps, { todayOn }) =>
    promisedOn !== null && promisedOn < todayOn ? { promisedOn: 'That day is over.' } : ({} as Record<string, string>),
  async run({ outcome, promisedOn }, { callId }, { call, reply, todayOn }) {
    const closed = await call(closeSupplierCall, { callId, outcome, promisedOn: promisedOn ?? undefined });
    switch (closed.kind) {
      case 'closed':
        return [
          reply(
            sentence(
              closed.promisedOn === null
                ? words('Done. The order is asked about again when the schedule says so.')
                : mrkdwn`Done: promised for ${sayDate(closed.promisedOn, todayOn)} now. Whoever waits for it is told where the date moved.`,
            ),
          ),
        ];
      case 'past_date':
        return [reply(sentence(words('That day is over. Nothing was kept.')))];
      case 'needs_date':
        return [
          reply(
            sentence(words('They do not have that order yet: give the day they said, mail it again, or withdraw it.')),
          ),
        ];
      default:
        return [reply(sentence(words('That call was closed already.')))];
    }
  },
});
