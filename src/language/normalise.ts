/** Longer messages are read up to here; a wish stands in the first paragraphs or nowhere, and the work stays bounded. */
export const LONGEST_READ = 2000;

const TOKEN = /[\p{L}\p{M}0-9]+|[?!$£€%]|\p{Extended_Pictographic}/gu;

/** The same for texts in plain ASCII, in a tenth of the time. */
const TOKEN_ASCII = /[a-z0-9]+|[?!$%]/g;
const REPEATED = /(\p{L})\1{2,}/gu;
const REPEATED_ASCII = /([a-z])\1{2,}/g;
const ASCII = /^[\t\n\r -~]*$/;
const MAY_BE_ADDRESS = /@|http|www\./;

/** The token an e-mail address becomes. */
const EMAIL = 'emailaddress';

/**
 * The tokens of a message as the classifier sees them: lower case, without accents and apostrophes ("where's" and
 * "wheres" are one word), every run of digits as `0`, web addresses as `weblink`, at most two of a letter in a row.
 * Question and exclamation marks, currency signs and emoji are tokens of their own. An e-mail address says who is
 * asking, not what: it counts only where nothing else is said.
 */
export function tokenise(text: string): readonly string[] {
  const folded = foldText(text.slice(0, LONGEST_READ));
  const masked = MAY_BE_ADDRESS.test(folded) ? folded.split(/\s+/).map(maskAddress).join(' ') : folded;
  const isAscii = ASCII.test(masked);
  const plain = masked
    .replace(/['`]/g, '')
    .replace(/[0-9]+/g, '0')
    .replace(isAscii ? REPEATED_ASCII : REPEATED, '$1$1');
  const tokens: string[] = plain.match(isAscii ? TOKEN_ASCII : TOKEN) ?? [];
  if (!tokens.includes(EMAIL)) return tokens;
  const telling = tokens.filter((token) => token !== EMAIL);
  return telling.length > 0 ? telling : tokens;
}

/** Lower case, compatibility forms and accents folded, typographic quotes and dashes as plain ones. Keeps no offsets. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u00b4]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2013\u2014]/g, '-');
}

function maskAddress(word: string): string {
  const at = word.indexOf('@');
  if (at > 0 && word.indexOf('.', at) > at) return EMAIL;
  if (word.startsWith('http') || word.startsWith('www.')) return 'weblink';
  return word;
}
