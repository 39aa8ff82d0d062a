import type { Span } from '../entities/entity.js';
import { MONTH } from './calendar-words.js';

/** One thing that a mail says: a sentence, an item of a list, or a row of a table with its cells. */
export interface Statement {
  /** As long as what it stands for in the mail, wrapped lines joined. */
  readonly text: string;
  readonly span: Span;
  /** Null for prose. Spans are those of the mail. */
  readonly cells: readonly Cell[] | null;
  readonly paragraph: number;
}

export interface Cell {
  readonly text: string;
  readonly start: number;
}

const BULLET = /^\s*(?:[-*•·+o>]|\(?\d{1,2}[.)])\s+/;
/** "Line 3 - …", "LEN-50: …" begin a new thing. */
const NAMES_ITEM =
  /^\s*(?:(?:line|ln|item|pos(?:ition)?|zeile|ligne|línea)\.?\s*#?\d|\p{Lu}{2,}[\p{Lu}\d]*-\d|[\p{L} ]{2,24}:\s)/iu;
const SHORT_HEADING = /^(?:no|nr|pos|qty|art|ln|s\.? ?no|sl\.? ?no|sr\.? ?no)\.$/i;
const WRAPPED_FROM = 48;
/** "Mr. Olsen", "i. A. Holger" */
const TITLE_OF_PERSON = /\b(?:mr|mrs|ms|messrs|dr|prof|hr|fr|ing|sr|sra|mme)\.$/i;
const ADDRESS = /\p{L}@\p{L}|\+\d[\d ()./-]{6,}/u;
/** "14. Dezember" is one day. */
const MONTH_AHEAD = new RegExp(`^\\s+${MONTH}`, 'iu');
/** "Dec 4. Dec 7 for the rest" is two. */
const AFTER_MONTH = new RegExp(`${MONTH}\\s*\\d{1,2}\\.$`, 'iu');
const ABBREVIATED =
  /(?:(?<!\p{L})(?:réf|référ|rif|art|bzw|zzgl|ggf|inkl|lt|tel|sr|sra|st|approx|vs|ns|sig|spett|prev|orig|rev|conf|sched|deliv|no|nr|ca|est|etc|incl|qty|pos|inc|ltd|co|e\.g|i\.e|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|dez|okt|wk|p\.o|p|o|c\.w|c|attn|ref|mon|tues?|wed|thur?s?|fri|sat|sun)|\b\p{L})\.$/iu;

/** A line's cells where it is written as a row: by bars, tabs, wide gaps or commas. */
export function cellsOf(line: string): Cell[] | null {
  if (/^[\s|+:=-]*$/.test(line)) return null;
  const split = (separator: RegExp): Cell[] => {
    const cells: Cell[] = [];
    let start = 0;
    for (const match of [...line.matchAll(separator), { index: line.length, 0: '' }]) {
      const raw = line.slice(start, match.index);
      const isQuoted = /^\s*"[^"]*"\s*$/.test(raw);
      const text = isQuoted ? raw.trim().slice(1, -1).trim() : raw.trim();
      cells.push({ text, start: start + raw.length - raw.trimStart().length + (isQuoted ? 1 : 0) });
      start = match.index + match[0].length;
    }
    return cells;
  };
  if (line.includes('|')) {
    const cells = split(/\|/g);
    const inner = /^\s*\|/.test(line) ? cells.slice(1) : cells;
    const whole = /\|\s*$/.test(line) ? inner.slice(0, -1) : inner;
    return whole.length >= 2 ? whole : null;
  }
  const body = line.trim();
  if (body.includes('\t'))
    return split(/\t+/g).filter(({ text }, at, all) => text !== '' || (at > 0 && at < all.length - 1));
  if (/\S {2,}\S/.test(body)) {
    const cells = split(/ {2,}/g).filter(({ text }) => text !== '');
    if (cells.length >= 2 && cells.slice(0, -1).every(({ text }) => !/[.!?]$/.test(text) || SHORT_HEADING.test(text)))
      return cells;
  }
  if (body.split(/;(?=\S)/).length >= 3 && !/;\s/.test(body)) return split(/;/g);
  const comma = body.split(/[,;](?=\S)/).length >= 3 && !/[,;]\s/.test(body) && !/[.!?]$/.test(body);
  return comma ? split(/[,;]/g) : null;
}

