import type { Span } from './entities/entity.js';

/** A part of a message that may carry a wish of its own; `text` is the message's own words at `span`. */
export interface Clause {
  readonly text: string;
  readonly span: Span;
}

const SENTENCE_END = /[.!?;]+(?=\s|$)|\s*[\n\r]+/g;
const ABBREVIATED = /(?:^|\s)(?:no|nr|num|mr|mrs|ms|dr|st|rd|ave|apt|approx|vs|etc|eg|ie|a\.m|p\.m)$/i;
const GREETING =
  /^\s*(?:hi|hello|hey|heya|hiya|yo|good (?:morning|afternoon|evening|day)|dear (?:team|sir|madam|sir\/madam|support)|greetings)(?: (?:there|team|guys|all|everyone|folks|sir|madam|again|dear))?[ ,!.:-]+(?=\S)/i;
/** What a clause with a wish of its own starts with; splitting elsewhere would tear one wish apart. */
const STARTER =
  "(?:please|pls|plz|kindly|also|just|where|when|what|why|how|who|which|can|could|would|will|is|are|do|does|did|has|have|i(?:'?d| would)? (?:also )?(?:want|need|like|wanna)|i'?m (?:just|only|not)|we (?:want|need)|cancel|change|send|ship|refund|return|exchange|swap|add|remove|update|upgrade|split|tell|let me|give|get me|stop|delete|notify|email|text|call|keep|make|put|switch|replace|don'?t|do not|never)";
const CONNECTOR = new RegExp(
  `\\s*,?\\s(?:and then|and also|and|but also|but|also|plus|then|&|\\+)\\s(?=${STARTER}\\b)|\\s*,\\s?(?=${STARTER}\\b)|\\s-+\\s(?=${STARTER}\\b)`,
  'gi',
);

/**
 * Cuts a message where a new wish may begin: after a sentence, and at "and", "but", "also", "then" or a comma when a
 * request or question follows ("cancel the lens and where's the tripod", but not "the lens and the tripod").
 */
export function splitClauses(text: string): Clause[] {
  const greeting = GREETING.exec(text)?.[0].length ?? 0;
  const cuts = [greeting, ...sentenceEnds(text), ...connectors(text), text.length];
  const starts = [...new Set([0, ...cuts])].sort((a, b) => a - b);
  return starts.slice(0, -1).flatMap((start, at) => trimmed(text, start, starts[at + 1] as number));
}

function sentenceEnds(text: string): number[] {
  return [...text.matchAll(SENTENCE_END)]
    .filter((match) => match[0] !== '.' || !ABBREVIATED.test(text.slice(Math.max(0, match.index - 8), match.index)))
    .map((match) => match.index + match[0].length);
}

const connectors = (text: string): number[] =>
  [...text.matchAll(CONNECTOR)].map((match) => match.index + match[0].length);

const DANGLING = /\s*[\s,;&+-](?:and then|and also|and|but also|but|also|plus|then)?[\s,;&+-]*$/i;

function trimmed(text: string, from: number, to: number): Clause[] {
  const raw = text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const body = raw.slice(lead).replace(DANGLING, '');
  return body === '' ? [] : [{ text: body, span: [from + lead, from + lead + body.length] }];
}
