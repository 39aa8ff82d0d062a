import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type Entity, entityAt } from './entity.js';

const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}\.[a-z]{2,24}/gi;
const SPOKEN_EMAIL = /\b[a-z0-9._-]{1,64} at [a-z0-9-]{1,60} dot (?:com|net|org|edu|io|in|co dot uk|co|ca|us)\b/gi;

/** E-mail addresses, also as people dictate them ("ana at example dot com"). */
export function findEmails(text: string): Entity[] {
  const written = [...text.matchAll(EMAIL)].map((match) =>
    entityAt(match[0], match.index, true, { kind: 'email', value: match[0].toLowerCase() }),
  );
  const spoken = [...text.matchAll(SPOKEN_EMAIL)].map((match) => {
    const value = match[0].toLowerCase().replace(' at ', '@').replaceAll(' dot ', '.');
    return entityAt(match[0], match.index, true, { kind: 'email', value });
  });
  return [...written, ...spoken];
}

const DIGIT_RUN = /(?<!\w)(?:\+|\()?\d[\d().\- ]{5,22}\d(?!\w)/g;
const CALLED_PHONE =
  /(?:phone|mobile|cell|tel|telephone|call|text|whatsapp)(?: (?:number|no|me|is|at|on)){0,3}[\s:.#-]{0,3}$/i;
const NORTH_AMERICAN = /^(?:1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}$/;
const LOCAL = /^\d{3}[-.]\d{4}$/;
const TRUNK = /^0\d{2,4} ?\d{3,4} ?\d{3,4}$/;

/**
 * Telephone numbers, read as American where no country is given. Ten bare digits may as well be an order number, so
 * they are not certain; seven digits are a phone only when written as one (555-0123) or called one.
 */
export function findPhones(text: string): Entity[] {
  return [...text.matchAll(DIGIT_RUN)].flatMap((match) => {
    const written = match[0];
    const digits = written.replace(/\D/g, '');
    if (digits.length < 7 || digits.length > 15) return [];
    const called = CALLED_PHONE.test(text.slice(Math.max(0, match.index - 40), match.index));
    const shaped = written.startsWith('+') || [NORTH_AMERICAN, LOCAL, TRUNK].some((shape) => shape.test(written));
    if (!called && !shaped) return [];
    const certain = called || written !== digits;
    return [entityAt(written, match.index, certain, { kind: 'phone', value: canonicalPhone(written, digits) })];
  });
}

function canonicalPhone(written: string, digits: string): string {
  const parsed = parsePhoneNumberFromString(written, 'US');
  if (parsed?.isPossible()) return parsed.number;
  return written.startsWith('+') ? `+${digits}` : digits;
}

const US_ZIP = /(?<![\w-])\d{5}(?:-\d{4})?(?![\w-]|[.,]\d)/g;
const UK_POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b/gi;
const CANADIAN_CODE = /\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b/gi;
const INDIAN_PIN = /\bpin(?: ?code)?(?: (?:is|to|no|number)){0,2}[\s:.-]{1,3}(\d{3} ?\d{3})\b/gi;
const CALLED_POSTCODE = /\b(?:zip|postal|post ?code|postcode)(?: ?(?:code|is|number|to|of|it)){0,3}[\s:.#-]{0,3}$/i;
const STATE_BEFORE = /\b[A-Z]{2},? $/;

/** American, British and Canadian postcodes, and Indian PIN codes that are called so. */
export function findPostcodes(text: string): Entity[] {
  const zips = [...text.matchAll(US_ZIP)].map((match) => {
    const before = text.slice(Math.max(0, match.index - 30), match.index);
    const certain = match[0].length > 5 || CALLED_POSTCODE.test(before) || STATE_BEFORE.test(before);
    return entityAt(match[0], match.index, certain, { kind: 'postcode', value: match[0], country: 'US' });
  });
  const pins = [...text.matchAll(INDIAN_PIN)].map((match) => {
    const code = match[1] as string;
    const start = match.index + match[0].length - code.length;
    return entityAt(code, start, true, { kind: 'postcode', value: code.replace(' ', ''), country: 'IN' });
  });
  return [...zips, ...pins, ...spaced(text, UK_POSTCODE, 'GB'), ...spaced(text, CANADIAN_CODE, 'CA')];
}

function spaced(text: string, shape: RegExp, country: 'GB' | 'CA'): Entity[] {
  return [...text.matchAll(shape)].map((match) => {
    const joined = match[0].replace(' ', '').toUpperCase();
    const value = `${joined.slice(0, -3)} ${joined.slice(-3)}`;
    return entityAt(match[0], match.index, true, { kind: 'postcode', value, country });
  });
}
