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
const ABBREVIATED = /(?:^|\s)(?:mr|mrs|ms|dr|st|rd|ave|apt|approx|vs|etc|eg|ie|a\.m|p\.m)$/i;
/** What a clause with a wish of its own starts with; splitting elsewhere would tear one wish apart. */
const STARTER = `(?:please|pls|plz|kindly|also|just|actually|(?:where|when|what|how|who)(?:'?s)?|why|which|can|could|would|will|is|are|may|do|does|did|has|have|any (?:more|word|news|updates?|chance|idea)|(?:i|we)(?:'?d| would)? (?:also |really )?(?:want(?:ed)?|need|like|wanna|prefer|rather|sooner)|(?:for )?the (?:rest|others?)[, ](?:what|can|could|have|please)|i'?m (?:just|only|not|asking|after|wondering)|i'?ll|i(?: have|'?ve)? (?:got|found|have)|i'?ve|we (?:want|need)|let|lemme|(?:the |an? )?(?:date|eta|status|reason|tracking) (?:for|of|on)|(?:it|they|this|that) (?:needs?|must|should|has|have) (?:to )?(?:go|come|be sent)|(?:the|my|our) (?:[\\w'-]+ ){1,4}(?:where(?:'?s)?|when|what|how)\\b(?! (?:i|we|you|u)\\b)|my (?:spot|place|position) in|eta|tracking|status|(?:your )?(?:opening|support|business|office) (?:hours|times)|your hours|(?:a|an) (?:human|person|agent|representative)|don'?t|do not|never|(?:${REQUEST_VERBS})(?! (?:was|is|has|were) ))`;
const JOINT =
  "and then|and also|and after that|after that|afterwards|and if so|and|or|but also|but|also|plus|then|if so|oh and|while you'?re at it|as well as|n|&|\\+|-|/|–";
