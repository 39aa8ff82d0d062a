import { CONDITIONS, CORRECTIONS, HEDGES } from '../statement-signs.js';

const CONTACT =
  /@|\bwww\.|https?:|\b(?:tel|phone|ph|mob(?:ile)?|cell|fax|t|m|e|f|p|web|skype|whatsapp|wechat|direct|office|vat|ust-?id(?:nr)?|gstin|hrb)\b\s*[.:#+]|\+\d[\d ()./-]{6,}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}/i;
const ADDRESS =
  /\b\d{4,6}\b.*\p{Lu}|\p{Lu}.*\b\d{4,6}\b|\b(?:street|st|road|rd|avenue|ave|lane|suite|building|floor|blvd|straße|strasse|str)\b/iu;
const SMALL = new Set('of and the for & de la du und für y et at in a an on your'.split(' '));
const SMALL_PRINT =
  /please consider the environment|think before (?:you )?print|follow us|sent from|get outlook|registered (?:in|office)|all rights reserved|virus|geschäftsführer|amtsgericht|registergericht/i;

const DOUBTS = [HEDGES, CONDITIONS, CORRECTIONS];
const EMPTY_OFFERS = /please consider the environment|if you (?:need|have)/gi;

/** Whether a line below a signature is one of a name, a firm, an address or small print, and says nothing. */
export function isSignatureLine(line: string): boolean {
  const text = line.trim();
  if (DOUBTS.some((words) => words.test(text.replace(EMPTY_OFFERS, '')))) return false;
  if (text === '' || /^[-_=*~#\s|]+$/.test(text)) return true;
  if (CONTACT.test(text) || SMALL_PRINT.test(text)) return true;
  const words = text.match(/\p{L}[\p{L}'.-]*/gu) ?? [];
  if (words.length <= 10 && ADDRESS.test(text)) return true;
  return words.length <= 8 && words.every((word) => /^\p{Lu}/u.test(word) || SMALL.has(word.toLowerCase()));
}
