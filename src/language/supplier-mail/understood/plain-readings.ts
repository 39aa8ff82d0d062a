import type { Grammar } from './grammar.js';
import type { Clause } from './parse-statement.js';
import { isFrameOnly, isPlainStay, plainDayIn } from './plain-frame.js';
import type { Token } from './tokens.js';
import { isPartedAt, isToldBeside } from './told-beside.js';

/** A sentence of more parts is nobody's plain words. */
const MOST_PARTS = 14;

/**
 * Reads a sentence part by part, where each part either says in plain words when goods come or that they come as planned,
 * or tells something beside that; null where a part does neither. No clauses: it only tells something beside.
 */
export function plainReading(tokens: readonly Token[], grammar: Grammar): readonly Clause[] | null {
  const marks = tokens.map(({ mark }) => mark);
  const cuts = marks
    .map((_, at) => at)
    .filter((at) => at > 0 && (isPartedAt(tokens, at) || SUBJECTS.has(marks[at] ?? '')));
  const edges = [0, ...cuts, marks.length];
  if (edges.length > MOST_PARTS + 1) return null;
  const best: (readonly Clause[] | null)[] = edges.map((_, at) => (at === 0 ? [] : null));
  for (let end = 1; end < edges.length; end += 1)
    for (let start = end - 1; start >= 0; start -= 1) {
      const before = best[start];
      const [from = 0, to = 0] = [edges[start], edges[end]];
      const found = before ? partOf(tokens, marks, from, to, grammar) : null;
      if (before && found && coverOf([...before, ...found]) > coverOf(best[end] ?? null))
        best[end] = [...before, ...found];
    }
  const whole = best.at(-1) ?? null;
  // a day of which nothing is said is no aside
  return whole?.length === 0 && marks.some((mark) => mark === 'D' || mark === 'N') ? null : whole;
}

/** How much of a sentence its clauses take; what is not understood takes less than nothing. */
const coverOf = (clauses: readonly Clause[] | null): number =>
  clauses === null ? -1 : clauses.reduce((sum, { from, to }) => sum + to - from, 0);

/** Words with which something new may begin. */
const SUBJECTS = new Set('je nous wir noi wij'.split(' '));

/** What a part says: a clause, or none where it only tells something beside; null where it is not understood. */
function partOf(
  tokens: readonly Token[],
  marks: readonly string[],
  start: number,
  to: number,
  grammar: Grammar,
): readonly Clause[] | null {
  const from = CONNECTS.has(marks[start] ?? '') && to - start > 1 ? start + 1 : start;
  const end = CONNECTS.has(marks[to - 1] ?? '') && to - from > 1 ? to - 1 : to;
  const own = marks.slice(from, end);
  if (own.every((mark) => TALK.has(mark)) || MADE.test(own.join(' ')) || NOT_THEN.test(own.join(' '))) return [];
  const day = plainDayIn(tokens, from, end);
  if (day !== null) return [{ from, to: end, day }];
  if (isPlainStay(tokens, from, end)) return [{ from, to: end, day: null }];
  const isBeside =
    isToldBeside(marks, start, to, grammar) || isHarmlessPart(own, grammar) || saysNoDay(tokens.slice(from, end));
  return isBeside ? [] : null;
}

const isHarmlessPart = (marks: readonly string[], grammar: Grammar): boolean =>
  grammar.follow('HARMLESS', [{ at: 0, day: null }], marks).some(({ at }) => at === marks.length);

/** "(UPS Ground, one shipment)" */
const saysNoDay = (part: readonly Token[]): boolean =>
  (part.length > 1 || /^[LOU]$/.test(part[0]?.mark ?? '')) &&
  !part.some(({ mark }) => 'DNPSVT'.includes(mark) || MOVED_ON.test(mark)) &&
  isFrameOnly(part);
const MOVED_ON = /^(?:mov|push|postpon|delay|slip|slid|shift|resched|put$|back$|releas|plan|set$)/;

/** Words of talk, which may stand alone between commas. */
const TALK = new Set(
  `yes yep yeah no ok okay sure sir madam ma'am mate friend thanks thank you sorry unfortunately apologies hi hello again please note good news bad dass that
  update fyi anyway right well so leider`.split(/\s+/),
);
/** The day on which goods are made, before they go. */
const MADE =
  /^(?:(?:the|your|all|our|these) )*(?:[LOUA]|goods|they|it|order) (?:is|are|will be|get|were) (?:now |all |already )*(?:finished|ready|completed|complete|done|packed|produced|made)(?: (?:on|by|for))? [DNP]$/;
/** The answer to "can you still make the 4th?" */
const NOT_THEN = /^(?:it|this|that) (?:is|was) (?:unfortunately |sadly )?not possible(?: (?:on|for) D)?$/;

const CONNECTS = new Set('so and but therefore hence thus which then und et e y en'.split(' '));
