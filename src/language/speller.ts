/** The words a model was trained on, indexed so that a misspelt one is found in a few look-ups. */
export interface Speller {
  readonly words: readonly string[];
  readonly known: ReadonlySet<string>;
  /** Words by themselves and by each form that lacks one letter, the more frequent first. */
  readonly byForm: ReadonlyMap<string, readonly string[]>;
}

/** Shorter words have too many neighbours: "bin", "pin" and "in" are all what they say. */
const SHORTEST = 4;

/** Builds the index over words in the order of their frequency, most frequent first. */
export function createSpeller(words: readonly string[]): Speller {
  const byForm = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST) continue;
    for (const form of formsOf(word)) {
      const sharing = byForm.get(form);
      if (sharing) sharing.push(word);
      else byForm.set(form, [word]);
    }
  }
  return { words, known: new Set(words), byForm };
}

/**
 * The known word that a token was probably meant to be: one letter dropped, added, replaced, or two swapped, with the
 * right first letter (slips of the thumb are rare there, other words are not). The token itself when it is known, short,
 * or near nothing. After Garbe's symmetric delete algorithm.
 */
export function correct(speller: Speller, token: string): string {
  if (token.length < SHORTEST || speller.known.has(token)) return token;
  for (const form of formsOf(token)) {
    const near = speller.byForm.get(form)?.find((word) => isOneSlipAway(token, word));
    if (near) return near;
  }
  return token;
}

function* formsOf(word: string): Generator<string> {
  yield word;
  for (let at = 0; at < word.length; at++) yield word.slice(0, at) + word.slice(at + 1);
}

function isOneSlipAway(token: string, word: string): boolean {
  const startsAlike = token.charAt(0) === word.charAt(0) || token.charAt(0) === word.charAt(1);
  if (!startsAlike) return false;
  // Words of unequal length that share a form differ by exactly that letter.
  if (token.length !== word.length) return Math.abs(token.length - word.length) === 1;
  const unlike: number[] = [];
  for (let at = 0; at < word.length; at++) if (token[at] !== word[at]) unlike.push(at);
  const [first, second] = unlike;
  if (first === undefined || second === undefined) return true;
  return unlike.length === 2 && second === first + 1 && token[first] === word[second] && token[second] === word[first];
}
