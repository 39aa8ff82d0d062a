import { type Cell, cutStatements, type Statement } from './statements.js';
import { readHeadings } from './table-columns.js';

interface Line extends Cell {
  readonly isAfterGap: boolean;
}

const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 9;

/**
 * Cuts the visible part of a mail into statements. A table of which only the cells are left, each on a line of its own,
 * becomes the rows that it was: as many lines as there are headings, again and again.
 */
export function cutWithStackedTables(visible: string): Statement[] {
  const lines = linesOf(visible);
  const start = lines.findIndex((_line, at) => headingsFrom(lines, at) > 0);
  const count = start < 0 ? 0 : headingsFrom(lines, start);
  if (count === 0) return cutStatements(visible);
  const rows: Line[][] = [lines.slice(start, start + count)];
  for (let at = start + count; at + count <= lines.length; at += count) {
    const row = lines.slice(at, at + count);
    if (row.slice(1).some(({ isAfterGap }) => isAfterGap) || !/\d/.test(row[0]?.text ?? '')) break;
    rows.push(row);
  }
  if (rows.length < 2) return cutStatements(visible);
  const blanked = rows.flat().reduce((text, cell) => without(text, cell), visible);
  const first = rows[0]?.[0]?.start ?? 0;
  const prose = cutStatements(blanked);
  const above = prose.filter(({ span }) => span[0] < first);
  const paragraph = (above.at(-1)?.paragraph ?? 0) + 1;
  const stacked = rows.map((cells): Statement => {
    const span = [cells[0]?.start ?? 0, (cells.at(-1)?.start ?? 0) + (cells.at(-1)?.text.length ?? 0)] as const;
    return { text: visible.slice(...span), span, cells, paragraph };
  });
  const below = prose
    .filter(({ span }) => span[0] >= first)
    .map((one) => ({ ...one, paragraph: one.paragraph + paragraph + 1 }));
  return [...above, ...stacked, ...below];
}

const without = (text: string, { start, text: cell }: Cell): string =>
  text.slice(0, start) + ' '.repeat(cell.length) + text.slice(start + cell.length);

function linesOf(visible: string): Line[] {
  let start = 0;
  let isAfterGap = true;
  return visible.split('\n').flatMap((line): Line[] => {
    const text = line.trim();
    const one = { text, start: start + line.length - line.trimStart().length, isAfterGap };
    start += line.length + 1;
    isAfterGap = text === '';
    return text === '' ? [] : [one];
  });
}

/** How many lines from here to the next gap are headings, each one of its own column; 0 where they are none. */
function headingsFrom(lines: readonly Line[], at: number): number {
  if (!lines[at]?.isAfterGap) return 0;
  const next = lines.findIndex(({ isAfterGap }, place) => place > at && isAfterGap);
  const cells = lines.slice(at, next < 0 ? lines.length : next);
  const isTable = cells.length >= FEWEST_COLUMNS && cells.length <= MOST_COLUMNS;
  const columns = isTable ? readHeadings(cells) : null;
  return columns && !columns.includes('other') && columns.some((one) => one === 'line' || one === 'item')
    ? cells.length
    : 0;
}