/** Cuts the visible part of a mail into statements, in their order. */
export function cutStatements(visible: string): Statement[] {
  const blocks: { start: number; text: string; cells: Cell[] | null; paragraph: number }[] = [];
  let paragraph = 0;
  let start = 0;
  let isAfterGap = true;
  for (const line of visible.split('\n')) {
    const cells = cellsOf(line);
    const last = blocks.at(-1);
    if (line.trim() === '') {
      if (!isAfterGap) paragraph += 1;
      isAfterGap = true;
    } else {
      if (!isAfterGap && last && !last.cells && !cells && isWrapped(last.text, line)) last.text += `\n${line}`;
      else
        blocks.push({
          start,
          text: line,
          cells: cells?.map((cell) => ({ ...cell, start: cell.start + start })) ?? null,
          paragraph,
        });
      isAfterGap = false;
    }
    start += line.length + 1;
  }
  return blocks.flatMap((block): Statement[] =>
    block.cells
      ? [
          {
            text: block.text,
            span: [block.start, block.start + block.text.length] as const,
            cells: block.cells,
            paragraph: block.paragraph,
          },
        ]
      : sentencesOf(block.text, block.start).map((one) => ({ ...one, cells: null, paragraph: block.paragraph })),
  );
}

/** Whether a line goes on in the next: it is long, or the next begins in lower case. */
function isWrapped(text: string, next: string): boolean {
  const line = text.slice(text.lastIndexOf('\n') + 1).trimEnd();
  if (ADDRESS.test(line) || BULLET.test(next) || NAMES_ITEM.test(next) || /[.!?:;]$/.test(line)) return false;
  return (
    line.length >= WRAPPED_FROM ||
    (/^\s*\p{Ll}/u.test(next) &&
      /(?:,|\b(?:and|the|on|by|to|of|for|in|is|will|be|or|a|from|at|with|ship|ships))$/i.test(line))
  );
}

function sentencesOf(text: string, start: number): { text: string; span: Span }[] {
  const sentences: { text: string; span: Span }[] = [];
  let from = 0;
  const close = (to: number): void => {
    const raw = text.slice(from, to);
    const body = raw.trim();
    if (/[\p{L}\p{N}?]/u.test(body)) {
      const at = start + from + raw.length - raw.trimStart().length;
      sentences.push({ text: body, span: [at, at + body.length] });
    }
    from = to;
  };
  for (const match of text.matchAll(/[.!?]+[)"']?(?=\s)|;(?=\s)/g)) {
    const end = match.index + match[0].length;
    const after = text.slice(end);
    const before = text.slice(Math.max(from, end - 12), end);
    const isShort =
      (/^\.[)"']$/.test(match[0]) && /^\s+\p{Ll}/u.test(after)) ||
      (match[0] === '.' &&
        ((/\b\d{1,2}\.$/.test(before) && MONTH_AHEAD.test(after) && !AFTER_MONTH.test(before)) ||
          (/\d\.$/.test(before) && /^\s+\p{Ll}/u.test(after)) ||
          /^\s*\(?\d{1,2}\.$/.test(text.slice(from, end)) ||
          TITLE_OF_PERSON.test(before) ||
          (ABBREVIATED.test(before) && (MONTH_AHEAD.test(after) || !/^\s+\p{Lu}\p{Ll}+\b(?!\s+\d)/u.test(after)))));
    if (!isShort) close(end);
  }
  close(text.length);
  return sentences;
}
