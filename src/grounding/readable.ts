/** Hidden characters: among them those that would split "Dec 4" into something no pattern sees. */
const HIDDEN = /(?!\n)[\p{Cc}\p{Cf}]/gu;
const EMPHASIS = /[*~`]|__/g;

/**
 * A text as the guard reads it: compatibility forms folded ("５％" is "5%"), every space a plain one, dashes hyphens, hidden
 * characters and marks of emphasis taken out. Lines stay lines.
 */
export function readable(text: string): string {
  const plain = PLAIN.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/[^\S\n]/g, ' ')
        .replace(HIDDEN, '')
        .replace(/[\u2010-\u2015\u2212]/g, '-');
  return plain.replace(EMPHASIS, '').replace(/ {2,}/g, ' ');
}

/** Most texts need no folding. */
const PLAIN = /^[\n\x20-\x7e]*$/;

/** The numbers that stand in a readable text; of a clock time "17:00" also its hour as people say it. */
export function numbersIn(text: string): ReadonlySet<number> {
  if (!/\d/.test(text)) return NO_NUMBERS;
  const found = new Set((text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((digits) => Number(digits.replaceAll(',', ''))));
  const clock = /^(\d{2}):\d{2}$/.exec(text);
  if (clock) found.add(Number(clock[1]) % 12 || 12);
  return found;
}

const NO_NUMBERS: ReadonlySet<number> = new Set();

/** Every run of letters and digits in capitals, whole ("LEN-50-BLK") and in its parts; digits of other scripts as they are. */
export function codesIn(text: string): Set<string> {
  const whole = text.toUpperCase().match(/[A-Z0-9]+(?:-[A-Z0-9]+)*|(?![0-9])\p{Nd}+/gu) ?? [];
  return new Set(whole.flatMap((code) => [code, ...code.split('-')]));
}