const FILLERS = '(?:(?:uh|um|er|oh|yeah|so|well|maybe|perhaps|then|first|second(?:ly)?|and|but|&)[ ,]\\s?)*';
/** One look-ahead, and fillers without a limit: each bound of its own has the starters compiled once more, for 80 ms. */
const CONNECTOR = new RegExp(`(?:\\s(?:${JOINT})\\s|,\\s?)(?=${FILLERS}${STARTER}\\b)`, 'gi');
/** What a telegram is about, before what is wanted of it: "lens: cancel", "the tripod - where?". */
const TOPIC = new RegExp(
  `(?<=^|[.,;/\\n] ?|\\band )(?:the |my )?(?!(?:quick|one|first|another|question|also|btw|ps|just)\\b)(\\p{L}[\\p{L}\\p{N}' ]{1,28}?) ?(?::|->|=|\\s[-–])\\s?(?=(?:${STARTER}|status|tracking|eta)\\b)`,
  'giu',
);
/** What each of them has, and few messages. */
const MAY_HAVE_TOPIC = /[:=–-]/;
/** "If it's late I'd like to cancel": people leave out the comma. */
const CONSEQUENCE =
  /\b(?:if|unless)\b[^.!?;,\n]{5,80}?\s(?=(?:i(?:'?d| would) (?:like|rather|want)|i (?:want|need)|please|pls|just|then|cancel|refund)\b)/gi;
/** "one cancel the lamp two where's the desk": spoken numbers, where there are several. */
const SPOKEN = new RegExp(`(?<=^|\\s)(?:one|two|three|firstly|secondly|first|second),? (?=${STARTER}\\b)`, 'gi');
/** "1) where is it 2) cancel the lamp". */
const NUMBERED = /(?:^|\s)\(?[1-5][).:](?=\s)/g;

/** "Quick one first: when are you open?" */
const LEAD =
  /^\W*(?:(?:ok|okay|oh|wait|sorry|but|and|well)\W+)*(?:(?:a )?quick (?:one|question|q)(?: first)?|one (?:quick |more |other )?(?:thing|question)(?: first)?|first(?: of all)?|before that|question|btw|by the way)\s*[:–—-]\s*/i;

/**
 * Cuts a message where a new wish may begin: after a sentence, and at "and", "but", "also", "then" or a comma when a
 * request or question follows ("cancel the lens and where's the tripod", but not "the lens and the tripod").
 */
export function splitClauses(text: string): Clause[] {
  const topics = topicsOf(text).map(({ 0: found, index }) => [index, index + found.length] as const);
  const isInTopic = (cut: number) => topics.some(([from, to]) => cut > from && cut <= to);
  const lead = LEAD.exec(text)?.[0].length;
  const inside = [...sentenceEnds(text), ...inner(text), ...(lead === undefined ? [] : [lead])].filter(
    (cut) => !isInTopic(cut),
  );
  const cuts = [...inside, ...topics.map(([from]) => from)];
  if (cuts.length === 0) return trimmed(text, 0, text.length);
  const starts = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
  const kept = [...starts.slice(0, MOST_CLAUSES), text.length];
  return kept.slice(0, -1).flatMap((start, at) => trimmed(text, start, kept[at + 1] as number));
}

const MAY_END = /[.!?;\n\r]/;

function sentenceEnds(text: string): number[] {
  if (!MAY_END.test(text)) return [];
  return matchesOf(text, SENTENCE_END)
    .filter(
      ({ 0: mark, index }) =>
        mark !== '.' || !isAbbreviation(text.slice(Math.max(0, index - 8), index), text.slice(index + 1, index + 4)),
    )
    .map((match) => match.index + match[0].length);
}

/** "No. 1042" goes on; a "no." ends. */
const isAbbreviation = (before: string, after: string): boolean =>
  ABBREVIATED.test(before) || (NUMBERING.test(before) && /^\s*#?\d/.test(after));
const NUMBERING = /(?:^|\s)(?:no|nr|num)$/i;

const topicsOf = (text: string): readonly RegExpExecArray[] =>
  MAY_HAVE_TOPIC.test(text) ? matchesOf(text, TOPIC) : [];

/** A telegram's part as a sentence has it: "lens: cancel" asks to "cancel lens". */
export function naturalOrder(clause: string): string {
  const [topic] = topicsOf(clause);
  if (!topic || topic.index > 0) return clause;
  const [, wanted = '', mark = ''] = /^(.*?)([.?!,;\s]*)$/s.exec(clause.slice(topic[0].length)) ?? [];
  return `${wanted} ${topic[0].replace(/[\s:>=–-]+$/, '')}${mark}`;
}

const INNER = [CONNECTOR, CONSEQUENCE, NUMBERED];

function inner(text: string): number[] {
  const cuts: number[] = [];
  const spoken = matchesOf(text, SPOKEN);
  const matches = [...INNER.flatMap((shape) => matchesOf(text, shape)), ...(spoken.length > 1 ? spoken : [])];
  for (const match of matches) cuts.push(match.index + match[0].length);
  return cuts;
}

/** What joined a clause to the next: the longer before the shorter. */
const JOINED =
  /(?<= )(?:and then|and also|and after that|after that|and if so|oh and|and|or|but also|but|if so|also|plus|then)$/i;
const isSeparator = (sign: string): boolean => ' \t\r\n,;&+-/–'.includes(sign);

/** The clause without the spaces around it and without what joined it to the next. */
function trimmed(text: string, from: number, to: number): Clause[] {
  let start = from;
  while (start < to && isSeparator(text.charAt(start))) start++;
  let end = withoutSeparators(text, start, to);
  const joint = to < text.length && JOINED.exec(text.slice(start, end));
  if (joint) end = withoutSeparators(text, start, start + joint.index);
  return end > start ? [{ text: text.slice(start, end), span: [start, end] }] : [];
}

function withoutSeparators(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && isSeparator(text.charAt(last - 1))) last--;
  return last;
}
