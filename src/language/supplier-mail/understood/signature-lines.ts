import { CONDITIONS, CORRECTIONS, HEDGES } from '../statement-signs.js';
import { NEWS } from './news.js';

const CONTACT =
  /@|\bwww\.|https?:|\b(?:tel|phone|ph|mob(?:ile)?|cell|fax|t|m|e|f|p|web|skype|whatsapp|wechat|direct|office|vat|ust-?id(?:nr)?|gstin|hrb)\b\s*[.:#+]|\+\d[\d ()./-]{6,}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}/i;
const ADDRESS =
  /\b\d{4,6}\b.*\p{Lu}|\p{Lu}.*\b\d{4,6}\b|\b(?:street|st|road|rd|avenue|ave|lane|suite|building|floor|blvd|straße|strasse|str)\b/iu;
/** Small words, and those of offices and trades, that stand in lower case in titles. */
const SMALL = new Set(
  `of and the for & de la du und für y et at in a an on your des les van von der den del di da e i sales ventes vente verkoop
  vertrieb einkauf export import manager assistant team office order orders department dept desk customer service support
  administration logistics purchasing planning operations account coordinator representative works`.split(/\s+/),
);
/** The days on which a firm is closed, and a plea to mind them. */
const CLOSED_DAYS =
  /^\s*(?:(?:our|we|unsere|wir|the|office|company|factory|please|note|bitte|beachten|sie|are|is|will|be|christmas|summer|winter|annual)\s+)*(?:betriebsferien|betriebsurlaub|betriebsruhe|closed|closing days?|holidays?|shutdown|closure|fermeture|congés|vacaciones)(?:[\s\d.:/,–-]|bis|vom|to|until|from|and|through|for|of|the|over|new year|christmas|xmas|holidays?|jan\p{L}*|feb\p{L}*|dec\p{L}*|dez\p{L}*|du|au|del|al|bitte|bei|ihren|ihrer|bestellungen|bestellung|planung|beachten|berücksichtigen|please|plan|consider|your|orders|accordingly|when|planning)*[!.]?\s*$/iu;
const SMALL_PRINT =
  /(?<![\p{L}\p{N}])(?:unsubscribe|privacy policy|please consider the environment|think before (?:you )?print|follow us|sent from|get outlook|registered (?:in|office)|all rights reserved|virus|iso ?\d{4,5}|certified|zertifi\p{L}*|you receive this (?:message|e-?mail)|org\.? ?nr|kvk|siret|reg(?:istration)?\.? no|geschäftsführer|amtsgericht|registergericht)(?![\p{L}\p{N}])/iu;

/** A firm's words about itself. */
const SLOGAN = /^["'][^"'\d]{4,60}["']$/u;

const DOUBTS = [HEDGES, CONDITIONS, CORRECTIONS];
const EMPTY_OFFERS = /please consider the environment|if you (?:need|have)/gi;

const MOST_WORDS_BESIDE_CONTACT = 4;
const plainWordsIn = (text: string): number =>
  [...text.replace(/\S*[@/]\S*|www\.\S+/g, ' ').matchAll(/(?<![\p{L}\d])\p{Ll}[\p{L}'-]+/gu)].filter(
    ([word]) => !SMALL.has(word),
  ).length;

/** Whether a line holds an address, a number to call or a site. */
export const isContactLine = (line: string): boolean => isSignatureLine(line) && CONTACT.test(line);

/** Whether a line below a signature is one of a name, a firm, an address or small print, and says nothing. */
export function isSignatureLine(line: string): boolean {
  const text = line.trim();
  if (SLOGAN.test(text) && !HEDGES.test(text) && !CONDITIONS.test(text) && !NEWS.test(text)) return true;
  if (DOUBTS.some((words) => words.test(text.replace(EMPTY_OFFERS, '')))) return false;
  if (CLOSED_DAYS.test(text)) return true;
  if (NEWS.test(text)) return SMALL_PRINT.test(text);
  if (text === '' || /^[-_=*~#\s|]+$/.test(text)) return true;
  if (SMALL_PRINT.test(text)) return true;
  if (CONTACT.test(text)) return plainWordsIn(text) <= MOST_WORDS_BESIDE_CONTACT;
  const words = text.match(/\p{L}[\p{L}'.-]*/gu) ?? [];
  if (words.length <= 10 && ADDRESS.test(text)) return true;
  return words.length <= 8 && words.every((word) => /^\p{Lu}/u.test(word) || SMALL.has(word.toLowerCase()));
}
