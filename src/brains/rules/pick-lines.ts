import type { LineFacts } from '../../tools/order-facts.js';
import { leadersByWords } from './pick.js';

/** The lines a text names, in their order, apart from those it names only to say that they stay. */
export interface NamedLines {
  readonly named: readonly LineFacts[];
  readonly kept: readonly LineFacts[];
}

/** Where what is said of one item may turn into what is said of another. */
const SEGMENT =
  /[.;!?\n,]+|\s(?=(?:but|except|instead of|rather than|apart from|other than|besides|not)\b)|\s(?=and (?:please |just )?(?:leave|keep)\b)|\s(?=(?:and |then |also ){1,2}(?:tell|let me|could|can|when|where|what|how|why|is|has|does|do)\b)|\bwhile\b/i;
/** What joins names that share what is said of them. */
const JOINT = /\s*(?:\band\b|\bplus\b|\bor\b|&|\+|\/|:|\s-\s)\s*/i;
const STAYS =
  /\b(?:keep(?:ing|s)?|kept|stays?|staying|remains?|except|instead of|rather than|apart from|other than|besides|(?:do|still) (?:want|need|like|love)(?![^,.;]*\b(?:cancel|refund|gone|remov|off)\w*)|still (?:yes|on|good|ok)|(?:is|are) (?:ok(?:ay)?|fine|all ?right)(?: to (?:stay|keep|ship|send|come))?\s*$|(?:only|just) want|leave|holds? on to|(?:can|may|should) (?:come|stay|ship)|do(?:n'?t| not) (?:cancel|touch|remove|take))\b|^\s*(?:but |and )?(?:please )?(?:send|ship)\b|^\s*(?:but )?not (?!needed|wanted|need|want|going|required)/i;

/** What is only asked about, in a message that orders something as well: "where's the tripod? and cancel the lens". */
const ASKED_ABOUT =
  /^(?:[^:]*:)?[^\p{L}]*(?:(?:and|also|then|so|but|oh|uh|um|eta|date|status) )*(?:where|when|has|have|how|why|what|did|track(?:ing)?|eta|status|(?:an? |the )?(?:date|eta|update|news) (?:for|of|on|about)|tell me|let me know)(?:'?s)?\b|\b(?:tell me|know|check|find out|wonder\w*)\b.{0,25}\b(?:when|where|what|which|how|why|if|whether|about)\b/iu;
/** Said of what was named just before: "bread from scratch: keep", "the chairs, those stay". */
const SAID_OF_IT = /^\s*(?:those|that one|they|it)?\s*(?:keep|stays?)(?: (?:it|them|those|that))?\s*$/i;
/** "…, no sorry the blue one", "…, I mean the small one": what was named just before is not meant. */
const TAKES_BACK =
  /^\s*(?:(?:oh|ah|er|um|uh|but|sorry|hang on|hold on|actually|my bad)\s+)*(?:no|nope|wait|oops|scratch that|correction|rather|or rather|make (?:that|it)|i mean(?:t)?|sorry (?=(?:the|my|it'?s|that'?s)\b))(?![\w'])/i;
const ADDS = /^\s*(?:and|also|plus|as well)\b/i;
/** A thing is called by its last word rather than by another: "the stroller" is no stroller cup holder. */
const AS_GOOD = 0.05;

/** Which of an order's lines a text speaks of, item by item: "the parasol and the cushions, keep the chairs". */
export function pickLines(text: string, lines: readonly LineFacts[]): NamedLines {
  const names = lines.map(({ lineName }) => lineName);
  const [named, kept, asked] = [new Set<number>(), new Set<number>(), new Set<number>()];
  let before: readonly number[] = [];
  let [last, isTakenBack]: [readonly number[], boolean] = [[], false];
  for (const segment of text.split(SEGMENT)) {
    const found = segment.split(JOINT).flatMap((part) => meantIn(part, leadersByWords(part, names, AS_GOOD)));
    const into = STAYS.test(segment) ? kept : ASKED_ABOUT.test(segment) ? asked : named;
    const meant = found.length === 0 && SAID_OF_IT.test(segment) ? before : found;
    isTakenBack ||= TAKES_BACK.test(segment);
    if (meant.length > 0 && isTakenBack && !ADDS.test(segment)) for (const index of last) named.delete(index);
    for (const index of meant) into.add(index);
    before = found;
    if (meant.length > 0) [last, isTakenBack] = [meant, false];
  }
  if (named.size === 0) for (const index of asked) named.add(index);
  for (const index of kept) named.delete(index);
  const those = (of: ReadonlySet<number>) => lines.filter((_, index) => of.has(index));
  return { named: those(named), kept: those(kept) };
}

/** The one that a part names, or as many as it counts: "the two cardigans". */
const meantIn = (part: string, leaders: readonly number[]): readonly number[] =>
  leaders.length === 1 || COUNTED.some(([count, words]) => leaders.length === count && words.test(part)) ? leaders : [];
const COUNTED: readonly (readonly [number, RegExp])[] = [
  [2, /\b(?:both|two|2)\b/i],
  [3, /\b(?:three|3)\b/i],
];

const CHEAPEST = /\b(?:cheap(?:er|est)|least expensive|less expensive|lowest[- ]priced)\b/i;
const DEAREST = /\b(?:dear(?:er|est)|(?:most|more) expensive|pric(?:ier|iest)|costl(?:ier|iest))\b/i;

/** "the cheaper one", "the most expensive": the one line that is, or null. */
export function pickByPrice(text: string, lines: readonly LineFacts[]): LineFacts | null {
  const sign = CHEAPEST.test(text) ? 1 : DEAREST.test(text) ? -1 : 0;
  if (sign === 0 || lines.length < 2) return null;
  const [first, second] = [...lines].sort((a, b) => sign * (a.unitPrice.cents - b.unitPrice.cents));
  return first && first.unitPrice.cents !== second?.unitPrice.cents ? first : null;
}
