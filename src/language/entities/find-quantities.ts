import { type Entity, type EntityValue, entityAt, type Span } from './entity.js';

const SIGNED = /([$£€₹]) ?(\d{1,7}(?:,\d{3}){0,2}(?:\.\d{1,2})?)(?!\d)/g;
const NAMED_AMOUNT =
  /(?<![\w.,])(\d{1,7}(?:,\d{3}){0,2}(?:\.\d{1,2})?) ?(dollars?|bucks|usd|pounds?|quid|gbp|euros?|eur|rupees|rs|inr|\$|£|€)(?!\w)/gi;
const PERCENT = /(?<![\w.])(\d{1,3}(?:\.\d{1,2})?) ?(?:%|percent\b|per cent\b)/gi;

type Unit = Extract<EntityValue, { kind: 'amount' }>['unit'];
const UNITS: readonly [RegExp, Unit][] = [
  [/^(?:\$|dollar|buck|usd)/i, 'dollar'],
  [/^(?:£|pound|quid|gbp)/i, 'pound'],
  [/^(?:€|eur)/i, 'euro'],
  [/^(?:₹|rupee|rs|inr)/i, 'rupee'],
];

/** Sums of money ("$80", "80 bucks", "£1,200.50") and percentages ("50%", "10 percent"). */
export function findAmounts(text: string): Entity[] {
  const signed = [...text.matchAll(SIGNED)].map((match) => amount(match, match[2] as string, match[1] as string));
  const named = [...text.matchAll(NAMED_AMOUNT)].map((match) => amount(match, match[1] as string, match[2] as string));
  const percents = [...text.matchAll(PERCENT)].map((match) =>
    entityAt(match[0], match.index, true, { kind: 'percent', value: Number(match[1]) }),
  );
  return [...signed, ...named, ...percents];
}

function amount(match: RegExpMatchArray & { index: number }, digits: string, unitWord: string): Entity {
  const value = Math.round(Number(digits.replaceAll(',', '')) * 100);
  const unit = UNITS.find(([words]) => words.test(unitWord))?.[1] ?? 'dollar';
  return entityAt(match[0], match.index, true, { kind: 'amount', value, unit });
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
  return [...text.matchAll(NOT_A_NUMBER_OF_OURS)].map(({ 0: found, index }) => [index, index + found.length]);
}

const COUNTS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
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
  /(?<![\w.])(\d{1,3}) ?x(?!\w)/gi,
  /\bx ?(\d{1,3})(?!\w)/gi,
];

/** How many: "2 of them", "make it three", "qty 5", "3x". */
export function findQuantities(text: string): Entity[] {
  return QUANTITIES.flatMap((shape) =>
    [...text.matchAll(shape)].map((match) => {
      const written = (match[1] as string).toLowerCase();
      const value = COUNTS.includes(written) ? COUNTS.indexOf(written) : Number(written);
      return entityAt(match[0], match.index, true, { kind: 'quantity', value });
    }),
  );
}
