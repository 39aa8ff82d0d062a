import { closeSync, openSync, writeSync } from 'node:fs';
import { FileError } from './read-csv.js';

const quoted = (field: string): string => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/** Lines written at once. */
const BATCH = 10_000;

/** Writes a CSV file (commas, LF, quotes where needed), a batch of lines at a time. Throws a FileError where it cannot. */
export function writeCsv(file: string, header: readonly string[], records: Iterable<readonly string[]>): void {
  try {
    const handle = openSync(file, 'w');
    try {
      let lines = [header.join(',')];
      for (const record of records) {
        lines.push(record.map(quoted).join(','));
        if (lines.length < BATCH) continue;
        writeSync(handle, `${lines.join('\n')}\n`);
        lines = [];
      }
      if (lines.length > 0) writeSync(handle, `${lines.join('\n')}\n`);
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) throw new FileError(`${file}: cannot be written`, { cause });
    throw cause;
  }
}
