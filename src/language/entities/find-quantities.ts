import { matchesOf } from '../matches.js';
import { type Entity, type EntityValue, entityAt, type Span } from './entity.js';
import { COUNTS, NUMBER_IN_WORDS, numberOf } from './number-words.js';

const DIGITS = '(\\d{1,7}(?:,\\d{2,3}){0,3}(?:\\.\\d{1,2})?)';
const SIGNED = new RegExp(`(?:([$£€₹])|(?<!\\w)(rs\\.?|inr|usd|gbp|eur)) ?${DIGITS}( ?k\\b)?(?!\\d)`, 'gi');
const UNIT = '(dollars?|bucks|usd|pounds?|quid|gbp|euros?|eur|rupees|rs|inr|\\$|£|€)(?!\\w)';
const NAMED_AMOUNT = new RegExp(`(?<![\\w.,])${DIGITS}( ?k)? ?${UNIT}`, 'gi');
/** As it is written on the continent. */
const COMMA_AMOUNT = /(?<![\w.,])(\d{1,5}),(\d{2}) ?(€|euros?|eur)(?!\w)/gi;
const WORDED_AMOUNT = new RegExp(`(?<![\\w-])(${NUMBER_IN_WORDS}) ${UNIT}`, 'gi');
const WORDED_PERCENT = new RegExp(`(?<![\\w-])(${NUMBER_IN_WORDS}) (?:percent|per cent)\\b`, 'gi');
const PERCENT = /(?<![\w.])(\d{1,3}(?:\.\d{1,2})?) ?(?:%|percent\b|per cent\b)/gi;

type Unit = Extract<EntityValue, { kind: 'amount' }>['unit'];
const UNITS: readonly [RegExp, Unit][] = [
  [/^(?:\$|dollar|buck|usd)/i, 'dollar'],
  [/^(?:£|pound|quid|gbp)/i, 'pound'],
  [/^(?:€|eur)/i, 'euro'],
  [/^(?:₹|rupee|rs|inr)/i, 'rupee'],
];

/** What each of them has: a digit, or the word for what is counted. */
const MAY_BE_AMOUNT = /\d|[$£€]|percent|per cent|\b(?:dollars?|bucks|usd|pounds?|quid|gbp|euros?|eur|rupees|rs|inr)\b/i;

/** Sums of money ("$80", "80 bucks", "fifty quid", "Rs. 1,499", "£1,200.50") and percentages ("50%", "ten percent"). */
export function findAmounts(text: string): Entity[] {
  if (!MAY_BE_AMOUNT.test(text)) return [];
  const comma = matchesOf(text, COMMA_AMOUNT).map((match) =>
    amount(match, Number(`${match[1]}.${match[2]}`), match[3] as string),
  );
  const signed = matchesOf(text, SIGNED).map((match) =>
    amount(match, sumOf(match[3], match[4]), (match[1] ?? match[2]) as string),
  );
  const named = matchesOf(text, NAMED_AMOUNT).map((match) =>
    amount(match, sumOf(match[1], match[2]), match[3] as string),
  );
  const worded = matchesOf(text, WORDED_AMOUNT).map((match) =>
    amount(match, numberOf(match[1] as string), match[2] as string),
  );
  const percents = matchesOf(text, PERCENT).map((match) => percent(match, Number(match[1])));
  const inWords = matchesOf(text, WORDED_PERCENT).map((match) => percent(match, numberOf(match[1] as string)));
  return withoutRepeats([...comma, ...signed, ...named, ...worded, ...percents, ...inWords]);
}

const sumOf = (digits = '', thousands?: string): number => Number(digits.replaceAll(',', '')) * (thousands ? 1_000 : 1);

/** The first reading of what several read: "$80 dollars" is one sum. */
const withoutRepeats = (found: readonly Entity[]): Entity[] =>
  found.filter(({ span }, at) => !found.slice(0, at).some((one) => one.span[0] < span[1] && span[0] < one.span[1]));

type Match = RegExpMatchArray & { index: number };

