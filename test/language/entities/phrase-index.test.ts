import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhraseIndex } from '../../../src/language/entities/phrase-index.js';
import { SIGNAL_LEXICONS } from '../../../src/language/entities/signal-lexicon.js';
import { matchesOf } from '../../../src/language/matches.js';

const LISTS = SIGNAL_LEXICONS.map(({ words }) => words);
const index = new PhraseIndex(LISTS);

/** What one long regular expression a list finds. */
const byOneExpression = (text: string) =>
  LISTS.flatMap((words, list) =>
    matchesOf(text, new RegExp(`(?<!\\w)(?:${words.join('|')})(?!\\w)`, 'gi')).map((match) => ({
      list,
      text: match[0],
      start: match.index,
    })),
  );

const inOrder = <T extends { list: number; start: number }>(found: readonly T[]): T[] =>
  [...found].sort((a, b) => a.list - b.list || a.start - b.start);

/** Pieces of the phrases themselves, so that many nearly match. */
const piece = fc.constantFrom(
  ...LISTS.flat().flatMap((phrase) => phrase.replace(/[^a-z' ]/g, '').split(' ')),
  'I',
  '!',
  'ß',
  '_',
);

describe('an index of phrases', () => {
  it('finds what one long expression finds', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(' ', '  ', "'", '\n'), (pieces, between) => {
        for (const text of [pieces.join(between), pieces.join(between).toUpperCase()])
          expect(inOrder(index.find(text))).toEqual(inOrder(byOneExpression(text)));
      }),
    );
  });

  it('refuses a phrase that begins with no letter or digit, which it could not find', () => {
    expect(() => new PhraseIndex([['\\w+ing']])).toThrow(RangeError);
  });
});
