import type { Read, Token } from './argument.js';
import { argument, word } from './argument.js';

const SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A number in digits or in words up to ninety-nine, a hundred, a thousand. */
function readNumber(text: string): number | null {
  const plain = text.toLowerCase().replace(/(?<=\d),(?=\d{3}\b)/g, '');
  if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
  const small = SMALL.indexOf(plain);
  if (small >= 0) return small;
  const [tens = '', ones] = plain.split('-');
  const ten = TENS.indexOf(tens);
  if (ten < 0) return plain === 'hundred' ? 100 : plain === 'thousand' ? 1_000 : null;
  const one = ones === undefined ? 0 : SMALL.indexOf(ones);
  return one < 0 || one > 9 ? null : (ten + 2) * 10 + one;
}

/** A number that may bear its unit: "10%", "10 percent", "$10", "ten dollars". A unit of another kind is not taken. */
function readMeasure(
  tokens: readonly Token[],
  at: number,
  unit: { readonly glued: RegExp; readonly apart: RegExp; readonly other: RegExp },
): Read<number> {
  const text = tokens[at]?.text ?? '';
  const bare = text.replace(unit.glued, '');
  const value = readNumber(bare);
  const next = tokens[at + 1]?.text ?? '';
  if (value === null || unit.other.test(next)) return null;
  return { value, took: unit.apart.test(next) ? 2 : 1 };
}

const PERCENT = {
  glued: /(%|pct|percent)$/i,
  apart: /^(%|pct|percent)$/i,
  other: /^(\$|dollars?|bucks?|usd|points?)$/i,
};
const AMOUNT = {
  glued: /^[$€£]|[$€£]$|usd$/gi,
  apart: /^(dollars?|bucks?|usd|euros?|pounds?)$/i,
  other: PERCENT.apart,
};

/** 0 to 100: "10%", "10", "10 percent", "ten percent". */
export const percent = argument('a percentage, such as 10%', (tokens, at) => {
  const read = readMeasure(tokens, at, PERCENT);
  return read && read.value <= 100 ? read : null;
});

/** Cents of the shop's currency: "$10", "10", "10.50", "ten dollars". */
export const amountInCents = argument('an amount, such as $10', (tokens, at) => {
  const read = readMeasure(tokens, at, AMOUNT);
  const cents = read ? read.value * 100 : Number.NaN;
  return read && Math.abs(cents - Math.round(cents)) < 1e-6 ? { value: Math.round(cents), took: read.took } : null;
});

/** A number of things, from 1: "120", "1,200", "ten". */
export const wholeNumber = word('a whole number, such as 120', (text) => {
  const value = readNumber(text);
  return value !== null && Number.isInteger(value) && value >= 1 ? value : null;
});
