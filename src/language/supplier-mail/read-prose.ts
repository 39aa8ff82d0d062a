import type { Span } from '../entities/entity.js';
import { roleOf } from './day-role.js';
import type { ClaimDoubt, Context, Finding } from './finding.js';
import type { LineMention } from './line-mention.js';
import type { DayContext, MailDay } from './mail-day.js';
import { type AskedOrder, markStatement } from './marked-statement.js';
import { FIRST_PART, findQuantities, REST } from './quantities.js';
import { readSegment } from './read-segment.js';
import { cutSegments } from './segments.js';
import {
  CONDITIONS,
  CORRECTIONS,
  HEDGES,
  OF_OTHER_GOODS,
  ON_THE_WAY,
  OTHER_ORDER,
  QUESTION_TO_US,
  UNSURE,
  withoutPoliteness,
} from './statement-signs.js';
import type { Statement } from './statements.js';

/** What a statement says, and what the next one may refer to. */
export interface ProseReading {
  readonly findings: readonly Finding[];
  /** These hold for all of the mail. */
  readonly doubts: readonly ClaimDoubt[];
  readonly context: Context;
  /** The orders it names: ours, others. */
  readonly orders: { readonly ours: boolean; readonly others: boolean };
}

/** "the lens was to ship with the tripod" is about the lens. */
const COMPANION =
  /\b(?:ship|leave|go|come|travel|arrive|go out|sent|shipped)\p{L}* (?:together |along )?with (?:the |your |our )?$/iu;
const WHOLE_ORDER =
  /\b(?:the|your|this|our|entire) (?:order|po|purchase order|shipment|delivery|goods|bestellung|lieferung)\b|\b(?:die|ihre) (?:bestellung|lieferung)\b/i;
/** Papers that come later change nothing about the goods. */
const PAPERS_LATER = /\b(?:tracking|awb|invoice|packing list|documents?|docs|paperwork|confirmation|asn)\b/i;

const PAPERS_SENT =
  /\b(?:send|email|e-mail|forward|share|provide|follows?)\b[^.]*\b(?:tracking|awb|invoice|packing list|documents?|docs|paperwork|asn)\b|\b(?:tracking|awb|invoice|packing list|documents?|docs|paperwork|asn)\b[^.]*\b(?:send|email|e-mail|forward|share|provide|follows?)\b/i;

/**
 * Reads a sentence: which lines, which days, and what of them. A generous reading takes a day that no word speaks of for
 * the goods' own.
 */
export function readProse(
  statement: Statement,
  order: AskedOrder,
  days: DayContext,
  context: Context,
  isGenerous = false,
): ProseReading {
  const corrects = CORRECTIONS.test(withoutPoliteness(statement.text));
  const marked = markStatement(statement.text, order, { ...days, near: corrects ? context.lastDay : null });
  const { text, orders, withoutOrders, bare, days: found, quiet } = marked;
  const mentions = marked.mentions.filter((one, at) => at === 0 || !COMPANION.test(text.slice(0, one.span[0])));
  const named = { ours: orders.some(({ isOurs }) => isOurs), others: orders.some(({ isOurs }) => !isOurs) };
  const all = allBut(restAsLines(mentions, quiet, order.lines.length, context.lines !== null), text);

  const segments = cutSegments(
    withoutOrders,
    all,
    found.map(({ span }) => span),
  );
  const paired = inTurn(text, all, found);
  const doubts = doubtsOf(quiet);
  const isOfPapers = PAPERS_SENT.test(text) && found.every(({ doubt }) => doubt === 'no_day');
  const findings = (isOfPapers ? [] : segments).flatMap((segment) => {
    const target = targetOf(segment.mention, context, statement, order, { text, named, corrects });
    return readSegment({
      text: bare,
      quiet,
      segment,
      days: found.filter(({ span }) => span[0] >= segment.start && span[0] < segment.end),
      allDays: found,
      target,
      corrects,
      doubts,
      at: statement.span[0],
      span: statement.span,
      sentOn: days.sentOn,
      promised: days.promised,
      isBare: isGenerous || saysNothingElse(quiet),
    });
  });
  const ahead = found.filter(
    ({ day, span }) => (day === null || day >= days.sentOn) && !/\bsince\s*$/i.test(text.slice(0, span[0])),
  );
  const unread = findings.length === 0 ? unreadDoubts(statement, text, quiet, ahead) : [];
  const last = segments.at(-1)?.mention;
  return {
    findings: paired ? paired(findings, statement.span) : findings,
    doubts: [...unread, ...(QUESTION_TO_US.test(text) ? (['asks'] as const) : [])],
    context:
      last && last.kind !== 'others'
        ? { lines: last.lines, isSure: last.isSure, paragraph: statement.paragraph, lastDay: lastDayOf(found, context) }
        : { ...context, lastDay: lastDayOf(found, context) },
    orders: named,
  };
}

