import { createReadStream } from 'node:fs';

/** What is wrong in a file somebody handed in, as `file:line:column: what, and what to write instead`. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** One record of a CSV file. It is reused for the next record: read what is wanted before returning. */
export interface CsvRow<Column extends string> {
  /** Line of the file on which the record begins, the header being line 1. */
  readonly line: number;
  /** The field without surrounding space; empty where the column is absent. */
  text(column: Column): string;
  /** The field, which must not be empty. */
  name(column: Column): string;
  /** A decimal number, or null where empty. `min` is the least allowed. */
  number(column: Column, min?: number): number | null;
  /** A date as 2026-11-23, as whole days since 1970-01-01, or null where empty. */
  day(column: Column): number | null;
  /** true, yes or 1; false, no or 0; null where empty. */
  flag(column: Column): boolean | null;
  /** The error to throw about this field. */
  wrong(column: Column, what: string): FileError;
}

export interface CsvColumns<Column extends string> {
  readonly required: readonly Column[];
  readonly optional?: readonly Column[];
}

/** No field of these files is near this long: a longer record means that a quote was never closed. */
const LONGEST_RECORD = 100_000;
const LONGEST_HEADER_TOLD = 200;

/** No count of units comes near this; above it whole numbers are no longer told apart, and sums lose their meaning. */
const LARGEST = 1e15;
/** Years beyond these stand for "never" or "unknown" in other systems. */
const YEARS = { first: 1900, last: 2199 } as const;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const TRUE = new Set(['true', 'yes', '1']);
const FALSE = new Set(['false', 'no', '0']);

/**
 * Reads a CSV file (RFC 4180: commas, quotes doubled inside quotes, LF or CRLF, with or without a byte order mark) as
 * a stream, record by record, in memory that does not grow with the file. The first line names the columns, in any
 * order; columns not asked for are passed over, blank lines too. Returns the number of records.
 * Throws a FileError when the file cannot be read, a required column is missing or named twice, a record has another
 * number of fields than the header, a quote is left open, or `onRow` finds a field wrong.
 */
export async function readCsv<Column extends string>(
  file: string,
  { required, optional = [] }: CsvColumns<Column>,
  onRow: (row: CsvRow<Column>) => void,
): Promise<number> {
  let positions: Map<Column, number> | undefined;
  let width = 0;
  let count = 0;
  const current: { line: number; fields: readonly string[] } = { line: 0, fields: [] };
  const row = rowReader<Column>(file, current, (column) => positions?.get(column));
  for await (const { line, record } of recordsOf(file)) {
    const fields = splitRecord(record, file, line);
    if (positions === undefined) {
      positions = readHeader(fields, required, optional, file, line);
      width = fields.length;
      continue;
    }
    if (fields.length !== width) {
      const place = Math.min(fields.length, width) + 1;
      throw new FileError(`${file}:${line}:${place}: has ${fields.length} fields where the header has ${width}`);
    }
    current.line = line;
    current.fields = fields;
    onRow(row);
    count += 1;
  }
  if (positions === undefined) throw new FileError(`${file}:1:1: is empty; the first line names ${required.join(',')}`);
  return count;
}

function readHeader<Column extends string>(
  fields: readonly string[],
  required: readonly Column[],
  optional: readonly Column[],
  file: string,
  line: number,
): Map<Column, number> {
  const names = fields.map((field) => field.trim());
  const positions = new Map<Column, number>();
  for (const column of [...required, ...optional]) {
    const at = names.indexOf(column);
    const again = names.indexOf(column, at + 1);
    if (at >= 0 && again > at) throw new FileError(`${file}:${line}:${again + 1}: column ${column} is named twice`);
    if (at >= 0) positions.set(column, at);
    else if (required.includes(column)) {
      const hint = names.length === 1 && /[;\t]/.test(names[0] ?? '') ? '; separate columns by commas' : '';
      throw new FileError(
        `${file}:${line}:${names.length + 1}: column ${column} is missing (found ${names.join(',').slice(0, LONGEST_HEADER_TOLD)})${hint}`,
      );
    }
  }
  return positions;
}

