import { addDays, type LocalDate } from '../../domain/kernel/dates.js';
import { input, section, words } from './blocks/build.js';
import { mrkdwn } from './blocks/mrkdwn.js';
import type { Opening } from './handling.js';

/** Asks to whom an order at risk is given, and why. */
export const assignModal = (order: string): Opening => ({
  view: 'assign-order',
  keeps: { order },
  title: 'Assign an order',
  submit: 'Assign',
  blocks: [
    section(mrkdwn`Who looks after *order ${order}*? By when is for the escalation rules to say.`),
    input('colleague', 'Colleague', { type: 'users_select', action_id: 'colleague-input' }),
    input(
      'reason',
      'What should they do?',
      { type: 'plain_text_input', action_id: 'reason-input', multiline: true, max_length: 500 },
      { hint: 'Only the team sees it.' },
    ),
  ],
});

const USUAL_DAYS = 7;

/** Asks until when something is left out of the digest, and why. */
export const snoozeModal = (item: string, todayOn: LocalDate): Opening => ({
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
});
