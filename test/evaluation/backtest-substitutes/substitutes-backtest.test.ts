import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileError } from '../../../src/evaluation/backtest/read-csv.js';
import { backtestSubstitutes } from '../../../src/evaluation/backtest/substitutes-backtest.js';
import { loadSubstitutePolicy } from '../../../src/knowledge/substitute-policy.js';
import { madeCatalogue } from '../../domain/substitutes/made-catalogue.js';

const folder = mkdtempSync(join(tmpdir(), 'substitutes-'));
afterAll(() => rmSync(folder, { recursive: true }));
const rules = loadSubstitutePolicy();

const LENS = {
  sku: 'L1',
  title: 'Alder 50 mm lens',
  category: 'Photo > Lenses',
  attributes: { mount: 'AW' },
  priceCents: 50_000,
};
const OTHER = { ...LENS, sku: 'L2', title: 'Corvo 55 mm lens' };
const CAP = { sku: 'L3', title: 'Lens cap' };

const lines = (...rows: readonly unknown[]): string =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');

async function run(catalogText: string, tasksText: string) {
  const at = (name: string) => join(folder, name);
  writeFileSync(at('c.jsonl'), catalogText);
  writeFileSync(at('t.jsonl'), tasksText);
  const summary = await backtestSubstitutes(
    { catalog: at('c.jsonl'), tasks: at('t.jsonl'), out: at('o.jsonl') },
    rules,
  );
  const out = readFileSync(at('o.jsonl'), 'utf8').trim();
  return { summary, out: out === '' ? [] : out.split('\n').map((line) => JSON.parse(line)) };
}

async function faultOf(catalogText: string, tasksText: string): Promise<string> {
  const error = await run(catalogText, tasksText).then(
    () => null,
    (thrown) => thrown,
  );
  expect(error).toBeInstanceOf(FileError);
  return (error as FileError).message.replace(`${folder}/`, '').replace(`${folder}/`, '');
}

describe('desk backtest substitutes', () => {
  it('ranks all candidates of each task, best first, with score and reason', async () => {
    const { out, summary } = await run(lines(LENS, OTHER, CAP), lines({ id: 7, sku: 'L1', candidates: ['L3', 'L2'] }));
    expect(out).toEqual([
      {
        id: '7',
        ranking: [
          {
            sku: 'L2',
            score: expect.any(Number),
            reason: expect.stringContaining('also a lens; same category; mount fits'),
          },
          { sku: 'L3', score: expect.any(Number), reason: expect.stringContaining('not the same kind of thing') },
        ],
      },
    ]);
    expect(out[0].ranking[0].score).toBeGreaterThan(out[0].ranking[1].score);
    expect(summary).toEqual({ products: 3, tasks: 1, candidates: 2 });
  });

  it('measures tasks that carry grades, beside likeness of titles', async () => {
    const { products, tasks } = madeCatalogue(5);
    const { summary } = await run(lines(...products), lines(...tasks));
    expect(summary.graded!.ndcg).toBeGreaterThan(summary.textLikeness!.ndcg + 0.2);
    expect(summary.graded!.tasks).toBe(tasks.length);
  });

  it('takes a catalogue as shops have them: nulls, lists, missing keys, blank lines, a byte order mark', async () => {
    const odd = {
      sku: 9,
      title: 'Lens',
      brand: null,
      attributes: { mount: ['AW', 'CX'], weight: null, box: { cm: 3 } },
      priceCents: null,
    };
    const { out } = await run(`\uFEFF${lines(LENS, '', odd)}\n`, lines({ id: 'a', sku: 'L1', candidates: ['9', '9'] }));
    expect(out[0].ranking).toHaveLength(1);
    expect(out[0].ranking[0].reason).toContain('mount fits');
  });

  it.each([
    [
      'a line that is no JSON',
      lines(LENS, '{"sku": "X" "title"}'),
      '',
      /^c\.jsonl:2:\d+: is not JSON; write one object a line$/,
    ],
    ['a product without a title', lines({ sku: 'X' }), '', 'c.jsonl:1:1: title: is missing: write a text'],
    [
      'a price below nothing',
      lines({ sku: 'X', title: 'x', priceCents: -5 }),
      '',
      'c.jsonl:1:24: priceCents: a price cannot be below 0',
    ],
    [
      'a task without candidates',
      lines(LENS),
      lines({ id: 'a', sku: 'L1' }),
      't.jsonl:1:1: candidates: is missing: write a list of SKUs',
    ],
    [
      'a candidate that is not sold',
      lines(LENS),
      lines({ id: 'a', sku: 'L1', candidates: ['NO'] }),
      /^t\.jsonl:1:36: NO is not in .*c\.jsonl$/,
    ],
    [
      'a product that is there twice',
      lines(LENS, LENS),
      lines({ id: 'a', sku: 'L1', candidates: [] }),
      'c.jsonl:2:2: sku L1 is there twice',
    ],
  ])('names file, line and column of %s', async (_what, catalog, tasks, fault) => {
    expect(await faultOf(catalog, tasks)).toMatch(fault);
  });

  it('writes nothing where a later task is at fault', async () => {
    const out = join(folder, 'untouched.jsonl');
    writeFileSync(join(folder, 'c.jsonl'), lines(LENS, OTHER));
    const tasks = lines({ id: 'a', sku: 'L1', candidates: ['L2'] }, { id: 'b', sku: 'L1', candidates: ['NO'] });
    writeFileSync(join(folder, 't.jsonl'), tasks);
    const options = { catalog: join(folder, 'c.jsonl'), tasks: join(folder, 't.jsonl'), out };
    await expect(backtestSubstitutes(options, rules)).rejects.toThrow(':2:');
    expect(existsSync(out)).toBe(false);
  });

  it('says which file is missing', async () => {
    const missing = join(folder, 'none.jsonl');
    await expect(
      backtestSubstitutes({ catalog: missing, tasks: missing, out: join(folder, 'o') }, rules),
    ).rejects.toThrow(new FileError(`${missing}:1:1: no such file`));
  });
});
