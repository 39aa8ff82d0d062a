import { rateConversation } from '../../tools/rate-conversation.js';
import type { BrainTurn, Say, Toolbelt } from '../brain.js';
import type { Dialogue } from './dialogue.js';
import { tell } from './flow.js';

const HELPED = 'It helped';
const HELPED_NOT = 'It did not help';

/** The press of one of the two buttons below "did this help?"; null where the message is anything else. */
export async function takeRating(
  { text }: BrainTurn,
  { wasRatingAsked }: Dialogue,
  tools: Toolbelt,
): Promise<readonly Say[] | null> {
  const answer = [HELPED, HELPED_NOT].find((title) => title.toLowerCase() === text.trim().toLowerCase());
  if (!wasRatingAsked || !answer) return null;
  const helped = answer === HELPED;
  await tools.call(rateConversation, { helped });
  return [helped ? tell('rated-helpful') : tell('rated-not-helpful', {}, ['Talk to a person'])];
}

/** Whoever takes leave in the web chat is asked once whether it helped. A text costs them money: there nobody is asked. */
export const askForRating = ({ channel }: BrainTurn, { wasRatingAsked }: Dialogue): readonly Say[] =>
  channel === 'web' && !wasRatingAsked ? [tell('rate-this', {}, [HELPED, HELPED_NOT])] : [];
