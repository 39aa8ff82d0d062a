/** A title's words: lower case, accents folded, singular, "USB-C" as one word. Order kept, repeats too. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/\b(usb|type) ([abc])\b/g, '$1$2')
    // "t-shirt", "usb-c" and "e-mount" are words; "noise-cancelling" is two
    .replace(/\b(\p{L})-(?=\p{L})/gu, '$1')
    .replace(/(?<=\p{L})-(?=\p{L}\b)/gu, '');
  return (plain.match(/[\p{L}\p{N}]+(?:\.\d+)?/gu) ?? []).map(singular);
}

/** Good enough to bring "lenses" and "lens", "batteries" and "battery" together; never shown to anybody. */
export function singular(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) && !word.endsWith('lens') ? word.slice(0, -1) : word;
}

/** Where the thing itself has been named and what follows is about it. */
const ASIDE =
  /\s(?:for|with|w\/|without|compatible|fits|from|featuring|including|includes|designed|works)\s|[,(|;:[/]|\s[-–—]\s/i;
const TARGET = /\b(?:for|fits|compatible with|designed for|works with)\s+(.+)$/i;

export interface TitleParts {
  /** The words before the first aside. */
  readonly main: readonly string[];
  /** What the thing is, as far as a title tells: the last naming word of `main`; empty when there is none. */
  readonly head: string;
  /** The words after "for": what it belongs to. */
  readonly target: readonly string[];
}

/** Takes a title apart. `passing` are words that never name a thing: colours, sizes, "new". */
export function partsOf(title: string, brand: string, passing: ReadonlySet<string>): TitleParts {
  const brandWords = new Set(wordsOf(brand));
  const naming = (word: string) => word.length > 1 && !/\d/.test(word) && !passing.has(word) && !brandWords.has(word);
  const segments = title.split(ASIDE).map(wordsOf);
  const main = segments.find((words) => words.some(naming)) ?? wordsOf(title);
  const head = main.filter(naming).at(-1) ?? '';
  return { main, head, target: wordsOf(TARGET.exec(title)?.[1] ?? '') };
}
