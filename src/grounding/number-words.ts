const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

/** Source of a pattern for "two", "fourteen", "twenty-one", "a hundred". Has no groups. */
export const NUMBER_WORD = `(?:(?:${TENS.join('|')})(?:[- ](?:${UNITS.slice(1).join('|')}))?|${[...TEENS, ...UNITS.slice(1)].join('|')}|(?:a|one) hundred)`;

/** The same for the days of a month: "first" to "thirty-first". */
export const ORDINAL_WORD = `(?:(?:twenty|thirty)[- ](?:${ORDINALS.slice(0, 9).join('|')})|${ORDINALS.join('|')}|thirtieth)`;

const VALUES = new Map<string, number>([
  ...[...UNITS, ...TEENS].map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
  ...ORDINALS.map((word, index) => [word, index + 1] as const),
  ['thirtieth', 30],
  ['hundred', 100],
  ['a', 0],
]);

/** The number that digits, a number word or an ordinal word says; NaN for anything else. */
export function readNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text.replaceAll(',', ''));
  const words = text.toLowerCase().split(/[- ]/);
  if (words.at(-1) === 'hundred') return 100;
  return words.reduce((sum, word) => sum + (VALUES.get(word) ?? Number.NaN), 0);
}
