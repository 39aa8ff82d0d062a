import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/evaluation/backtest/read-csv.js';
import { writeCsv } from '../../../src/evaluation/backtest/write-csv.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'csv-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS = { required: ['id', 'units'], optional: ['day', 'ok'] } as const;

async function read(text: string) {
  const file = join(folder, 'in.csv');
  writeFileSync(file, text);
  const rows: unknown[] = [];
  await readCsv<'id' | 'units' | 'day' | 'ok'>(file, COLUMNS, (row) => {
    rows.push([row.line, row.name('id'), row.number('units', 0), row.day('day'), row.flag('ok')]);
  });
  return rows;
}
const failure = async (text: string) =>
  read(text).then(
    () => 'read',
    (error: Error) => error.message.slice(error.message.indexOf('in.csv')),
  );

describe('a CSV file', () => {
  it('may have a byte order mark, CRLF, quotes, blank lines, columns in any order and others besides', async () => {
    expect(await read('\uFEFFunits,note,id\r\n1,"a ""b"", c\nd",x\r\n\r\n2.5e1,,"y"')).toEqual([
      [2, 'x', 1, null, null],
      [5, 'y', 25, null, null],
    ]);
  });

  it('has dates, flags and empty fields', async () => {
    expect(await read('id,units,day,ok\na,,1970-01-02,TRUE\nb,3,,no\n')).toEqual([
      [2, 'a', null, 1, true],
      [3, 'b', 3, null, false],
    ]);
  });

  it.each([
    ['id,units\na,-1\n', 'in.csv:2:2: units is -1; it cannot be below 0'],
    ['id,units\na,1\nb,"1,5"\n', 'in.csv:3:2: units is "1,5"; write a number such as 12 or 3.5'],
    ['id,units\na,0x10\n', 'in.csv:2:2: units is "0x10"; write a number such as 12 or 3.5'],
    ['id,units,day\na,1,24.12.2026\n', 'in.csv:2:3: day is "24.12.2026"; write a date as 2026-11-23'],
    ['id,units,day\na,1,2026-02-30\n', 'in.csv:2:3: day is "2026-02-30"; write a date as 2026-11-23'],
    [
      'id,units,day\na,1,9999-12-31\n',
      'in.csv:2:3: day is 9999-12-31; write a day from 1900 to 2199, nothing where none is known',
    ],
    [
      'id,units,day\na,1,0001-01-01\n',
      'in.csv:2:3: day is 0001-01-01; write a day from 1900 to 2199, nothing where none is known',
    ],
    ['id,units\na,2e15\n', 'in.csv:2:2: units is "2e15"; no more than 1000000000000000 is read'],
    ['id,units,ok\na,1,maybe\n', 'in.csv:2:3: ok is "maybe"; write true, false or nothing'],
    ['id,units\n,1\n', 'in.csv:2:1: id is empty'],
    ['id,units\na,1,2\n', 'in.csv:2:3: has 3 fields where the header has 2'],
    ['id,units\na\n', 'in.csv:2:2: has 1 fields where the header has 2'],
    ['id,number\na,1\n', 'in.csv:1:3: column units is missing (found id,number)'],
    ['id;units\na;1\n', 'in.csv:1:2: column id is missing (found id;units); separate columns by commas'],
    ['id,units,id\n', 'in.csv:1:3: column id is named twice'],
    ['id,units\na,"1\n', 'in.csv:2:1: a quote is never closed'],
    ['id,units\na,1"2"\n', 'in.csv:2:2: has a quote inside an unquoted field'],
    ['id,units\n"a"b,1\n', 'in.csv:2:1: has text after a closing quote'],
    ['', 'in.csv:1:1: is empty; the first line names id,units'],
  ])('that is wrong is told by line and column: %j', async (text, message) => {
    expect(await failure(text)).toBe(message);
  });

  it('may reach from 1900 to 2199 and up to 1e15', async () => {
    expect(await read('id,units,day\na,1e15,1900-01-01\nb,0,2199-12-31\n')).toEqual([
      [2, 'a', 1e15, -25_567, null],
      [3, 'b', 0, 84_005, null],
    ]);
  });

  it('that is not there, or a folder, is told', async () => {
    const nowhere = readCsv(join(folder, 'none.csv'), COLUMNS, () => undefined);
    await expect(nowhere).rejects.toThrow('none.csv:1:1: no such file');
    await expect(readCsv(folder, COLUMNS, () => undefined)).rejects.toThrow(':1:1: is a folder');
  });

  it('longer than what is read at once comes whole', async () => {
    const lines = Array.from({ length: 200_000 }, (_, at) => `ä${at},${at}`);
    const rows = await read(`id,units\n${lines.join('\n')}`);
    expect(rows).toHaveLength(200_000);
    expect(rows.at(-1)).toEqual([200_001, 'ä199999', 199_999, null, null]);
  });

  it('is read as it was written', async () => {
    const aField = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') });
    await fc.assert(
      fc.asyncProperty(fc.array(aField, { maxLength: 8 }), async (fields) => {
        const file = join(folder, 'round.csv');
        writeCsv(
          file,
          ['id'],
          fields.map((field) => [`<${field}>`]),
        );
        const back: string[] = [];
        await readCsv<'id'>(file, { required: ['id'] }, (row) => back.push(row.text('id')));
        expect(back).toEqual(fields.map((field) => `<${field}>`));
      }),
      { numRuns: 50 },
    );
  });

  it('that cannot be written is told', () => {
    expect(() => writeCsv(join(folder, 'no', 'out.csv'), ['id'], [])).toThrow('out.csv: cannot be written');
    writeCsv(
      join(folder, 'out.csv'),
      ['id'],
      Array.from({ length: 10_001 }, (_, at) => [String(at)]),
    );
    expect(readFileSync(join(folder, 'out.csv'), 'utf8').split('\n')).toHaveLength(10_003);
  });
});
