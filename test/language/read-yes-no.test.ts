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
