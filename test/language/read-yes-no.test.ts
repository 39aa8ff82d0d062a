import { describe, expect, it } from 'vitest';
import { readYesNo } from '../../src/language/read-yes-no.js';

describe('an answer to a yes-or-no question', () => {
  it.each([
    'yes',
    'Yes, please!',
    'YEP',
    'y',
    'ok',
    'Okay, thank you',
    'sure, go ahead',
    'please do',
    'That’s right.',
    '👍',
    'yes yes',
    'do it',
    'go for it',
    'sure why not',
    'that would be great, thanks',
    'fine, go ahead',
    'kk',
    '100%',
    'fine by me',
    'okey dokey',
    'ji haan',
  ])('is yes: "%s"', (text) => {
    expect(readYesNo(text)).toBe('yes');
  });

  it.each([
    'no',
    'No thanks',
    'nope.',
    'please don’t',
    'never mind',
    'no no no',
    "that's wrong",
    'not yet, thanks',
    '👎',
    'nah leave it',
    'leave it as it is',
    'I would rather not, thanks',
    "I've changed my mind",
    'hell no',
    "no I'm good",
    "don't bother",
    'not interested',
  ])('is no: "%s"', (text) => {
    expect(readYesNo(text)).toBe('no');
  });

  it.each([
    '',
    'yes?',
    'yes but not the lens',
    'yeah no',
    'no yes',
    'I guess',
    'maybe',
    'fine',
    'whatever',
    'yes, the other one',
    'ok when will it ship',
    'not sure',
    'yes if it ships today',
    'sure but only if it is free',
    'why not',
    'perfect',
    'hold on',
    'no worries',
    'fine then',
    "don't know",
    'thanks',
    'STOP',
    'yesterday',
    'no idea',
    'yes '.repeat(40),
  ])('is unclear: "%s"', (text) => {
    expect(readYesNo(text)).toBe('unclear');
  });
});
