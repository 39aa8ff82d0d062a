/** A phrase that was found; `list` is the place of its list among those indexed. */
export interface FoundPhrase {
  readonly list: number;
  readonly text: string;
  readonly start: number;
}

interface Candidates {
  readonly list: number;
  readonly shape: RegExp;
}

/**
 * Lists of phrases, indexed by the two characters they may begin with: at each word of a text a few are tried, where one
 * long regular expression would try them all. Phrases are parts of regular expressions that begin with a letter or digit
 * and match whole words in any case.
 */
export class PhraseIndex {
  private readonly byHead = new Map<number, readonly Candidates[]>();
  private readonly lists: number;

  constructor(lists: readonly (readonly string[])[]) {
    this.lists = lists.length;
    const headed = lists.map((phrases) => phrases.map((phrase) => ({ phrase, heads: headsOf(phrase) })));
    for (const head of new Set(headed.flat().flatMap(({ heads }) => heads))) {
      const mayBeginSo = (one: string): boolean => one === head || one === head.charAt(0);
      const candidates = headed.flatMap((phrases, list) => {
        const few = phrases.filter(({ heads }) => heads.some(mayBeginSo)).map(({ phrase }) => phrase);
        return few.length === 0 ? [] : [{ list, shape: new RegExp(`(?:${few.join('|')})(?!\\w)`, 'iy') }];
      });
      this.byHead.set(codeOf(head.charCodeAt(0), head.charCodeAt(1)), candidates);
    }
  }

  /** Every phrase in the text; those of one list do not overlap. */
  find(text: string): FoundPhrase[] {
    const found: FoundPhrase[] = [];
    const ends = new Array<number>(this.lists).fill(0);
    let isInWord = false;
    for (let at = 0; at < text.length; at++) {
      const first = text.charCodeAt(at);
      const isBeginning = !isInWord;
      isInWord = isWordUnit(first);
      if (!isInWord || !isBeginning) continue;
      const candidates =
        this.byHead.get(codeOf(first, text.charCodeAt(at + 1))) ?? this.byHead.get(codeOf(first, Number.NaN));
      if (!candidates) continue;
      for (const { list, shape } of candidates) {
        if (at < (ends[list] as number)) continue;
        shape.lastIndex = at;
        const match = shape.exec(text);
        if (!match) continue;
        found.push({ list, text: match[0], start: at });
        ends[list] = at + match[0].length;
      }
    }
    return found;
  }
}

const UPPER_A = 65;
const UPPER_Z = 90;
const TO_LOWER = 32;

const lower = (unit: number): number => (unit >= UPPER_A && unit <= UPPER_Z ? unit + TO_LOWER : unit);

/** One number for two characters in any case; NaN stands for any second one. */
const codeOf = (first: number, second: number): number => (lower(first) << 16) | lower(second);

const isWordUnit = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= UPPER_A && unit <= UPPER_Z) || (unit >= 48 && unit <= 57) || unit === 95;

/** A group at the very start, with groups no deeper than one within. */
const LEADING_GROUP = /^\(\?:((?:[^()]|\([^()]*\))*)\)(?![?*{])/;
/** A bar between its alternatives, and not one of a group within. */
const BAR = /\|(?![^(]*\))/;
const LITERAL = /[a-z0-9' ]/;
const OPTIONAL = /[?*{]/;

/** The two characters that a phrase may begin with, or the first where the second may vary. */
function headsOf(phrase: string): string[] {
  const [group, alternatives] = LEADING_GROUP.exec(phrase) ?? [];
  if (group !== undefined && alternatives !== undefined)
    return alternatives.split(BAR).flatMap((one) => headsOf(one + phrase.slice(group.length)));
  const [first = '', second = '', third = ''] = phrase;
  if (!/[a-z0-9]/.test(first) || OPTIONAL.test(second))
    throw new RangeError(`A phrase begins with a letter: ${phrase}`);
  return [LITERAL.test(second) && !OPTIONAL.test(third) ? first + second : first];
}
