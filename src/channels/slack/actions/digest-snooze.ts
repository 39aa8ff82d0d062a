import { z } from 'zod';
import { addDays } from '../../../domain/kernel/dates.js';
import { input, section, words } from '../blocks/build.js';
import { defineAction } from '../define-action.js';

const USUAL_DAYS = 7;

/** Asks until when something is left out of the digest, and why. */
export default defineAction({
  id: 'digest:snooze',
  roles: ['lead', 'manager'],
  value: z.object({ item: z.string() }),
  open: async ({ item }, { todayOn }) => ({
    view: 'snooze-item',
    keeps: { item },
    title: 'Snooze',
    submit: 'Snooze',
    blocks: [
      section(words('It is left out of the digest until that day, and counted there as snoozed.')),
      input('until', 'Until', {
        type: 'datepicker',
        action_id: 'until-input',
        initial_date: addDays(todayOn, USUAL_DAYS),
      }),
      input('reason', 'Why?', { type: 'plain_text_input', action_id: 'reason-input', max_length: 300 }),
    ],
  }),
});
