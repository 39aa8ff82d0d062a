/** Longer messages are read up to here; a wish stands in the first paragraphs or nowhere, and the work stays bounded. */
export const LONGEST_READ = 2000;

const TOKEN = /[\p{L}\p{M}0-9]+|[?!$£€%]|\p{Extended_Pictographic}/gu;
const REPEATED = /(\p{L})\1{2,}/gu;
const ASCII = /^[\t\n\r -~]*$/;

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
  const masked = mayHoldAddress(folded) ? folded.split(/\s+/).map(maskAddress).join(' ') : folded;
  const tokens = ASCII.test(masked) ? tokensOfAscii(masked) : (cleaned(masked).match(TOKEN) ?? []);
  if (!tokens.includes(EMAIL)) return tokens;
  const telling = tokens.filter((token) => token !== EMAIL);
  return telling.length > 0 ? telling : tokens;
}

const cleaned = (text: string): string =>
  text
    .replace(/['`]/g, '')
    .replace(/[0-9]+/g, '0')
    .replace(REPEATED, '$1$1');

const SIGNS = '?!$%';
const QUOTES = "'`";

/** As `TOKEN` finds them in cleaned text, in one walk: most texts are plain ASCII, and most of their words clean. */
function tokensOfAscii(text: string): string[] {
  const tokens: string[] = [];
  let start = -1;
  let isClean = true;
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    const isDigit = unit >= 48 && unit <= 57;
    if (isDigit || (unit >= 97 && unit <= 122)) {
      if (start < 0) start = at;
      if (isDigit || (unit === text.charCodeAt(at - 1) && unit === text.charCodeAt(at - 2))) isClean = false;
      continue;
    }
    if (QUOTES.includes(text.charAt(at)) && at < text.length) {
      isClean = false;
      continue;
    }
    if (start >= 0) tokens.push(isClean ? text.slice(start, at) : cleaned(text.slice(start, at)));
    if (at < text.length && SIGNS.includes(text.charAt(at))) tokens.push(text.charAt(at));
    start = -1;
    isClean = true;
  }
  return tokens;
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

const mayHoldAddress = (text: string): boolean => text.includes('@') || text.includes('http') || text.includes('www.');

function maskAddress(word: string): string {
  const at = word.indexOf('@');
  if (at > 0 && word.indexOf('.', at) > at) return EMAIL;
  if (word.startsWith('http') || word.startsWith('www.')) return 'weblink';
  return word;
}
