import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { matchesOf } from '../matches.js';
import { type Entity, entityAt } from './entity.js';

const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}\.[a-z]{2,24}/gi;
const NAME = '[a-z0-9]{1,40}(?:(?: (?:dot|underscore|dash|hyphen|plus) |[._+-])[a-z0-9]{1,40}){0,5}';
const AT = '(?: at | ?(?:\\(at\\)|\\[at\\]|@) ?)';
const DOT = '(?: dot | ?(?:\\(dot\\)|\\[dot\\]) ?|\\.)';
const ENDING = '(?:com|net|org|edu|io|in|co|ca|us|uk|de|au)';
const MAIL_HOST = '(?:gmail|googlemail|yahoo|hotmail|outlook|icloud|aol|live|msn|me|proton|protonmail|rediffmail)';
/** "look at example.com" names a page; who writes plain dots says "at" only before a host of mail. */
const SPOKEN_EMAILS = [
  new RegExp(`\\b${NAME} at [a-z0-9-]{1,60}(?: dot [a-z0-9-]{1,40}){0,2} dot ${ENDING}(?: dot ${ENDING})?\\b`, 'gi'),
  new RegExp(
    `\\b${NAME}(?:\\(at\\)|\\[at\\]| \\(at\\) | \\[at\\] | @ ?|@ )[a-z0-9-]{1,60}${DOT}${ENDING}(?:${DOT}${ENDING})?\\b`,
    'gi',
  ),
  new RegExp(`\\b${NAME}${AT}${MAIL_HOST}${DOT}${ENDING}(?:${DOT}${ENDING})?\\b`, 'gi'),
];
const MAY_BE_EMAIL = /@| at |[([]at[)\]]/i;
const SIGNS: readonly [RegExp, string][] = [
  [/ ?(?: at |\(at\)|\[at\]|@) ?/i, '@'],
  [/ ?(?: dot |\(dot\)|\[dot\]) ?/gi, '.'],
  [/ underscore /gi, '_'],
  [/ (?:dash|hyphen) /gi, '-'],
  [/ plus /gi, '+'],
];

/** E-mail addresses, also as people dictate them ("ana dot silva at example dot com") or take them apart ("ana [at] …"). */
export function findEmails(text: string): Entity[] {
  if (!MAY_BE_EMAIL.test(text)) return [];
  const found: Entity[] = [];
  for (const shape of [EMAIL, ...SPOKEN_EMAILS]) {
    for (const match of matchesOf(text, shape)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some(({ span }) => start < span[1] && span[0] < end)) continue;
      const value = SIGNS.reduce((rest, [words, sign]) => rest.replace(words, sign), match[0].toLowerCase());
      found.push(entityAt(match[0], start, true, { kind: 'email', value }));
    }
  }
  return found;
}

