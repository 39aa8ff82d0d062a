import type { Span } from '../entities/entity.js';
import { MONTH } from './calendar-words.js';

/** A line of the purchase order as its supplier speaks of it. */
export interface OrderedLine {
  readonly line: number | string;
  readonly sku: string;
  readonly description: string;
  readonly ordered: number | null;
  readonly promised: string | null;
}

/** Words that mean lines of the order. `lines` holds places in the order's list; several without `isSure`: one of them. */
export interface LineMention {
  readonly lines: readonly number[];
  readonly isSure: boolean;
  /** `others`: the lines that the mail does not name otherwise. `except`: these are left out of what is said. */
  readonly kind: 'named' | 'all' | 'others' | 'except';
  readonly span: Span;
}

/** Words that say nothing about which thing is meant, or that every supplier's mail holds. */
const COMMON = new Set(
  `the and for with from per our your you this that new kit set pack box piece pieces unit units pcs each order orders
  line lines item items ship ships shipping shipped shipment deliver delivery date dates day days week weeks month stock
  part parts product goods price prices charge charges case cases number time late later due confirm confirmed all both
  black white blue red green grey gray small large medium size color colour mm cm inch next now will can one two three
  rest balance back light standard pro plus mini max air port sale custom customs factory batch`.split(/\s+/),
);
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const ALL =
  /\b(?:all (?:the |of the |our |your |\d+ |two |three |four |other )?(?:lines?|items?|positions?|products|goods|of (?:it|them))|(?:the )?(?:whole|entire|complete|full) (?:order|po|shipment|purchase order|lot)|everything(?! else)|both (?:lines?|items?|products|of them)|each line|both(?=\s*(?:[.,;!)]|$|are\b|ship|will\b|on\b|by\b|arrive|now\b|still\b))|alle (?:positionen|artikel|teile)|beide(?:n)? (?:positionen|artikel|teile)|les deux (?:lignes|articles|références)|(?:ambas?|ambos|las dos|los dos|todas las|todos los) (?:líneas|lineas|artículos|partidas|productos)|gesamte bestellung|alles|todo el pedido|toda la orden|toutes les lignes|toute la commande)\b/gi;
const OTHERS =
  /\b(?:everything else|others(?= (?:are|remain|no|as|on|will|unchanged|same|ok|ship)\b)|all (?:the )?others?(?: lines| items)?|(?:the )?others?(?: (?:\w+ )?(?:lines?|items?|ones?|positions?|products?))|the others|(?:the )?remaining (?:\w+ )?(?:lines?|items?|positions?|products)|(?:the )?rest of (?:the )?(?:order|po|lines?|items?)|alle anderen|übrigen? positionen)\b/gi;
const EXCEPT =
  /\b(?:except(?:ing)?(?: for)?|apart from|other than|with the exception of|besides|but not|excluding|bis auf|außer|excepto|salvo|sauf)\s*(?:the |for |den |die |das |el |la |le )*$/i;
/** "both rubber feet" */
const BOTH = /\b(?:both(?: of)?|beide|ambos|ambas|les deux)(?: the| your| our| these| those)?\s+$/i;
/** A number that a day follows from ("line 1, 14 Dec") or that counts units is none of a line. */
const LINE_NUMBER = `\\d{1,3}(?!\\d|[./]\\d|\\s*(?:st|nd|rd|th|pcs|pieces|units?|ea|x)\\b|[-./\\s]{0,3}${MONTH}|-\\d)`;
const NUMBERED = new RegExp(
  `(?<![\\w-])(?:(?:line|ln|item|pos(?:ition)?|zeile|línea|linea|ligne|riga|righe|regel|sr\\.? ?no|sl\\.? ?no|s\\.? ?no|partida)s?\\.?(?: items?)?\\s*(?:no\\.?|nr\\.?|#)?\\s*:?\\s*|#)(\\d{1,3}(?![\\d%]|[./]\\d{1,2}/)(?:\\s*(?:,|and|&|\\+|-|und|y|et|or|/)\\s*(?:(?:line|item)\\s*)?#?${LINE_NUMBER})*)`,
  'giu',
);

const key = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
/** For a pattern that finds just these characters. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Keys to press to make one word of the other is one at most; digits must be the same, since they tell codes apart. */
export function isOneSlipAway(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.replace(/\D/g, '') !== b.replace(/\D/g, '') || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  const isSwap = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return isSwap || restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB;
}

/** Which lines of an order a text mentions, and where: by number, by SKU, by description, or all of them. */
export function findLineMentions(text: string, lines: readonly OrderedLine[]): LineMention[] {
  const mentions = [
    ...bySku(text, lines),
    ...byNumber(text, lines),
    ...byOrdinal(text, lines),
    ...[...text.matchAll(OTHERS)].map((match) => mentionAt(match, [], true, 'others')),
    ...[...text.matchAll(ALL)].map((match) =>
      mentionAt(
        match,
        lines.map((_, at) => at),
        true,
        'all',
      ),
    ),
  ];
  const named = [...mentions, ...byDescription(text, lines, mentions)].sort((a, b) => a.span[0] - b.span[0]);
  return named
    .filter((one, at) => !named.slice(0, at).some((other) => other.span[1] > one.span[0] && other.kind === 'named'))
    .map((one, at, all) => withoutContradiction(one, [all[at - 1], all[at + 1]], text))
    .map((one) => (BOTH.test(text.slice(0, one.span[0])) && one.lines.length === 2 ? { ...one, isSure: true } : one))
    .map((one) => (one.kind === 'named' && EXCEPT.test(text.slice(0, one.span[0])) ? { ...one, kind: 'except' } : one));
}

