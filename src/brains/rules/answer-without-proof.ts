import { tell } from './flow.js';
import { follow, MISSES_UNTIL_PERSON } from './follow.js';
import type { Moment, Step } from './moment.js';

const LACKS =
  "(?:don'?t|do not|dont|can'?t|cannot|cant|couldn'?t) (?:\\w+ )?(?:have|know|find|remember|recall|see)|lost|misplaced|forgot(?:ten)?|no (?:clue|idea)|no longer have|without|there'?s no|i have no|ain'?t got";
const NEEDED =
  '(?:order (?:number|no\\b|#|id|confirmation)|(?:the|my|your|that|its|an?) (?:number|e-?mails?|mailbox|phone|zip|postcode)|number)';
const LACKS_IT = new RegExp(`\\b(?:${LACKS})\\b[^.!?]{0,25}\\b${NEEDED}|^no (?:order )?(?:number|e-?mail)\\b`, 'i');

/**
 * Who has no order number, or nothing that proves it theirs: where to find it, what opens an order and why nothing else
 * does, and a person; said so again, a person. Null for everybody else, and for who gives both all the same.
 */
export function answerWithoutProof(moment: Moment): Promise<Step> | Step | null {
  const { turn, dialogue, reading } = moment;
  const gives = reading.entities.some(({ kind }) => kind === 'email' || kind === 'phone' || kind === 'postcode');
  if (turn.identified || gives || !LACKS_IT.test(turn.text)) return null;
  const misses = dialogue.misses + 1;
  if (misses >= MISSES_UNTIL_PERSON) return follow(moment, 'human', { ...dialogue, waiting: null, misses: 0 });
  const waiting = dialogue.waiting ?? { flow: 'order_status', need: 'identity', slots: {} };
  return { says: [tell('ask-identity-anew', {}, ['Talk to a person'])], dialogue: { ...dialogue, waiting, misses } };
}
