import { blank, type Span } from '../entities/entity.js';
import type { LineMention, OrderedLine } from './line-mention.js';

/** A part of a statement that speaks of the same lines. */
export interface Segment {
  /** Null where it names none. */
  readonly mention: Pick<LineMention, 'lines' | 'isSure' | 'kind'> | null;
  readonly start: number;
  readonly end: number;
}

const COUPLED =
  /^(?:\s|,|&|\+|\/|\(|\)|:|-|=|"|'|\band\b|\bplus\b|\bas well as\b|\bund\b|\by\b|\bet\b|\bthe\b|\bboth\b|\bor\b|\bof\b|\bon\b|\byour\b|\bour\b|\bfor\b(?=\s*$))*$/i;
const VERB_AHEAD = /^\s*(?:is|are|will|ships?|stays?|remains?|still|can|goes|go|arrives?|leaves?)\b/i;
const SAME_THING = /[(:=-]|^\s+$|\bon\b/;
const BOUNDARY = /,?\s+(?:and|but|while|whereas|however|und|aber|y|pero|et|mais)\s|[,;/]|\.\s/gi;

/**
 * Cuts a statement where it turns to other lines: "the tripod ships Dec 10 and the lens Jan 9" → two segments. What
 * stands before the first mention belongs to it.
 */
export function cutSegments(text: string, mentions: readonly LineMention[], days: readonly Span[]): Segment[] {
  const groups = grouped(text, mentions, days);
  if (groups.length === 0) return [{ mention: null, start: 0, end: text.length }];
  const quiet = blank(text, [...days, ...mentions.map(({ span }) => span)]);
  const starts = groups.map(({ span }, at) => {
    const before = groups[at - 1];
    if (!before) return 0;
    const boundary = [...quiet.slice(before.span[1], span[0]).matchAll(BOUNDARY)].at(-1);
    return boundary ? before.span[1] + boundary.index : span[0];
  });
  return groups.map((mention, at) => ({ mention, start: starts[at] ?? 0, end: starts[at + 1] ?? text.length }));
}

/** Without what has been blanked out, such as the order's number. */
const words = (text: string): string => text.replace(/[^\x20-\uffff\s]/g, ' ');

/** "line 2 (the lens)" and "the tripod and the lens" are one mention each. */
function grouped(text: string, mentions: readonly LineMention[], days: readonly Span[]): LineMention[] {
  const groups: LineMention[] = [];
  for (const one of mentions) {
    const last = groups.at(-1);
    const between = last ? text.slice(last.span[1], one.span[0]) : '';
    // "Dec 10 for the tripods, lenses are on time"
    const isNext =
      last !== undefined &&
      /^\s*[,;]\s*(?:the |our |your )?$/i.test(between) &&
      VERB_AHEAD.test(text.slice(one.span[1])) &&
      days.some((day) => day[1] <= last.span[0]);
    if (!last || isNext || !COUPLED.test(words(between)) || last.kind !== one.kind || one.kind === 'others') {
      groups.push(one);
      continue;
    }
    const isSame = SAME_THING.test(between);
    const shared = one.lines.filter((line) => last.lines.includes(line));
    // "line 2 (the lens)": one thing said twice must be one thing; "line 1 or line 2" is neither
    const lines = isSame
      ? shared.length > 0
        ? shared
        : [...last.lines, ...one.lines]
      : [...new Set([...last.lines, ...one.lines])];
    const isSure = isSame
      ? shared.length === 1 || (shared.length > 0 && last.isSure && one.isSure)
      : last.isSure && one.isSure && !/\bor\b/i.test(between);
    groups.pop();
    groups.push({ lines, isSure, kind: one.kind, span: [last.span[0], one.span[1]] });
  }
  return groups;
}

/** Codes of papers and places, not of goods. */
const NO_ITEM =
  'PO|INV|SO|AB|OA|OB|LS|AU|RMA|ISO|CW|KW|WK|PI|OC|ACK|REF|RFQ|QT|AWB|BL|DN|WO|MO|CR|NCR|SR|TEL|DHL|UPS|COVID|UTC|GMT|ASN|HS';
const ANY_CODE = new RegExp(`(?<![\\p{L}\\p{N}-])(?!(?:${NO_ITEM})-)\\p{Lu}{2,6}-\\d{1,6}[\\p{Lu}\\d-]*`, 'gu');

/** Codes made as the order's SKUs are, or as SKUs often are, and none of them: another item. */
export function findOtherItems(text: string, lines: readonly OrderedLine[]): LineMention[] {
  const families = [...new Set(lines.flatMap(({ sku }) => /^\p{L}{2,}/u.exec(sku)?.[0] ?? []))];
  const alike = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${families.join('|') || '(?!)'})[-_]?\\d[\\p{L}\\p{N}-]*`, 'giu');
  const found = new Map([...text.matchAll(ANY_CODE), ...text.matchAll(alike)].map((match) => [match.index, match[0]]));
  return [...found].map(([start, code]) => ({
    lines: [],
    isSure: false,
    kind: 'named',
    span: [start, start + code.length],
  }));
}
