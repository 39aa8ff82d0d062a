import { searchKnowledge } from '../../tools/search-knowledge.js';
import type { Moment } from './moment.js';

/** So near must a page be to a message that was not understood otherwise. */
const NEAR = 0.34;

/** Whether a page of the shop plainly answers a message whose wish is unclear, and none of the likelier wishes is to do something. */
export async function isOnAPage({ tools, reading, turn, isGibberish }: Moment): Promise<boolean> {
  const mayAsk =
    reading.band === 'reject' || [reading, ...reading.alternatives].some(({ intent }) => intent === 'policy_question');
  if (!mayAsk || isGibberish || turn.text.trim() === '') return false;
  const found = await tools.call(searchKnowledge, { question: turn.text.slice(0, 2_000) });
  return found.kind === 'found' && found.score >= NEAR;
}
