import { extractEntities } from './extract-entities.js';

const MASKS: Readonly<Record<string, string>> = {
  email: '[e-mail]',
  phone: '[phone]',
  postcode: '[postcode]',
  orderNumber: '[order]',
};
/** A card, an account: digits by the dozen. */
const LONG_NUMBER = /\d(?:[ -]?\d){10,}/g;
const STREET =
  /\b\d{1,5}[a-z]? (?:\p{L}+\.? ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|way|place|pl|boulevard|blvd|close|terrace)\b\.?/giu;
const SHORTEST_NAME = 3;

/**
 * A message without what tells who wrote it: e-mail, phone, postcode, order number, street, long numbers, and the words
 * of `name`, the customer's, where it is known. For people who read messages to learn from them. A name that nobody
 * told us stays: whoever reads must look.
 */
export function maskPersonal(text: string, name: string | null = null): string {
  let masked = text;
  const found = extractEntities(text).filter(({ kind }) => MASKS[kind] !== undefined);
  let end = text.length;
  // from the end, so that places stay right; of two readings of the same characters the first found is enough
  for (const { kind, span } of found.sort((a, b) => b.span[0] - a.span[0])) {
    if (span[1] > end) continue;
    masked = masked.slice(0, span[0]) + MASKS[kind] + masked.slice(span[1]);
    end = span[0];
  }
  masked = masked.replace(LONG_NUMBER, '[number]').replace(STREET, '[street]');
  for (const word of name?.split(/[^\p{L}]+/u) ?? [])
    if (word.length >= SHORTEST_NAME)
      masked = masked.replace(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'giu'), '[name]');
  return masked;
}

/** Whether something was masked in it: then it is no sentence to learn from as it stands. */
export const isMasked = (text: string): boolean => /\[(?:e-mail|phone|postcode|order|number|street|name)\]/.test(text);