/** Beside the day there is nothing but small words: "it'll be Dec 10, promise". */
const SMALL_WORDS = new Set(
  "it its it's it'll that that's this would will be is are now then sure for on by the of at we i we're i'd say promise ok yes no so can do hi hello dear thanks thank you regards team all and not but latest sorry again still new to or in from around about have had as".split(
    ' ',
  ),
);
const saysNothingElse = (quiet: string): boolean =>
  [...quiet.toLowerCase().matchAll(/[\p{L}']+/gu)].filter(([word]) => !SMALL_WORDS.has(word)).length <= 1;

const lastDayOf = (found: readonly MailDay[], context: Context) =>
  found.findLast(({ day }) => day !== null)?.day ?? context.lastDay;

/** "Line 1 ships Dec 4, the rest on Jan 9": without a number of units the rest is the other lines. */
function restAsLines(
  mentions: readonly LineMention[],
  quiet: string,
  lines: number,
  hasContext: boolean,
): readonly LineMention[] {
  const rest = REST.exec(quiet);
  if (
    !rest ||
    lines < 2 ||
    findQuantities(quiet).length > 0 ||
    FIRST_PART.test(quiet) ||
    (mentions.length === 0 && !hasContext)
  )
    return mentions;
  const span = [rest.index, rest.index + rest[0].length] as const;
  return [...mentions, { lines: [], isSure: true, kind: 'others' as const, span }].sort(
    (a, b) => a.span[0] - b.span[0],
  );
}

/** "Your order is confirmed, except line 2": what stands before the exception is said of all. */
function allBut(mentions: readonly LineMention[], text: string): readonly LineMention[] {
  const [first] = mentions;
  if (first?.kind !== 'except' || !/\p{L}{3}/u.test(text.slice(0, Math.max(0, first.span[0] - 12)))) return mentions;
  return [{ lines: [], isSure: true, kind: 'others', span: [0, 0] }, ...mentions];
}

/** "line 1 and line 2 ship Dec 10 and Dec 14 respectively". */
function inTurn(text: string, mentions: readonly LineMention[], days: readonly MailDay[]) {
  const lines = mentions.flatMap((one) => one.lines);
  if (!/\b(?:respectively|resp\.|beziehungsweise|respectivamente)/i.test(text) || lines.length !== days.length)
    return null;
  return (findings: readonly Finding[], span: Span): Finding[] => {
    const [first] = findings;
    if (!first) return [];
    return lines.map((line, at) => ({
      ...first,
      kind: 'date',
      day: days[at] ?? null,
      lines: [line],
      scope: 'named',
      span,
      doubts: first.doubts.filter((one) => one !== 'conflict'),
    }));
  };
}

/** Which lines a segment speaks of: those it names, those spoken of before, the only one there is, or none known. */
function targetOf(
  mention: Pick<LineMention, 'lines' | 'isSure' | 'kind'> | null,
  context: Context,
  statement: Statement,
  { lines }: AskedOrder,
  { text, named, corrects }: { text: string; named: ProseReading['orders']; corrects: boolean },
): { lines: readonly number[] | null; scope: Finding['scope']; isSure: boolean } {
  if (mention?.kind === 'all') return { lines: mention.lines, scope: 'all', isSure: true };
  if (mention?.kind === 'others') return { lines: [], scope: 'others', isSure: true };
  const isOneOfSeveral = mention !== null && !mention.isSure && mention.lines.length !== 1;
  if (mention) return { lines: isOneOfSeveral ? null : mention.lines, scope: 'named', isSure: mention.isSure };
  if (lines.length === 1) return { lines: [0], scope: 'context', isSure: true };
  if (context.lines && (context.paragraph === statement.paragraph || corrects))
    return { lines: context.lines, scope: 'context', isSure: context.isSure };
  if (named.ours || WHOLE_ORDER.test(text)) return { lines: lines.map((_, at) => at), scope: 'all', isSure: false };
  return { lines: null, scope: 'none', isSure: false };
}

const SIGNS: readonly (readonly [ClaimDoubt, RegExp])[] = [
  ['hedged', HEDGES],
  ['conditional', CONDITIONS],
  ['other_goods', OF_OTHER_GOODS],
  ['on_the_way', ON_THE_WAY],
  ['other_order', OTHER_ORDER],
];
const doubtsOf = (quiet: string): ClaimDoubt[] => SIGNS.flatMap(([doubt, words]) => (words.test(quiet) ? [doubt] : []));

/** A sentence without a claim may still take the firmness from the others: "that is if customs clears". */
function unreadDoubts(statement: Statement, text: string, quiet: string, days: readonly MailDay[]): ClaimDoubt[] {
  if (PAPERS_LATER.test(text) && !UNSURE.test(quiet)) return [];
  const unplaced = days.some((day, at) => {
    const lead = text.slice(days[at - 1]?.span[1] ?? 0, day.span[0]);
    return roleOf(day, lead, text.slice(day.span[1], days[at + 1]?.span[0])) === 'bare';
  });
  return [...doubtsOf(quiet), ...(unplaced && statement.cells === null ? (['other_days'] as const) : [])];
}
