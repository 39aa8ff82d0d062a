import { matchesOf } from '../matches.js';
import type { Span } from './entity.js';

/** In groups as cards have them (4-4-4-4, 4-6-5), or in one run. */
const SHAPES = /(?<!\d)(?:\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}|\d{4}[ -]\d{6}[ -]\d{5}|\d{13,19})(?!\d)/g;

/** Where a message holds the number of a payment card: nothing in it is an order's, a phone or an amount. */
export const cardNumbersIn = (text: string): Span[] =>
  matchesOf(text, SHAPES).flatMap((match): Span[] =>
    passesLuhn(match[0].replace(/\D/g, '')) ? [[match.index, match.index + match[0].length]] : [],
  );

/** The check digit that every card bears (ISO/IEC 7812-1): four order numbers in a row rarely do. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
