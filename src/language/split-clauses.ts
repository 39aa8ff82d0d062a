import type { Span } from './entities/entity.js';
import { matchesOf } from './matches.js';
import { REQUEST_VERBS } from './request-words.js';

/** A part of a message that may carry a wish of its own; `text` is the message's own words at `span`. */
export interface Clause {
  readonly text: string;
  readonly span: Span;
}

/** Longer messages are a story; what follows is read as one more clause, and the work stays bounded. */
const MOST_CLAUSES = 12;

const SENTENCE_END = /[.!?;]+(?=\s|$)|[\n\r]+/g;
const ABBREVIATED = /(?:^|\s)(?:no|nr|num|mr|mrs|ms|dr|st|rd|ave|apt|approx|vs|etc|eg|ie|a\.m|p\.m)$/i;
/** What a clause with a wish of its own starts with; splitting elsewhere would tear one wish apart. */
const STARTER = `(?:please|pls|plz|kindly|also|just|actually|where|when|what|why|how|who|which|can|could|would|will|is|are|do|does|did|has|have|any (?:news|update|chance)|i(?:'?d| would)? (?:also )?(?:want|need|like|wanna)|i'?m (?:just|only|not)|i'?ll|we (?:want|need)|let|don'?t|do not|never|(?:${REQUEST_VERBS})(?! (?:was|is|has|were) ))`;
const JOINT =
  "and then|and also|and if so|and|or|but also|but|also|plus|then|if so|oh and|while you'?re at it|as well as|&|\\+|-";
const CONNECTOR = new RegExp(
  `\\s(?:${JOINT})\\s(?=${STARTER}\\b)|,\\s?(?=(?:and |but |then |so )?${STARTER}\\b)`,
  'gi',
);
/** "If it's late I'd like to cancel": people leave out the comma. */
const CONSEQUENCE =
  /\b(?:if|unless)\b[^.!?;,\n]{5,80}?\s(?=(?:i(?:'?d| would) (?:like|rather|want)|i (?:want|need)|please|pls|just|then|cancel|refund)\b)/gi;
/** "1) where is it 2) cancel the lamp". */
const NUMBERED = /(?:^|\s)\(?[1-5][).:](?=\s)/g;

/**
 * Cuts a message where a new wish may begin: after a sentence, and at "and", "but", "also", "then" or a comma when a
 * request or question follows ("cancel the lens and where's the tripod", but not "the lens and the tripod").
 */
export function splitClauses(text: string): Clause[] {
  const cuts = [0, ...sentenceEnds(text), ...inner(text), text.length];
  const starts = [...new Set(cuts)].sort((a, b) => a - b);
  const kept = [...starts.slice(0, MOST_CLAUSES), text.length];
  return kept.slice(0, -1).flatMap((start, at) => trimmed(text, start, kept[at + 1] as number));
}

function sentenceEnds(text: string): number[] {
  return matchesOf(text, SENTENCE_END)
    .filter((match) => match[0] !== '.' || !ABBREVIATED.test(text.slice(Math.max(0, match.index - 8), match.index)))
    .map((match) => match.index + match[0].length);
}

const inner = (text: string): number[] =>
  [CONNECTOR, CONSEQUENCE, NUMBERED].flatMap((shape) =>
    matchesOf(text, shape).map((match) => match.index + match[0].length),
  );

const JOINING = [
  'and then',
  'and also',
  'and if so',
  'oh and',
  'and',
  'or',
  'but also',
  'but',
  'if so',
  'also',
  'plus',
  'then',
];
const isSeparator = (sign: string): boolean => ' \t\r\n,;&+-'.includes(sign);

/** The clause without the spaces around it and without what joined it to the next. */
function trimmed(text: string, from: number, to: number): Clause[] {
  let start = from;
  while (start < to && isSeparator(text.charAt(start))) start++;
  let end = withoutSeparators(text, start, to);
  const joint = JOINING.find((word) => text.slice(start, end).toLowerCase().endsWith(` ${word}`));
  if (joint && to < text.length) end = withoutSeparators(text, start, end - joint.length);
  return end > start ? [{ text: text.slice(start, end), span: [start, end] }] : [];
}

function withoutSeparators(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isSeparator(text.charAt(last - 1))) last--;
  return last;
}
