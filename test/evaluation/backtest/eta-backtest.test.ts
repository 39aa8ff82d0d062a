import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtestEta } from '../../../src/evaluation/backtest/eta-backtest.js';
import { WORLDS } from './receipt-worlds.js';
import { inFolder, runWorld } from './run-world.js';
import { csvOf } from './world.js';

const HEADER = 'id,supplier,sku,segment,ordered_on,promised_on,as_of,received_on,known_on,quantity';

const backtest = (lines: readonly string[]) =>
  inFolder(async (folder) => {
    const receipts = join(folder, 'receipts.csv');
    const out = join(folder, 'out.csv');
    await writeFile(receipts, `${lines.join('\n')}\n`);
    try {
      const summary = await backtestEta({ receipts, out });
      return { summary, told: (await readFile(out, 'utf8')).trimEnd().split('\n') };
    } catch (error) {
      throw error instanceof Error ? new Error(error.message.replace(receipts, 'FILE'), { cause: error }) : error;
    }
  });

/** A year of receipts of a supplier that is three days late, ordered every third day. */
const year = Array.from({ length: 120 }, (_, at) => {
  const on = (days: number): string => new Date(Date.UTC(2025, 0, 1 + 3 * at + days)).toISOString().slice(0, 10);
  return `H${at},acme,,,${on(0)},${on(20)},,${on(23)},${on(23)},5`;
});

describe('backtest eta', () => {
  it('tells three dates for each row that somebody asked about, in the order of the file', async () => {
    const { summary, told } = await backtest([
      HEADER,
      'B,acme,,,2026-01-05,2026-01-25,2026-01-06,2026-01-28,2026-01-28,1',
      ...year,
      'A,acme,,,2026-01-04,2026-01-24,2026-01-05,,,1',
    ]);
    expect(told).toEqual([
      'id,p10,p50,p90',
      'B,2026-01-28,2026-01-28,2026-01-28',
      'A,2026-01-27,2026-01-27,2026-01-27',
    ]);
    expect(summary).toMatchObject({ rows: 122, asked: 2, desk: { rows: 1, mae: 0, coverageP90: 1 } });
    expect(summary.against.promisedDate.yardstick).toMatchObject({ rows: 1, mae: 3 });
  });

  it('knows only what was known before the day, and that its own line has not come', async () => {
    const asked = 'A,acme,,,2025-06-01,2025-06-21,2025-06-10,2025-06-24,2025-06-24,1';
    const before = year.filter((line) => (line.split(',')[8] ?? '') < '2025-06-10');
    const { told } = await backtest([HEADER, ...before, asked]);
    expect((await backtest([HEADER, ...year, asked])).told).toEqual(told);
    // what becomes known on the day itself is not known yet
    const onTheDay = 'X,acme,,,2025-05-01,2025-05-21,,2025-06-09,2025-06-10,1';
    expect((await backtest([HEADER, ...before, onTheDay, asked])).told).toEqual(told);
    // its own end is not looked at
    expect((await backtest([HEADER, ...before, asked.replaceAll('2025-06-24', '2025-09-30')])).told).toEqual(told);
    const overdue = asked.replace('2025-06-10', '2025-06-26').replaceAll('2025-06-24', '2025-07-24');
    const [, line = ''] = (await backtest([HEADER, ...before, overdue])).told;
    expect(
      line
        .split(',')
        .slice(1)
        .every((date) => date > '2025-06-26'),
    ).toBe(true);
  });

  it('tells no date differently for whatever the future holds', async () => {
    const [header = '', ...rows] = csvOf(WORLDS[3]!, 3).trimEnd().split('\n').slice(0, 700);
    const until = rows.flatMap((row) => row.split(',')[6] || []).sort()[20]!;
    const early = (told: readonly string[]) => new Set(told);
    const base = await backtest([header, ...rows]);
    const asked = new Map(rows.map((row) => [row.split(',')[0], row.split(',')[6] ?? '']));
    const sooner = base.told.filter((line) => (asked.get(line.split(',')[0]) ?? '9') <= until);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), async (later) => {
        const shifted = rows.map((row) => {
          const fields = row.split(',');
          if ((fields[8] ?? '') < until) return row;
          const move = (date = ''): string =>
            new Date(Date.parse(date) + later * 86_400_000).toISOString().slice(0, 10);
          return [...fields.slice(0, 7), move(fields[7]), move(fields[8]), fields[9]].join(',');
        });
        const told = early((await backtest([header, ...shifted])).told);
        for (const line of sooner) expect(told.has(line)).toBe(true);
      }),
      { numRuns: 5 },
    );
  });

  it('gives the same answers each time', async () => {
    const lines = csvOf(WORLDS[2]!, 1).trimEnd().split('\n').slice(0, 800);
    expect(await backtest(lines)).toEqual(await backtest(lines));
  });

  it('needs neither supplier, SKU, segment, order, promise nor quantity', async () => {
    const bare = 'A,,,,,,2026-01-10,,,';
    const { told } = await backtest([HEADER, ...year, bare]);
    expect(told[1]).toMatch(/^A,2026-\d\d-\d\d,2026-\d\d-\d\d,2026-\d\d-\d\d$/);
    expect((await backtest([HEADER, bare])).told[1]).toMatch(/^A,2026-/);
  });

  it.each([
    ['a column is missing', [HEADER.replace(',known_on', '')], 'FILE:1:10: column known_on is missing'],
    [
      'a date is of another form',
      [HEADER, 'A,,,,03/04/2026,,,,,'],
      'FILE:2:5: ordered_on is "03/04/2026"; write a date as',
    ],
    ['a date does not exist', [HEADER, ...year, 'A,,,,,2026-02-30,,,,'], 'FILE:122:6: promised_on is "2026-02-30"'],
    ['a quantity is negative', [HEADER, 'A,,,,,,,,,-2'], 'FILE:2:10: quantity is -2; it cannot be below 0'],
    ['an id stands twice', [HEADER, 'A,,,,,,,,,', 'A,,,,,,,,,'], 'FILE:3:1: id "A" stands on an earlier line too'],
    ['an id is empty', [HEADER, ',,,,,,,,,'], 'FILE:2:1: id is empty'],
    ['a row has too few fields', [HEADER, 'A,,,'], 'FILE:2:5: has 4 fields where the header has 10'],
  ])('names line and column when %s', async (_, lines, message) => {
    await expect(backtest(lines)).rejects.toThrow(message);
  });
});

/**
 * Floors a little under what was measured (docs/eta.md); the desk against the best of the promised date, all suppliers'
 * and the supplier's own quantiles. Two worlds are beyond calibration from the past alone: queues that grow and grow,
 * and shipments whose many lines share one fate.
 */
describe('dates in worlds of all kinds', () => {
  it.each(WORLDS.map((world) => [world.name, world] as const))('%s', async (name, world) => {
    const { desk, against } = await runWorld(world, 1);
    const others = Object.values(against).map(({ yardstick }) => yardstick);
    const least = (measure: 'pinballP50' | 'pinballP90'): number =>
      Math.min(...others.map((one) => one?.[measure] ?? Number.POSITIVE_INFINITY));
    expect(desk!.pinballP50 / least('pinballP50')).toBeLessThan(1.05);
    expect(desk!.pinballP90 / least('pinballP90')).toBeLessThan(1.12);
    const give = name === 'one machine each, jobs queue' ? 0.06 : 0.035;
    expect(Math.abs(desk!.coverageP90 - 0.9)).toBeLessThan(give);
    expect(Math.abs(desk!.coverageP10P90 - 0.8)).toBeLessThan(give + 0.01);
  });
});