function rowReader<Column extends string>(
  file: string,
  current: { readonly line: number; readonly fields: readonly string[] },
  positionOf: (column: Column) => number | undefined,
): CsvRow<Column> {
  const text = (column: Column): string => current.fields[positionOf(column) ?? -1]?.trim() ?? '';
  const wrong = (column: Column, what: string): FileError =>
    new FileError(`${file}:${current.line}:${(positionOf(column) ?? 0) + 1}: ${column} ${what}`);
  const shown = (value: string): string => `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  return {
    get line() {
      return current.line;
    },
    text,
    wrong,
    name(column) {
      const value = text(column);
      if (value === '') throw wrong(column, 'is empty');
      return value;
    },
    number(column, min = Number.NEGATIVE_INFINITY) {
      const value = text(column);
      if (value === '') return null;
      const number = NUMBER.test(value) ? Number(value) : Number.NaN;
      if (!Number.isFinite(number)) throw wrong(column, `is ${shown(value)}; write a number such as 12 or 3.5`);
      if (Math.abs(number) > LARGEST) throw wrong(column, `is ${shown(value)}; no more than ${LARGEST} is read`);
      if (number < min) throw wrong(column, `is ${value}; it cannot be below ${min}`);
      return number;
    },
    day(column) {
      const value = text(column);
      if (value === '') return null;
      const day = isoDay(value);
      if (day === undefined) throw wrong(column, `is ${shown(value)}; write a date as 2026-11-23`);
      const year = Number(value.slice(0, 4));
      if (year < YEARS.first || year > YEARS.last) {
        throw wrong(
          column,
          `is ${value}; write a day from ${YEARS.first} to ${YEARS.last}, nothing where none is known`,
        );
      }
      return day;
    },
    flag(column) {
      const value = text(column).toLowerCase();
      if (value === '') return null;
      if (TRUE.has(value)) return true;
      if (FALSE.has(value)) return false;
      throw wrong(column, `is ${shown(value)}; write true, false or nothing`);
    },
  };
}

/** Days since 1970-01-01 of a date that exists, else undefined. */
function isoDay(text: string): number | undefined {
  if (text.length !== 10 || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? time / 86_400_000 : undefined;
}

async function* chunksOf(file: string): AsyncGenerator<string> {
  try {
    for await (const chunk of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 20 })) yield chunk;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const why = code === 'ENOENT' ? 'no such file' : code === 'EISDIR' ? 'is a folder' : 'cannot be read';
    throw new FileError(`${file}:1:1: ${why}`, { cause });
  }
}

/** The file's records, each with the line it begins on. A line break inside quotes belongs to its record. */
async function* recordsOf(file: string): AsyncGenerator<{ line: number; record: string }> {
  let rest = '';
  let line = 1;
  let isFirst = true;
  for await (const chunk of chunksOf(file)) {
    rest = isFirst ? chunk.replace(/^\uFEFF/, '') : rest + chunk;
    isFirst = false;
    let start = 0;
    let search = 0;
    for (let end = rest.indexOf('\n', search); end >= 0; end = rest.indexOf('\n', search)) {
      const record = rest.slice(start, rest.charCodeAt(end - 1) === 13 ? end - 1 : end);
      search = end + 1;
      if (hasOpenQuote(record)) {
        if (record.length > LONGEST_RECORD) throw new FileError(`${file}:${line}:1: a quote is never closed`);
        continue;
      }
      if (record.trim() !== '') yield { line, record };
      line += record.includes('"') ? record.split('\n').length : 1;
      start = search;
    }
    rest = rest.slice(start);
    if (rest.length > LONGEST_RECORD) throw new FileError(`${file}:${line}:1: a line or a quote does not end`);
  }
  if (hasOpenQuote(rest)) throw new FileError(`${file}:${line}:1: a quote is never closed`);
  if (rest.trim() !== '') yield { line, record: rest.replace(/\r$/, '') };
}

function hasOpenQuote(record: string): boolean {
  let isOpen = false;
  for (let at = record.indexOf('"'); at >= 0; at = record.indexOf('"', at + 1)) isOpen = !isOpen;
  return isOpen;
}

function splitRecord(record: string, file: string, line: number): string[] {
  if (!record.includes('"')) return record.split(',');
  const fields: string[] = [];
  for (let at = 0; at <= record.length; ) {
    if (record[at] !== '"') {
      const comma = record.indexOf(',', at);
      const end = comma < 0 ? record.length : comma;
      const field = record.slice(at, end);
      if (field.includes('"')) {
        throw new FileError(`${file}:${line}:${fields.length + 1}: has a quote inside an unquoted field`);
      }
      fields.push(field);
      at = end + 1;
      continue;
    }
    let end = record.indexOf('"', at + 1);
    while (record[end + 1] === '"') end = record.indexOf('"', end + 2);
    if (end < 0 || (end + 1 < record.length && record[end + 1] !== ',')) {
      throw new FileError(`${file}:${line}:${fields.length + 1}: has text after a closing quote`);
    }
    fields.push(record.slice(at + 1, end).replaceAll('""', '"'));
    at = end + 2;
  }
  return fields;
}
