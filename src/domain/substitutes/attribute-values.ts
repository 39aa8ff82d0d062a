import { type Quantity, ratioLikeness, readQuantities } from './quantities.js';
import { wordsOf } from './title-words.js';

/** An attribute key without its spelling: "plugType", "Plug type" and "plug_type" are all "plug type". */
export const keyOf = (key: string): string =>
  wordsOf(key.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ').replaceAll('_', ' ')).join(' ');

/** One attribute's value, read once. */
export interface ReadValue {
  /** As it compares: words joined, or the plain text where it has none. */
  readonly text: string;
  /** What a list holds; one entry when it is no list. */
  readonly parts: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  /** Nothing but numbers and units. */
  readonly isMeasure: boolean;
}

export function readValue(value: string | number | boolean): ReadValue {
  if (typeof value === 'number')
    return {
      text: String(value),
      parts: new Set([String(value)]),
      quantities: [{ dimension: 'plain', value }],
      isMeasure: true,
    };
  const raw = String(value).trim();
  const quantities = readQuantities(raw, true);
  const parts = raw.split(/[,;|]|\s(?:and|or|&)\s|\s\/\s/i).map(compared);
  const isMeasure =
    quantities.length > 0 &&
    !/[a-z]{5,}/i.test(
      raw.replace(
        /\b(?:inch(?:es)?|gram|metres?|meters?|watts?|hours?|minutes?|ounces?|pounds?|litres?|liters?)\b/gi,
        '',
      ),
    );
  return { text: compared(raw), parts: new Set(parts.filter((part) => part !== '')), quantities, isMeasure };
}

const compared = (text: string): string => wordsOf(text).join(' ') || text.trim().toLowerCase();

/** Equal, or one value lists the other. */
export function isSameValue(a: ReadValue, b: ReadValue): boolean {
  if (a.text === b.text) return true;
  if (a.isMeasure && b.isMeasure) return valueLikeness(a, b) === 1;
  const [few, many] = a.parts.size <= b.parts.size ? [a.parts, b.parts] : [b.parts, a.parts];
  return few.size > 0 && [...few].every((part) => many.has(part));
}

/** 0 to 1. Numbers by their ratio, in whatever unit; lists and texts by what they share. */
export function valueLikeness(a: ReadValue, b: ReadValue): number {
  if (a.text === b.text) return 1;
  if (a.isMeasure && b.isMeasure && a.quantities.length === b.quantities.length) {
    const pairs = a.quantities.map((quantity, index) => [quantity, b.quantities[index] ?? quantity] as const);
    if (pairs.every(([one, other]) => comparable(one, other)))
      return pairs.reduce((sum, [one, other]) => sum + ratioLikeness(one.value, other.value), 0) / pairs.length;
  }
  const shared = shareOf(a.parts, b.parts);
  return shared > 0 ? shared : 0.5 * shareOf(new Set(a.text.split(' ')), new Set(b.text.split(' ')));
}

const comparable = (a: Quantity, b: Quantity): boolean =>
  a.dimension === b.dimension || a.dimension === 'plain' || b.dimension === 'plain';

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  return both === 0 ? 0 : both / (a.size + b.size - both);
}
