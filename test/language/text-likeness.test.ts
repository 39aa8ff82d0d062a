import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPhrase, textLikeness } from '../../src/language/text-likeness.js';

const lines = ['50 mm lens', 'Mirrorless camera', 'Carbon tripod', 'Black camera bag'];
const best = (phrase: string) => lines[matchPhrase(phrase, lines)[0]?.index ?? -1];

describe('matching what a shopper calls a thing', () => {
  it.each([
    ['the lens', '50 mm lens'],
    ['lenses', '50 mm lens'],
    ['my cam', 'Mirrorless camera'],
    ['the camera', 'Mirrorless camera'],
    ['tripd', 'Carbon tripod'],
    ['the black one', 'Black camera bag'],
    ['camera bag', 'Black camera bag'],
  ])('"%s" is the %s', (phrase, name) => {
    expect(best(phrase)).toBe(name);
  });

  it('finds nothing in words that describe nothing, or something else', () => {
    for (const phrase of ['the one', 'it', '', 'shoes', '???']) expect(matchPhrase(phrase, lines)).toEqual([]);
  });

  it('finds nothing in an empty list', () => {
    expect(matchPhrase('the lens', [])).toEqual([]);
  });
});

describe('likeness of two texts', () => {
  it('is 1 for a text and itself, the same both ways, and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (a, b) => {
        const likeness = textLikeness(a, b);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(textLikeness(b, a)).toBeCloseTo(likeness, 5);
      }),
    );
    expect(textLikeness('carbon tripod', 'Carbon Tripod')).toBeCloseTo(1, 5);
  });

  it('survives a slip of the thumb', () => {
    expect(textLikeness('carbon tripod', 'carbon tripd')).toBeGreaterThan(0.5);
    expect(textLikeness('carbon tripod', 'wool socks')).toBeLessThan(0.1);
  });
});