const DIGIT = /\d/;
const DIGIT_RUN = /(?<!\w)(?:\+|\()?\d[\d().\- ]{5,22}\d(?!\w)/g;
const CALLED_PHONE =
  /(?:phone|mobile|cell|tel|telephone|call|text|whatsapp)(?: (?:number|no|me|is|at|on)){0,3}[\s:.#-]{0,3}$/i;
const NORTH_AMERICAN = /^(?:1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}$/;
const LOCAL = /^\d{3}[-.]\d{4}$/;
/** As Indian mobiles are written. */
const FIVE_AND_FIVE = /^[6-9]\d{4}[ -]\d{5}$/;
const TRUNK = /^0\d{2,4} ?\d{3,4} ?\d{3,4}$/;

/**
 * Telephone numbers, read as American where no country is given. Ten bare digits may as well be an order number, so
 * they are not certain; seven digits are a phone only when written as one (555-0123) or called one.
 */
export function findPhones(text: string): Entity[] {
  if (!DIGIT.test(text)) return [];
  return matchesOf(text, DIGIT_RUN).flatMap((match) => {
    const written = match[0];
    const digits = written.replace(/\D/g, '');
    if (digits.length < 7 || digits.length > 15) return [];
    const called = CALLED_PHONE.test(text.slice(Math.max(0, match.index - 40), match.index));
    const shaped =
      written.startsWith('+') || [NORTH_AMERICAN, LOCAL, TRUNK, FIVE_AND_FIVE].some((shape) => shape.test(written));
    if (!called && !shaped) return [];
    const certain = called || written !== digits;
    return [entityAt(written, match.index, certain, { kind: 'phone', value: canonicalPhone(written, digits) })];
  });
}

function canonicalPhone(written: string, digits: string): string {
  const parsed = parsePhoneNumberFromString(written, FIVE_AND_FIVE.test(written) ? 'IN' : 'US');
  if (parsed?.isPossible()) return parsed.number;
  return written.startsWith('+') ? `+${digits}` : digits;
}

const US_ZIP = /(?<![\w-])\d{5}(?:-\d{4})?(?![\w-]|[.,]\d)/g;
const UK_POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b/gi;
const CANADIAN_CODE = /\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b/gi;
const INDIAN_PIN = /\bpin(?: ?code)?(?: (?:is|to|no|number)){0,2}[\s:.-]{1,3}(\d{3} ?\d{3})\b/gi;
/** Six digits are as well an order number, unless they are called a code. */
const BARE_PIN = /(?<![\w-])[1-8]\d{5}(?![\w-]|[.,]\d)/g;
const AUSTRALIAN = /\b(?:NSW|VIC|QLD|SA|WA|TAS|ACT|NT),? (\d{4})(?![\w-])/g;
const CALLED_POSTCODE = /\b(?:zip|postal|post ?code|postcode)(?: ?(?:code|is|number|to|of|it)){0,3}[\s:.#-]{0,3}$/i;
const STATE_BEFORE = /\b[A-Z]{2},? $/;

/** American, British and Canadian postcodes, Indian PIN codes, and Australian ones behind their state. */
export function findPostcodes(text: string): Entity[] {
  if (!DIGIT.test(text)) return [];
  const zips = matchesOf(text, US_ZIP).map((match) => {
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    const certain = match[0].length > 5 || CALLED_POSTCODE.test(before) || STATE_BEFORE.test(before);
    return entityAt(match[0], match.index, certain, { kind: 'postcode', value: match[0], country: 'US' });
  });
  const pins = matchesOf(text, INDIAN_PIN).map((match) => {
    const code = match[1] as string;
    const start = match.index + match[0].length - code.length;
    return entityAt(code, start, true, { kind: 'postcode', value: code.replace(' ', ''), country: 'IN' });
  });
  const barePins = matchesOf(text, BARE_PIN)
    .filter(({ index }) => pins.every(({ span }) => span[0] !== index))
    .map((match) => {
      const isCalled = CALLED_POSTCODE.test(text.slice(Math.max(0, match.index - 30), match.index));
      return entityAt(match[0], match.index, isCalled, { kind: 'postcode', value: match[0], country: 'IN' });
    });
  const australian = matchesOf(text, AUSTRALIAN).map((match) => {
    const code = match[1] as string;
    const start = match.index + match[0].length - code.length;
    return entityAt(code, start, true, { kind: 'postcode', value: code, country: 'AU' });
  });
  return [
    ...zips,
    ...pins,
    ...barePins,
    ...australian,
    ...spaced(text, UK_POSTCODE, 'GB'),
    ...spaced(text, CANADIAN_CODE, 'CA'),
  ];
}

function spaced(text: string, shape: RegExp, country: 'GB' | 'CA'): Entity[] {
  return matchesOf(text, shape).map((match) => {
    const joined = match[0].replace(' ', '').toUpperCase();
    const value = `${joined.slice(0, -3)} ${joined.slice(-3)}`;
    return entityAt(match[0], match.index, true, { kind: 'postcode', value, country });
  });
}
