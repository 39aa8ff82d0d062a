import { z } from 'zod';
import { addDays, LocalDate } from '../../../domain/kernel/dates.js';
import { snoozeItem } from '../../../tools/snooze-item.js';
import { sayDate } from '../../../wording/formats.js';
import { sentence } from '../blocks/build.js';
import { mrkdwn } from '../blocks/mrkdwn.js';
import { defineView } from '../define-view.js';

/** Leaves an item out of the digest until a day. */
export default defineView({
  id: 'snooze-item',
  roles: ['lead', 'manager'],
  keeps: z.object({ item: z.string() }),
  answers: z.object({
    until: z.string({ error: 'Choose a day.' }).pipe(LocalDate),
    reason: z.string({ error: 'Say why.' }).trim().min(1, { error: 'Say why.' }).max(300),
  }),
  check: async ({ until }, _keeps, { todayOn }) =>
    until > todayOn ? {} : { until: `Choose a day from ${sayDate(addDays(todayOn, 1), todayOn)} on.` },
  async run({ until, reason }, { item }, { call, reply, todayOn }) {
    const done = await call(snoozeItem, { item, reason, untilOn: until });
    if (done.kind === 'not_ahead')
      return [
        reply(
          sentence(mrkdwn`Choose a day from ${sayDate(done.firstOn, todayOn)} to ${sayDate(done.lastOn, todayOn)}.`),
        ),
      ];
    return [reply(sentence(mrkdwn`Snoozed until ${sayDate(until, todayOn)}. The digest counts it until then.`))];
  },
});
