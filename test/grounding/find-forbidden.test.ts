import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findForbidden } from '../../src/grounding/find-forbidden.js';

const SAYINGS = [
  { name: 'guarantee', deniable: true, words: ['guarantee[ds]?', 'i promise'] },
  { name: 'margin', deniable: false, words: ['margins?'] },
];
const found = (text: string) => findForbidden(text, SAYINGS).map(({ words }) => words);

describe('a forbidden saying', () => {
  it.each([
    ['It is guaranteed.', ['guaranteed']],
    ['GUARANTEED!', ['GUARANTEED']],
    ['We cannot guarantee it.', []],
    ['There is no guarantee.', []],
    ['It isn’t guaranteed.', []],
    ['Not to worry. It is guaranteed.', ['guaranteed']],
    ['It is not only likely, it is guaranteed.', ['guaranteed']],
    ['It is not late, but I promise it ships.', ['I promise']],
    ['No margin, no reason to deny.', ['margin']],
    ['The unguaranteed marginal', []],
    ['gua\u00adranteed', ['guaranteed']],
  ])('%s', (text, words) => {
    expect(found(text)).toEqual(words);
  });

  it('is found wherever it stands, in its order', () => {
    expect(found('Our margin? I promise. Guaranteed.')).toEqual(['margin', 'I promise', 'Guaranteed']);
  });

  it('never throws, whatever is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(found(text))));
  });
});
