import type { Intent } from '../../language/intents.js';
import { tell } from './flow.js';
import { follow } from './follow.js';
import { givesUp, isLikely, onlyTells } from './message-signs.js';
import type { Moment, Step } from './moment.js';

/** What several manners in one breath come to: "fine by me, bye" is a goodbye. */
const WEIGHTIEST: readonly Intent[] = ['goodbye', 'thanks', 'greeting', 'affirm', 'deny'];
/** So likely together, a message is manners and no more. */
const MOSTLY = 0.6;
const WORTH_HEARING = 0.15;

/** "Fine by me cheers", "then leave it be" where nothing is open: manners that are unclear only in which. Else null. */
export function onlyManners(moment: Moment): Promise<Step> | Step | null {
  const { reading, turn, dialogue } = moment;
  if (reading.band !== 'clarify') return null;
  const manners = reading.alternatives.filter(({ intent }) => WEIGHTIEST.includes(intent));
  const likelihood = manners.reduce((sum, { confidence }) => sum + confidence, 0);
  const heard = WEIGHTIEST.find((intent) =>
    manners.some((one) => one.intent === intent && one.confidence >= WORTH_HEARING),
  );
  if (heard && likelihood >= MOSTLY && !turn.text.includes('?')) return follow(moment, heard, dialogue);
  const asksElse = isLikely(reading) && onlyTells(reading.intent);
  if (!givesUp(turn.text) || asksElse) return null;
  return takeNote(moment);
}

/** Says that it was heard; nothing is open, and nothing is to be done. */
export const takeNote = ({ dialogue }: Moment): Step => ({
  says: [tell('all-right')],
  dialogue: { ...dialogue, offered: [], misses: 0 },
});
