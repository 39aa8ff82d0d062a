import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAgreement } from '../../src/language/read-agreement.js';
import { type Asked, takesNote } from '../../src/language/say-back.js';

const LENS: Asked = {
  names: ['50 mm lens'],
  echo: ['Yes, cancel it', '1042', 'Visa ending 4417'],
  deed: ['cancel', 'cancelled', 'take', 'off', 'refund'],
  leavesSome: true,
  quantities: [1],
};
const GARDEN: Asked = {
  ...LENS,
  names: ['Folding garden chair', 'Garden parasol', 'Chair cushion'],
  leavesSome: false,
  quantities: [4, 1, 4],
};

describe('an answer with something told beside it', () => {
  it.each([
    "go ahead, it's been sitting there far too long",
    'yes please, my brother lent me his',
    'um yes uh do it',
    'yes, cancel. I found one in town 🙂',
    'please proceed, we are getting one second hand',
    'do it so my day gets better',
    'yep, and thanks for sorting that',
  ])('agrees: "%s"', (text) => expect(readAgreement(text, LENS)).toBe('yes'));

  it.each([
    'ok, I see how it is',
    'yes, I have a question',
    'yes, my order number is 1057',
    'yes. the tripod is what I use',
    'yes, that is a problem',
    'go ahead, I want a discount',
    'yes, my refund goes to my wife',
    'yes please, it is for Friday the 12th',
    'yes 😡',
    'do it, we will need a different one',
    "yes, I don't mind waiting",
  ])('is not sure of: "%s"', (text) =>
    expect(readAgreement(text, { ...LENS, staying: ['Carbon tripod'] })).toBe('unclear'),
  );

  it('never agrees where a number is said that was not asked about', () => {
    const before = fc.constantFrom('yes please', 'go ahead', 'do it', 'please proceed');
    // from 51: the lens is a 50 mm one, and may be called so
    const told = fc.constantFrom('I got', 'it cost me', 'my mum bought', 'that is for the');
    fc.assert(
      fc.property(before, told, fc.integer({ min: 51, max: 999 }), (yes, tells, number) => {
        expect(readAgreement(`${yes}, ${tells} ${number}`, LENS)).toBe('unclear');
      }),
    );
  });
});

describe('an answer that says the question back', () => {
  it.each([
    'yes, cancel the lens',
    'Yes please cancle it',
    'cancel it',
    'yep the lens',
    'yes just the lens',
    'ok take that off',
    'yes cancel 1042',
    'right, cancel those',
    'yes refund my visa',
    'Correct now.',
    'please',
    'yes I said yes',
    'anyway yes, cancel the lens',
    'yes, quite certain',
    'yes get rid of it',
    'Yes, please go through with it',
    'yes. I no longer need it',
    "yes that's what I meant",
    'Yes. That is the right one.',
    'yes do it, just no voucher please',
    'fine, cancel it and use the original card',
    "ok yes, don't give me store credit instead",
  ])('agrees: "%s"', (text) => expect(readAgreement(text, LENS)).toBe('yes'));

  it.each([
    'yes, and the tripod',
    'yes the tripod',
    'yes but to my old card',
    'yes but not to the same card',
    'yes with a voucher',
    'yes cancel 1057',
    'yes, everything',
    'yes cancel the whole order',
    'yes if it is late',
    'yes but wait',
    'yes, the other one',
    'cancel it tomorrow',
    'ok will it be there',
    'yes what now',
    "yes. I don't need the tripod",
    'the lens',
    'great',
    'not sure',
    'I think so',
    'no cancel it',
    'ok all good but keep it',
    'yes to another card',
    'wrong one',
  ])('is not sure of: "%s"', (text) => expect(readAgreement(text, LENS)).toBe('unclear'));

  it.each([
    "no don't cancel, I changed my mind",
    "nah that's an insult, I decline",
    'nah, forget it, keep it',
    'actually leave it alone please',
    'no keep the lens',
  ])('declines: "%s"', (text) => expect(readAgreement(text, LENS)).toBe('no'));

  it('of several things agrees to all of them, never to a part', () => {
    for (const text of ['yes all of it', 'yup everything', 'yes, all three', 'yes cancel the order'])
      expect(readAgreement(text, GARDEN)).toBe('yes');
    for (const text of ['yes just the parasol', 'yes only that', 'yes both', 'no, only the parasol', 'yes, all five'])
      expect(readAgreement(text, GARDEN)).toBe('unclear');
  });

  it('never agrees to words it has not been asked with', () => {
    const known = /^(?:yes|ok|please)$/;
    fc.assert(
      fc.property(fc.stringMatching(/^[b-df-hj-np-tv-xz]{6,12}$/), (word) => {
        fc.pre(!known.test(word));
        expect(readAgreement(`yes ${word}`, LENS)).toBe('unclear');
      }),
    );
  });
});

describe('"ok thanks"', () => {
  it.each(['ok thx', 'right, thank you so much', 'Cool cheers', 'great thanks'])('takes note: "%s"', (text) =>
    expect(takesNote(text)).toBe(true),
  );
  it.each(['ok', 'yes thanks', 'ok do it thanks', 'thanks, cancel it'])('does not: "%s"', (text) =>
    expect(takesNote(text)).toBe(false),
  );
});