/** "Position 20 (BA-GM-090)", where the product is another line's: either may be meant. */
function withoutContradiction(
  one: LineMention,
  beside: readonly (LineMention | undefined)[],
  text: string,
): LineMention {
  const other = beside.find((two) => {
    if (two?.kind !== 'named' || one.kind !== 'named') return false;
    const [first, second] = one.span[0] < two.span[0] ? [one, two] : [two, one];
    return (
      /^\s*\(\s*$/.test(text.slice(first.span[1], second.span[0])) &&
      !one.lines.some((line) => two.lines.includes(line))
    );
  });
  return other ? { ...one, lines: [...one.lines, ...other.lines], isSure: false } : one;
}

const mentionAt = (
  match: { index: number; 0: string },
  lines: readonly number[],
  isSure: boolean,
  kind: LineMention['kind'] = 'named',
): LineMention => ({
  lines,
  isSure,
  kind,
  span: [match.index, match.index + match[0].length],
});

function bySku(text: string, lines: readonly OrderedLine[]): LineMention[] {
  const owners = new Map<string, number[]>();
  lines.forEach(({ sku }, at) => {
    owners.set(key(sku), [...(owners.get(key(sku)) ?? []), at]);
  });
  const exact = [...owners.entries()].flatMap(([sku, at]) => {
    if (sku === '') return [];
    const loose = [...sku].map(escaped).join('[ _./-]?');
    const found = text.matchAll(
      new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}]-)${loose}(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`, 'giu'),
    );
    return [...found].map((match) => mentionAt(match, at, at.length === 1));
  });
  const typed = [...text.matchAll(/[\p{L}\p{N}]+(?:[-_./][\p{L}\p{N}]+)+|[\p{L}]+\d+[\p{L}\d]*/gu)].flatMap((match) => {
    if (exact.some(({ span }) => span[0] < match.index + match[0].length && span[1] > match.index)) return [];
    const near = [...owners.keys()].filter((sku) => sku.length >= 5 && isOneSlipAway(key(match[0]), sku));
    const at = near.flatMap((sku) => owners.get(sku) ?? []);
    return at.length > 0 ? [mentionAt(match, at, at.length === 1)] : [];
  });
  return [...exact, ...typed];
}

function byNumber(text: string, lines: readonly OrderedLine[]): LineMention[] {
  const found = [...text.matchAll(NUMBERED)].filter(({ index }) => !/\btotal\s*$/i.test(text.slice(0, index)));
  return found.flatMap((match) => {
    const numbers = (match[1] ?? '').replace(/(\d+)\s*-\s*(\d+)/g, (_all, from: string, to: string) =>
      Array.from(
        { length: Math.min(100, Math.max(0, Number(to) - Number(from) + 1)) },
        (_one, at) => Number(from) + at,
      ).join(','),
    );
    const at = [...numbers.matchAll(/\d+/g)].map(([number]) =>
      lines.findIndex(({ line }) => String(line) === String(Number(number))),
    );
    const isOr = /\bor\b/i.test(match[1] ?? '');
    // a line that the order does not have is somebody else's, or a slip
    return [
      mentionAt(
        match,
        at.filter((one) => one >= 0),
        !isOr && (at[0] ?? -1) >= 0,
      ),
    ];
  });
}

function byOrdinal(text: string, lines: readonly OrderedLine[]): LineMention[] {
  const found = text.matchAll(
    /\b(?:the )?(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|last) (?:line|item|position)\b/gi,
  );
  return [...found].map((match) => {
    const word = (match[1] ?? '').toLowerCase();
    const at = word === 'last' ? lines.length - 1 : /^\d/.test(word) ? Number(word[0]) - 1 : ORDINALS.indexOf(word);
    return mentionAt(match, at < lines.length ? [at] : [], at < lines.length);
  });
}

const PARTED = /[^\s"'()/-]/;
/** "gloves in size L" */
const BETWEEN_WORDS = /\b(?:in|of|size|colou?r|model|type|with)\b/gi;

/** Runs of words from the lines' descriptions. Words that several lines share name none of them surely. */
function byDescription(text: string, lines: readonly OrderedLine[], taken: readonly LineMention[]): LineMention[] {
  const described = lines.map(({ description }) => wordsOf(description).map(({ word }) => word));
  // "LEN" of LEN-55 is no lens
  const names = key(lines.map(({ description }) => description).join('|'));
  const codes = [...text.matchAll(/\p{L}+[-_.]?\d[\p{L}\p{N}-]*/gu)]
    .filter(([code]) => code.length < 4 || !names.includes(key(code)))
    .map(({ index, 0: code }) => [index, index + code.length] as const);
  const isFree = ([start, end]: Span): boolean =>
    ![...taken.map(({ span }) => span), ...codes].some((span) => span[0] < end && span[1] > start);
  const hits = wordsOf(text).flatMap(({ word, span }, at) => {
    if (!isFree(span)) return [];
    const of = described.flatMap((words, line) => (words.some((other) => isSameWord(word, other)) ? [line] : []));
    const telling = !COMMON.has(word) && !/^\d+$/.test(word) && word.length > 2;
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
    return [{ lines: best, isSure: best.length === 1, kind: 'named' as const, span }];
  });
}

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
