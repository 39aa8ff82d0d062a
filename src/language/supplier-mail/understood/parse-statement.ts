import { ABROAD_RULES } from './abroad-rules.js';
import { ASIDE_RULES } from './aside-rules.js';
import { CAUSE_RULES } from './cause-words.js';
import { compileGrammar, type Progress } from './grammar.js';
import { HARMLESS_RULES } from './harmless-rules.js';
import { IDIOM_RULES } from './idiom-rules.js';
import { OPEN_CLASSES } from './open-words.js';
import { mayStay } from './plain-frame.js';
import { plainReading } from './plain-readings.js';
import { STATEMENT_RULES } from './statement-rules.js';
import type { Token } from './tokens.js';
import { isPartedAt, isToldBeside, tellsTogether } from './told-beside.js';

/** One thing that a sentence says: these tokens are about `day`, or about "as it was" where that is null. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  /** The place of the token that is the promised day. */
  readonly day: number | null;
}

/** What a sentence is to the grammar. */
export interface Parsed {
  /** It changes nothing, whatever else it may be read as. */
  readonly isHarmless: boolean;
  /** It is one of the set phrases that are harmless whatever line they name. */
  readonly isPlain: boolean;
  /** Every way to read it as a statement of days, each a row of clauses. */
  readonly readings: readonly (readonly Clause[])[];
}

interface Path {
  readonly at: number;
  readonly clauses: readonly Clause[];
}

const grammar = compileGrammar(
  { ...STATEMENT_RULES, ...CAUSE_RULES, ...HARMLESS_RULES, ...ASIDE_RULES, ...IDIOM_RULES, ...ABROAD_RULES },
  OPEN_CLASSES,
);
/** Dates of papers, and what holds for now only. */
const OF_PAPERS =
  /\border dates?\b|(?<!\b(?:delivery|ship|shipping|shipment|dispatch|arrival|new|revised|updated|confirmed) )\bdates? of (?:your|the|our) (?:order|po|O)\b|\bas of now\b/;
/** It moved again, or will: what the mail says elsewhere is not the last word. */
const NEWS_OF_GOODS =
  /\b(?:everything|goods|order|it|they|all|[LOA])\b.*\b(?:pushed|behind|late|delayed|postponed|moved|stuck)\b.*\bagain\b|\bchange of\b.*\bfollows?\b/;
/** Longer sentences, and such as can be read in more ways, are nobody's plain words. */
const MOST_TOKENS = 70;
const MOST_READINGS = 160;
const MOST_CLAUSES = 6;

/** Reads a sentence by the grammar, to its last token. */
export function parseStatement(tokens: readonly Token[]): Parsed {
  const marks = tokens.map(({ mark }) => mark);
  if (marks.length > MOST_TOKENS) return { isHarmless: false, isPlain: false, readings: [] };
  const text = marks.join(' ');
  if (NEWS_OF_GOODS.test(text)) return { isHarmless: false, isPlain: false, readings: [] };
  const isPlain = marks.length === 0 || ends('HARMLESS', marks) || isOfOthers(tokens);
  const isTold = !tellsTogether(marks);
  const isBeside =
    isPlain || (isTold && (ends('ASIDE_SENTENCE', marks) || isToldBeside(marks, 0, marks.length, grammar)));
  // what tells something beside, and names no day, needs no second look
  const parts = isBeside && !saysWhen(marks) ? null : plainReading(tokens, grammar);
  return {
    isPlain,
    isHarmless: isBeside || (isTold && parts?.length === 0),
    readings: OF_PAPERS.test(text) ? [] : [...readingsOf(tokens), ...(parts && parts.length > 0 ? [parts] : [])],
  };
}

/** Whether a sentence names a day, or says that something stays. */
const saysWhen = (marks: readonly string[]): boolean =>
  marks.some((mark) => 'DPNSVT'.includes(mark)) || mayStay(marks.join(' '));

/** What is plainly said of another order is none of ours. */
const isOfOthers = (tokens: readonly Token[]): boolean =>
  (tokens[0]?.mark === 'X' && !tokens.some(({ mark }) => /^(?:[OAR]|also|same|both|too|other|all)$/.test(mark))) ||
  (tokens.some(({ mark }) => mark === 'X') &&
    !tokens.some(({ mark }) => 'OLAR'.includes(mark)) &&
    readingsOf(tokens.map((token) => (token.mark === 'X' ? { ...token, mark: 'O' } : token))).length > 0);

const ends = (rule: string, marks: readonly string[]): boolean =>
  grammar.follow(rule, [{ at: 0, day: null }], marks).some(({ at }) => at === marks.length);

function readingsOf(tokens: readonly Token[]): (readonly Clause[])[] {
  const marks = tokens.map(({ mark }) => mark);
  if (!marks.some((mark) => 'DPNSVT'.includes(mark)) && marks.length > MOST_TOKENS / 2) return [];
  // paths meet at the same places
  const known = new Map<string, Progress[]>();
  const follow = (rule: string, at: number): Progress[] => {
    const found = known.get(`${rule} ${at}`) ?? grammar.follow(rule, [{ at, day: null }], marks);
    known.set(`${rule} ${at}`, found);
    return found;
  };
  const skip = (rule: string, at: number): number[] => [...new Set([at, ...follow(rule, at).map((one) => one.at)])];
  const skipMany = (rule: string, at: number): number[] => {
    const reached = new Set([at]);
    for (const one of reached) for (const next of skip(rule, one)) reached.add(next);
    return [...reached];
  };
  const whole: (readonly Clause[])[] = [];
  const parted = marks.map((_, at) => at).filter((at) => at > 0 && isPartedAt(tokens, at));
  const begins = [0, ...parted.filter((at) => isToldBeside(marks, 0, at, grammar))];
  const ends = new Set(parted.filter((at) => isToldBeside(marks, at, marks.length, grammar)));
  const isEnd = (at: number): boolean => at === marks.length || ends.has(at);
  let paths: Path[] = distinct(
    begins.flatMap((begin) => skipMany('BEFORE', begin).map((at): Path => ({ at, clauses: [] }))),
  );
  for (let count = 0; count < MOST_CLAUSES && paths.length > 0; count += 1) {
    const reached = paths.flatMap(({ at, clauses }) =>
      (['DAY_CLAUSE', 'STAYS_CLAUSE'] as const).flatMap((rule) =>
        follow(rule, at).map(
          (one): Path => ({
            at: one.at,
            clauses: [...clauses, { from: at, to: one.at, day: rule === 'DAY_CLAUSE' ? one.day : null }],
          }),
        ),
      ),
    );
    const fresh = distinct(reached).slice(0, MOST_READINGS);
    whole.push(...fresh.filter(({ at }) => skipMany('BEHIND', at).some(isEnd)).map(({ clauses }) => clauses));
    paths = distinct(fresh.flatMap(({ at, clauses }) => skipMany('JOIN', at).map((to) => ({ at: to, clauses })))).slice(
      0,
      MOST_READINGS,
    );
  }
  return whole;
}

function distinct(paths: readonly Path[]): Path[] {
  const keyOf = (path: Path): string => JSON.stringify([path.at, path.clauses]);
  return [...new Map(paths.map((path) => [keyOf(path), path])).values()];
}
