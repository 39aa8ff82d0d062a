/** A stretch of a text, from its first to after its last character. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const SENTENCE = new Set('.!?');
const CLAUSE = new Set('.!?;,():');

/** The sentence around a place in a text; a line ends one too. */
export const sentenceAround = (text: string, at: Stretch): Stretch => around(text, at, SENTENCE);

/** The same up to the nearest comma, colon, bracket or semicolon. */
export const clauseAround = (text: string, at: Stretch): Stretch => around(text, at, CLAUSE);

function around(text: string, { from, to }: Stretch, ends: ReadonlySet<string>): Stretch {
  let start = from;
  while (start > 0 && !isEnd(text, start - 1, ends)) start--;
  let end = to;
  while (end < text.length && !isEnd(text, end, ends)) end++;
  return { from: start, to: Math.min(text.length, end + 1) };
}

/** A full stop inside an amount or a name ends nothing. */
function isEnd(text: string, at: number, ends: ReadonlySet<string>): boolean {
  const mark = text[at] ?? '';
  if (mark === '\n') return true;
  if (!ends.has(mark)) return false;
  return !SENTENCE.has(mark) || at + 1 >= text.length || /\s/.test(text[at + 1] ?? '');
}

/** Where the paragraph of a place begins: after the last empty line before it. */
export const paragraphStart = (text: string, at: number): number => {
  const gap = text.lastIndexOf('\n\n', at);
  return gap < 0 ? 0 : gap + 2;
};
