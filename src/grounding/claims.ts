import { AMOUNT_READERS } from './amount-claims.js';
import type { Claim, ReadClaim, Reader } from './claim.js';
import { DATE_READERS } from './date-claims.js';
import { NUMBER_WORD, readNumber } from './number-words.js';
import { readable } from './readable.js';

const COUNTED =
  '(?:units?|items?|orders?|people|customers?|shoppers?|parcels?|packages?|boxes|pieces|lines?|places?|spots?|shipments?|refunds?)';

/** "3 in 4", but not "1 out of 3 items". */
const ODDS = new RegExp(
  `\\b(\\d{1,3}|${NUMBER_WORD})[ -](?:in|out of)[ -](?:every )?(\\d{1,3}|${NUMBER_WORD})\\b(?! ${COUNTED}|[%/.]\\d)`,
  'gi',
);

function odds([, times = '', outOf = '']: RegExpMatchArray): ReadClaim | null {
  const [a, b] = [readNumber(times), readNumber(outOf)];
  return a < b ? { kind: 'odds', value: `${a} in ${b}` } : null;
}

const OTHER_READERS: readonly Reader[] = [
  [ODDS, odds],
  [/\b(?:code|coupon|voucher):? ["']?([A-Z][A-Z-]{2,30})\b/g, ([, value = '']) => ({ kind: 'code', value })],
  // only runs with a digit: most words have none
  [
    /(?<![A-Za-z0-9]-?)(?:[A-Za-z]+-)*[A-Za-z]*[0-9][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*/g,
    ([run]) => (isCode(run) ? { kind: 'code', value: run.toUpperCase() } : null),
  ],
  [/(?![0-9])\p{Nd}+/gu, ([run]) => ({ kind: 'code', value: run })],
  [/\d[\d,]*(?:\.\d+)?/g, ([digits]) => ({ kind: 'number', value: readNumber(digits) })],
  [
    new RegExp(`\\b(?!one )(${NUMBER_WORD}) (?:(?:more|other|of your|of the) )?${COUNTED}\\b`, 'gi'),
    ([, value = '']) => ({ kind: 'number', value: readNumber(value) }),
  ],
];

/**
 * Letters and digits that name one thing: `LEN-50`, a tracking number in any case, a long run of digits (which as a
 * number would lose its last ones).
 */
function isCode(run: string): boolean {
  const digits = run.replace(/\D/g, '').length;
  if (!/[A-Za-z]/.test(run)) return !run.includes('-') && digits >= 9;
  return run === run.toUpperCase() ? run.length >= 4 : run.length >= 8 && digits >= 4;
}

/** In this order: what one reader takes is gone for the next. Every pattern is linear in the text. */
const READERS: readonly Reader[] = [...DATE_READERS, ...AMOUNT_READERS, ...OTHER_READERS];

/** Every date, amount, percentage, code and number a text says, in no particular order. */
export function readClaims(text: string): Claim[] {
  const claims: Claim[] = [];
  let rest = readable(text);
  for (const [pattern, read] of READERS) {
    let kept = '';
    let at = 0;
    // not matchAll, which compiles the pattern anew; most patterns find nothing
    pattern.lastIndex = 0;
    for (let found = pattern.exec(rest); found !== null; found = pattern.exec(rest)) {
      const said = read(found);
      if (said === null) continue;
      const { 0: words, index } = found;
      // a reader's answer is its own each time, and a copy by spread takes longer than the reading
      for (const claim of 'kind' in said ? [said] : said) claims.push(Object.assign(claim, { text: words, at: index }));
      kept += rest.slice(at, index) + ' '.repeat(words.length);
      at = index + words.length;
    }
    if (at > 0) rest = kept + rest.slice(at);
  }
  return claims;
}
