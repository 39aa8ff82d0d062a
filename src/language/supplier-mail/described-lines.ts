import type { Span } from '../entities/entity.js';
import type { LineMention, OrderedLine } from './line-mention.js';
import { isOneSlipAway, key } from './words-alike.js';

/** Words that say nothing about which thing is meant, or that every supplier's mail holds. */
const COMMON = new Set(
  `the and for with from per our your you this that new kit set pack box piece pieces unit units pcs each order orders
  line lines item items ship ships shipping shipped shipment deliver delivery date dates day days week weeks month stock
  part parts product goods price prices charge charges case cases number time late later due confirm confirmed all both
  black white blue red green grey gray small large medium size color colour mm cm inch next now will can one two three
  rest balance back light standard pro plus mini max air port sale custom customs factory batch`.split(/\s+/),
);
const PARTED = /[^\s"'()/-]/;
/** "gloves in size L" */
const BETWEEN_WORDS = /\b(?:in|of|size|colou?r|model|type|with)\b/gi;

/** Runs of words from the lines' descriptions. Words that several lines share name none of them surely. */
export function byDescription(
  text: string,
  lines: readonly OrderedLine[],
  taken: readonly LineMention[],
): LineMention[] {
  const described = lines.map(({ description }) => wordsOf(description).map(({ word }) => word));
  // "LEN" of LEN-55 is no lens
  const names = new Set(lines.flatMap(({ description }) => description.split(/[\s,;()]+/).map(key)));
  const codes = [...text.matchAll(/\p{L}+[-_.]?\d[\p{L}\p{N}-]*/gu)]
    .filter(([code]) => !names.has(key(code)))
    .map(({ index, 0: code }) => [index, index + code.length] as const);
  const isFree = ([start, end]: Span): boolean =>
    ![...taken.map(({ span }) => span), ...codes].some((span) => span[0] < end && span[1] > start);
  const hits = wordsOf(text).flatMap(({ word, span }, at) => {
    if (!isFree(span)) return [];
    const of = described.flatMap((words, line) => (words.some((other) => isSameWord(word, other)) ? [line] : []));
    const isOfOnes = /^ ones?\b/i.test(text.slice(span[1])) && !/^(?:the|for|and|this|all|next)$/.test(word);
    const telling = (isOfOnes || !COMMON.has(word)) && !/^\d+$/.test(word) && word.length > 2;
    return of.length > 0 ? [{ at, word, span, of, telling }] : [];
  });
  const runs: (typeof hits)[] = [];
  for (const hit of hits) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && !PARTED.test(text.slice(last.span[1], hit.span[0]).replace(BETWEEN_WORDS, ' '))) run.push(hit);
    else runs.push([hit]);
  }
  return runs.flatMap((run) => {
    if (!run.some(({ telling }) => telling)) return [];
    const score = (line: number): number => run.filter(({ of }) => of.includes(line)).length;
    const most = Math.max(...lines.map((_, line) => score(line)));
    const alike = lines.flatMap((_, line) => (score(line) === most ? [line] : []));
    const headed = alike.filter((line) =>
      run.some(({ word }) => isSameWord(word, headOf(lines[line]?.description ?? ''))),
    );
    const best = headed.length === 1 ? headed : alike;
    const span: Span = [run[0]?.span[0] ?? 0, run.at(-1)?.span[1] ?? 0];
    const isAll =
      best.length === lines.length &&
      ALL_OF_A_KIND.test(text.slice(0, span[0])) &&
      isPlural(run.at(-1)?.word ?? '', described.flat());
    return [{ lines: best, isSure: best.length === 1 || isAll, kind: 'named' as const, span }];
  });
}

/** "the hooks", of an order of brass hooks and steel hooks. */
const ALL_OF_A_KIND = /\b(?:the|your|our|these|all|die|ihre|unsere|les|vos|los|las)\s+$/i;
const isPlural = (word: string, described: readonly string[]): boolean =>
  /(?:s|en|e|n)$/.test(word) && !described.includes(word);

/** The word that a description is about: "motor" of a brushless motor, "controller" of a motor controller. */
const headOf = (description: string): string =>
  wordsOf(description.split(/[,;(]/)[0] ?? '').findLast(
    ({ word }) => word.length > 2 && !/\d/.test(word) && !COMMON.has(word),
  )?.word ?? '';

function wordsOf(text: string): { readonly word: string; readonly span: Span }[] {
  return [...text.matchAll(/\p{L}+|\d+/gu)].map((match) => ({
    word: match[0].toLowerCase(),
    span: [match.index, match.index + match[0].length] as const,
  }));
}

function isSameWord(word: string, other: string): boolean {
  if (word === other) return true;
  if (/\d/.test(word) || /\d/.test(other)) return false;
  if (word === `${other}s` || other === `${word}s` || word === `${other}es`) return true;
  if (other.length >= 4 && word === other.replace(/(?<![aeiou])y$/, 'ies')) return true;
  if (other.length >= 4 && word === other.replace(/fe?$/, 'ves')) return true;
  // German plurals
  if (other.length >= 6 && (word === `${other}en` || word === `${other}n` || word === `${other}e`)) return true;
  return (
    other.length >= 5 &&
    word.length >= 5 &&
    !COMMON.has(word) &&
    !COMMON.has(other) &&
    word[0] === other[0] &&
    isOneSlipAway(word, other)
  );
}
