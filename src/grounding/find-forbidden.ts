import { readable } from './readable.js';

/** Something no reply says, as data; knowledge/policy/replies.yaml has the shop's own. */
export interface ForbiddenSaying {
  readonly name: string;
  /** Parts of regular expressions, matched as whole words in any case. */
  readonly words: readonly string[];
  /** Said with a "not" it is fine: "no guarantee". */
  readonly deniable: boolean;
}

export interface Said<Saying> {
  readonly saying: Saying;
  /** The words as they stand in the text. */
  readonly words: string;
}

const patterns = new WeakMap<readonly ForbiddenSaying[], readonly RegExp[]>();
const SENTENCE_END = /[.!?;:\n]|,? but /g;
/** A denial within the last few words before: "we cannot, I am afraid, guarantee". */
const DENIAL =
  /(?:\b(?:not|no|never|nor|neither|cannot|none|nobody|without|hardly)\b|n't)(?:[^a-z]+[a-z']+){0,5}[^a-z]*$/i;
/** What looks like a denial and strengthens: "not only guaranteed". */
const NO_DENIAL = /\b(?:not only|without (?:a |any )?doubt|no doubt|nothing less|no matter)\b[^.!?]*$/i;

/** Every forbidden saying in a text, in the text's order; of those that overlap under one name, the longest. */
export function findForbidden<Saying extends ForbiddenSaying>(
  text: string,
  sayings: readonly Saying[],
): Said<Saying>[] {
  const said = straightened(readable(text));
  const found = sayings.flatMap((saying, place) => {
    const hits = [...said.matchAll(compiled(sayings)[place] ?? /$^/g)];
    return hits
      .filter((hit) => !(saying.deniable && isDenied(said, hit.index)))
      .map((hit) => ({ saying, words: hit[0].trim(), at: hit.index }));
  });
  return found.sort((a, b) => a.at - b.at).map(({ saying, words }) => ({ saying, words }));
}

/** Compiled once for each list: a lint runs on every keystroke's worth of edits. */
function compiled(sayings: readonly ForbiddenSaying[]): readonly RegExp[] {
  const known = patterns.get(sayings);
  if (known) return known;
  const made = sayings.map(
    ({ words }) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
  );
  patterns.set(sayings, made);
  return made;
}

function isDenied(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 120), at);
  const start = Math.max(0, ...[...before.matchAll(SENTENCE_END)].map((end) => end.index + end[0].length));
  const clause = before.slice(start);
  return DENIAL.test(clause) && !NO_DENIAL.test(clause);
}

const straightened = (text: string): string => text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"');