const percent = (match: Match, value: number): Entity =>
  entityAt(match[0], match.index, true, { kind: 'percent', value });

function amount(match: Match, value: number, unitWord: string): Entity {
  const unit = UNITS.find(([words]) => words.test(unitWord))?.[1] ?? 'dollar';
  return entityAt(match[0], match.index, true, { kind: 'amount', value: Math.round(value * 100), unit });
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}';
const NOT_A_NUMBER_OF_OURS = new RegExp(
  [
    '\\d{4}-\\d{2}-\\d{2}',
    '\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?',
    `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? \\d{4})?`,
    `${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?`,
    '\\d{1,2}(?::\\d{2})? ?(?:am|pm)',
    '\\d{1,2}:\\d{2}',
    '\\d{1,4} ?(?:days?|weeks?|wks?|months?|hours?|hrs?|minutes?|mins?|years?|yrs?|times)',
    '\\d{1,5} ?(?:mm|cm|ml|gb|tb|kg|lbs?|oz|inch(?:es)?|watts?|mah)',
  ]
    .map((shape) => `(?<![\\w.])${shape}(?!\\w)`)
    .join('|'),
  'gi',
);

/** Where dates, times, durations and measures stand: their digits are nobody's order number. */
export function spansOfDatesAndMeasures(text: string): Span[] {
  if (!/\d/.test(text)) return [];
  return matchesOf(text, NOT_A_NUMBER_OF_OURS).map(({ 0: found, index }) => [index, index + found.length]);
}

const COUNT = `(\\d{1,3}|${COUNTS.slice(1).join('|')})`;
const QUANTITIES = [
  new RegExp(
    `(?<![\\w.#-])${COUNT} (?:of (?:them|those|these|each)|pcs|pieces|units|more|pairs?|instead)(?!\\w)`,
    'gi',
  ),
  new RegExp(`\\b(?:qty|quantity|quantities)(?: (?:to|of|is|from|down|up)){0,2}[ :=]{1,2}${COUNT}(?!\\w)`, 'gi'),
  new RegExp(
    `\\b(?:make (?:it|that|them)|only need|just need|only want|reduce (?:it )?to|increase (?:it )?to|up it to) ${COUNT}(?!\\w)`,
    'gi',
  ),
  new RegExp(`\\b(?:just|only) ${COUNT}(?= *(?:$|[.,!?;]|please|pls|instead|of|now|then))`, 'gi'),
  /(?<![\w.])(\d{1,3}) ?x(?!\w)/gi,
  /\bx ?(\d{1,3})(?!\w)/gi,
];

const SPOKEN_COUNTS = new Map([
  ['a couple', 2],
  ['a pair', 2],
  ['half a dozen', 6],
  ['a dozen', 12],
]);
/** "A couple of days" is a time, and a pair of shoes one thing. */
const COUPLE =
  /\b(?:make (?:it|that) |only |just |want |need )?((?:half )?a dozen|a couple|a pair)(?: of (?:them|those|these))?(?= *(?:$|[.,!?;]|please|pls|instead))/gi;

const MAY_BE_QUANTITY = new RegExp(`\\d|\\b(?:dozen|couple|pair|${COUNTS.slice(1).join('|')})\\b`, 'i');

/** How many: "2 of them", "make it three", "qty 5", "3x". */
export function findQuantities(text: string): Entity[] {
  if (!MAY_BE_QUANTITY.test(text)) return [];
  const counted = QUANTITIES.flatMap((shape) =>
    matchesOf(text, shape).map((match) => {
      const written = (match[1] as string).toLowerCase();
      const value = COUNTS.includes(written) ? COUNTS.indexOf(written) : Number(written);
      return entityAt(match[0], match.index, true, { kind: 'quantity', value });
    }),
  );
  const spoken = matchesOf(text, COUPLE).map((match) => {
    const value = SPOKEN_COUNTS.get((match[1] as string).toLowerCase()) ?? 2;
    return entityAt(match[0], match.index, true, { kind: 'quantity', value });
  });
  return [...counted, ...spoken];
}
