import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { LedgerRecord } from './records.js';

/** An append-only file of JSON lines that holds all that happened in the workspace. */
export interface Ledger {
  /** What stood in the file when it was opened. */
  readonly records: readonly LedgerRecord[];
  append(record: LedgerRecord): void;
  /** Throws everything away. */
  clear(): void;
}

/** Opens the ledger. A last line that a crash cut off never happened; any other line that cannot be read is an error. */
export function openLedger(file: string): Ledger {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) truncateSync(file, Buffer.byteLength(whole));
  const records = whole.split('\n').flatMap((line, index) => (line === '' ? [] : [recordIn(line, file, index + 1)]));
  return {
    records,
    append(record) {
      // made only now: a workspace nobody uses leaves nothing behind
      mkdirSync(dirname(file), { recursive: true });
      appendFileSync(file, `${JSON.stringify(record)}\n`);
    },
    clear: () => rmSync(file, { force: true }),
  };
}

function recordIn(line: string, file: string, place: number): LedgerRecord {
  try {
    return LedgerRecord.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`Line ${place} of ${file} is no record of the Slack stand-in. Delete the file to start over.`, {
      cause,
    });
  }
}
