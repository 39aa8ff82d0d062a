import { describe, expect, it } from 'vitest';
import { type FigurePlan, figureOf } from '../../../src/evaluation/bench/figure.js';
import { printReport } from '../../../src/evaluation/bench/print-report.js';
import { quantile, runRounds } from '../../../src/evaluation/bench/rounds.js';

const PLAN: FigurePlan = {
  name: 'turns',
  unit: 'per second',
  reading: 'turns',
  yardstick: { name: 'transactions', reading: 'transactions' },
  goal: { text: '≥ 0.20 ×', of: 'ratio', least: 0.2 },
};

describe('a figure', () => {
  it("rests on each round's own ratio, not on the ratio of the medians", () => {
    const kept = [
      { turns: 10, transactions: 100 },
      { turns: 90, transactions: 300 },
      { turns: 100, transactions: 200 },
    ];
    const figure = figureOf(PLAN, { kept, discarded: 0 });
    expect(figure?.yardstick?.ratio).toEqual({ median: 0.3, lowest: 0.1, highest: 0.5 });
    expect(figure?.value).toEqual({ median: 90, lowest: 10, highest: 100 });
    expect(figure?.goal?.met).toBe(true);
  });

  it('misses its goal when the median does', () => {
    const figure = figureOf(PLAN, { kept: [{ turns: 1, transactions: 100 }], discarded: 0 });
    expect(figure?.goal?.met).toBe(false);
  });

  it('is left out where its yardstick was not measured', () => {
    expect(figureOf(PLAN, { kept: [{ turns: 10 }], discarded: 0 })).toBeNull();
  });
});

describe('rounds', () => {
  it('let every subject take its turn in each round and put their readings together', async () => {
    const order: string[] = [];
    const subject = (name: string) => ({
      name,
      async measure() {
        order.push(name);
        return { [name]: order.length };
      },
    });
    const { kept, discarded } = await runRounds([subject('a'), subject('b')], { rounds: 1, onProgress: () => {} });
    expect(order).toEqual(Array.from({ length: kept.length + discarded }, () => ['a', 'b']).flat());
    for (const readings of kept) expect(readings).toMatchObject({ a: expect.any(Number), b: expect.any(Number) });
  });

  it('take quantiles of what was really measured', () => {
    expect(quantile([5, 1, 3], 0.5)).toBe(3);
    expect(quantile([1, 2], 0.99)).toBe(2);
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

describe('the report', () => {
  it('shows figures, missed goals and gaps', () => {
    const figure = figureOf(PLAN, { kept: [{ turns: 12.34, transactions: 1_234 }], discarded: 0 });
    const text = printReport({
      on: '2026-11-23',
      node: 'v20.20.2',
      machine: '2 cores',
      discardedRounds: 3,
      missing: ['turns against pgbench'],
      figures: figure ? [figure] : [],
    });
    expect(text).toContain('3 rounds discarded');
    expect(text).toContain('12.3 per second');
    expect(text).toContain('1,234');
    expect(text).toContain('≥ 0.20 × MISSED');
    expect(text).toContain('Not measured: turns against pgbench.');
  });
});
