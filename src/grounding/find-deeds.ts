import { DEEDS } from './deeds.js';
import type { Fact } from './facts.js';
import type { Subjects } from './subjects.js';
import { clauseAround, sentenceAround } from './surroundings.js';

/** What leaves open whether something is so: a condition, a wish, a question of whether. */
const OPEN =
  /\b(?:if|once|when|until|till|unless|before|whether|as soon as|after|in case|should|would|could|can|may|might|to be|want|like|such as|what|whatever|nothing|none|no|neither|nor|not|never|cannot|without)\b|n't\b/i;

/** Words of a text that say something was done, or is so, which no fact of the turn shows. */
export function unshownDeeds(
  said: string,
  facts: readonly Fact[],
  subjects: Subjects,
): readonly { readonly words: string; readonly deed: string }[] {
  return DEEDS.flatMap(({ name, words, isShownBy }) =>
    [...said.matchAll(words)].flatMap(({ 0: found, index }) => {
      const at = { from: index, to: index + found.length };
      if (isLeftOpen(said, at.from, at.to)) return [];
      const isShown = subjects(at, { looksAhead: true }).every((isAbout) =>
        facts.some((fact) => isAbout(fact) && isShownBy(fact)),
      );
      return isShown || isQuoted(found, facts) ? [] : [{ words: found.trim(), deed: name }];
    }),
  );
}

function isLeftOpen(said: string, from: number, to: number): boolean {
  const sentence = sentenceAround(said, { from, to });
  if (said[sentence.to - 1] === '?') return true;
  return OPEN.test(said.slice(clauseAround(said, { from, to: from }).from, from));
}

/** A passage of the shop's own pages may be repeated. */
const PASSAGE = 80;
const isQuoted = (words: string, facts: readonly Fact[]): boolean =>
  facts.some(
    (fact) =>
      fact.kind === 'text' && fact.words.length >= PASSAGE && fact.words.toLowerCase().includes(words.toLowerCase()),
  );
