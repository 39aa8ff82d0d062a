import { describe, expect, it } from 'vitest';
import { pickByWords } from '../../../src/brains/rules/pick.js';

const NAMES = ['50 mm lens', 'Hush noise-cancelling headphones', 'Carbon tripod', 'Camera bag'];

describe('the item a sentence speaks of', () => {
  it.each([
    ['cancel the lens pls', 0],
    ['wheres my tripd', 2],
    ['the headphones', 1],
    ['bag please', 3],
  ])('"%s"', (text, index) => {
    expect(pickByWords(text, NAMES)).toBe(index);
  });

  it.each(['Cancel an item', 'please cancel my order', 'when will it ship?', 'why is it late'])(
    'nothing in "%s"',
    (text) => {
      expect(pickByWords(text, NAMES)).toBeNull();
    },
  );

  it('none when two are named', () => {
    expect(pickByWords('the lens and the tripod', NAMES)).toBeNull();
  });
});
