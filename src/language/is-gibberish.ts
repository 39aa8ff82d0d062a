import type { IntentModel } from './intent-model.js';
import { tokenise } from './normalise.js';
import { correct } from './speller.js';

/** So many of its words are strange, even with their spelling mended, that nothing was said in English. */
const STRANGE_SHARE = 0.5;

/** Whether a message is no sentence at all, rather than one about something else: most of its words are none. */
export function isGibberish({ speller }: IntentModel, text: string): boolean {
  const words = tokenise(text).filter((token) => /^\p{L}/u.test(token));
  const strange = words.filter((word) => !speller.known.has(correct(speller, word)));
  return words.length > 0 && strange.length >= STRANGE_SHARE * words.length;
}
