import { matchesOf } from '../matches.js';
import { type Entity, entityAt } from './entity.js';
import { PhraseIndex } from './phrase-index.js';
import { SIGNAL_LEXICONS, type SignalLexicon } from './signal-lexicon.js';

const PHRASES = new PhraseIndex(SIGNAL_LEXICONS.map(({ words }) => words));
const MARKS = /[!?]{3,}/g;
const SHOUTED = /(?<!\w)[A-Z]{4,20}(?:[ ,'-]{1,2}[A-Z]{2,20}){1,30}(?!\w)|^[A-Z]{4,20}(?=!)/g;

/**
 * Tone and matters that decide who should answer: frustration (words, shouting in capitals, piled-up marks), urgency,
 * legal threats, danger to people. Each with the words that show it.
 */
export function findSignals(text: string): Entity[] {
  const worded = PHRASES.find(text).map(({ list, text: words, start }) => {
    const { kind, strength } = SIGNAL_LEXICONS[list] as SignalLexicon;
    return entityAt(words, start, true, { kind, value: strength });
  });
  const shouted = matchesOf(text, SHOUTED).map((match) =>
    entityAt(match[0], match.index, true, { kind: 'frustration', value: 2 }),
  );
  const marked = matchesOf(text, MARKS).map((match) =>
    entityAt(match[0], match.index, true, { kind: 'frustration', value: 1 }),
  );
  return [...worded, ...shouted, ...marked];
}
