import { findForeign } from '../../language/find-language.js';
import { tell } from './flow.js';
import { follow, MISSES_UNTIL_PERSON } from './follow.js';
import { provesAnOrder } from './message-signs.js';
import type { Moment, Step } from './moment.js';

/**
 * Says to a message in another language, in that language, that English is spoken here and that a person can be asked for;
 * who asks for one, or writes so again, gets one. Null for English, and for what shows whose order it is about.
 */
export function answerForeign(moment: Moment): Promise<Step> | Step | null {
  const { turn, reading, dialogue } = moment;
  const foreign = provesAnOrder(reading) ? null : findForeign(turn.text);
  if (!foreign) return null;
  const misses = dialogue.misses + 1;
  if (foreign.wantsPerson || misses >= MISSES_UNTIL_PERSON)
    return follow(moment, 'human', { ...dialogue, waiting: null, misses: 0 });
  return {
    says: [tell(`other-language/${foreign.language}`, {}, ['Talk to a person'])],
    dialogue: { ...dialogue, misses },
  };
}
