const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
/** "zero" to "twelve", each at its place: the counts that people write in words. */
export const COUNTS: readonly string[] = [...UNITS, ...TEENS.slice(0, 3)];
const ZEROS = ['oh', 'o', 'nought', 'naught', 'nil'];
const REPEATED = ['double', 'triple'];

/** One word of a number, as part of a regular expression; "oh" and "double" are said only where digits are read aloud. */
const COUNTED = [...UNITS.slice(1), ...TEENS, ...TENS.slice(2)].join('|');
const READ_ALOUD = [...UNITS, ...TEENS, ...TENS.slice(2), ...ZEROS, ...REPEATED].join('|');

/** Digits read aloud, two words or more: "one zero four two", "ten forty-two", "double one oh five". */
export const DIGITS_ALOUD = `(?:${READ_ALOUD})(?:,? |-)(?:(?:${READ_ALOUD})(?:,? |-)){0,9}(?:${READ_ALOUD})`;

/** A number up to the hundreds in words: "fifty", "eighty-five", "a hundred", "two hundred and fifty". */
export const NUMBER_IN_WORDS = `(?:(?:a|(?:${COUNTED})) hundred(?: and)?(?: (?:${COUNTED})){0,2}|(?:${COUNTED})(?:[ -](?:${COUNTED}))?)`;

/** The digits that were read aloud: "ten forty-two" → "1042". Empty when they say no number ("double double"). */
export function digitsOf(aloud: string): string {
  const words = aloud.toLowerCase().split(/[ ,-]+/);
  let digits = '';
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const times = REPEATED.indexOf(word) + 2;
    const unit = unitOf(words[REPEATED.includes(word) ? at + 1 : at]);
    if (REPEATED.includes(word)) {
      if (unit === null) return '';
      digits += String(unit).repeat(times);
      at += 1;
    } else if (TENS.indexOf(word) > 1) {
      const after = UNITS.indexOf(words[at + 1] ?? '');
      digits += String(TENS.indexOf(word) * 10 + Math.max(0, after));
      if (after > 0) at += 1;
    } else digits += TEENS.includes(word) ? String(10 + TEENS.indexOf(word)) : String(unit ?? '');
  }
  return digits;
}

function unitOf(word = ''): number | null {
  if (ZEROS.includes(word)) return 0;
  return UNITS.includes(word) ? UNITS.indexOf(word) : null;
}

/** The number that words say: "a hundred and twenty" → 120. */
export function numberOf(words: string): number {
  let total = 0;
  for (const word of words.toLowerCase().split(/[ -]+/)) {
    if (word === 'hundred') total = Math.max(1, total) * 100;
    else
      total += Math.max(
        0,
        UNITS.indexOf(word),
        TENS.indexOf(word) * 10,
        TEENS.indexOf(word) + 10 * Number(TEENS.includes(word)),
      );
  }
  return total;
}
