import { smsBudgetCard } from '../cards/sms-budget-card.js';
import help from '../commands/help.js';
import {
  failed,
  gone,
  missing,
  noRole,
  notAllowed,
  notUnderstood,
  otherRole,
  tooSlow,
  unknownCommand,
} from '../say.js';
import { asMessage, defineSamples } from './sample.js';

/** What is answered when something cannot be done. */
export default defineSamples({
  subject: 'Short answers',
  draw: ({ typed }) => [
    asMessage('Nobody of the team', noRole()),
    asMessage('Another role’s to do', otherRole('rep', ['lead', 'manager'])),
    asMessage('Not allowed by a tool', notAllowed()),
    asMessage('An unknown command', unknownCommand(typed, [help])),
    asMessage('A command written nearly right', unknownCommand('hlep', [help])),
    asMessage('Something was left out', missing('an order number', help)),
    asMessage('Something was not understood', notUnderstood(typed, help)),
    asMessage('A fault', failed('a1b2c3d4')),
    asMessage('Too slow for a modal', tooSlow()),
    asMessage('An old button', gone()),
    asMessage('The day’s budget for texts is spent', smsBudgetCard({ cents: 5_000, currency: 'USD' })),
  ],
});
