import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromEpochDay } from '../../../src/domain/kernel/dates.js';
import { backtestDemand } from '../../../src/evaluation/backtest/demand-backtest.js';
import { readDemandFile } from '../../../src/evaluation/backtest/demand-file.js';
import { backtestStockout } from '../../../src/evaluation/backtest/stockout-backtest.js';
import { someItems } from '../../domain/demand/stockout/stock-items.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backtest-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function written(text: string): string {
  const file = join(folder, 'in.csv');
  writeFileSync(file, text);
  return file;
}
const lines = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n');
const weekly = (name: string, units: (week: number) => number, count = 60) =>
  Array.from({ length: count }, (_, week) => `${name},${fromEpochDay(19_723 + 7 * week)},${units(week)},true`);

describe('backtest demand', () => {
  const out = () => join(folder, 'forecast.csv');

  it('writes a mean per step and P50 and P90 of the sum, series by series', async () => {
    const rows = [...weekly('"A, large"', () => 4), ...weekly('B', (week) => (week % 3 === 0 ? 2 : 0))];
    const summary = await backtestDemand({
      series: written(`series,period,quantity,in_stock\n${rows.join('\n')}\n`),
      horizon: 2,
      out: out(),
    });
    const [header, one, two, total, ...second] = lines(out());
    expect(header).toBe('series,step,mean,p50,p90');
    expect(one).toMatch(/^"A, large",1,(4|3\.99\d*),,$/);
    expect(two).toMatch(/^"A, large",2,(4|3\.99\d*),,$/);
    expect(total).toBe('"A, large",total,,8,8');
    expect(second.map((line) => line.split(',').slice(0, 2).join())).toEqual(['B,1', 'B,2', 'B,total']);
    expect(summary).toMatchObject({ series: 2, rows: 120, horizon: 2, backtest: { series: 1 } });
  });

  it('gives the same whatever the order of the rows', async () => {
    const rows = weekly('A', (week) => 3 + ((week * 7) % 5));
    const forecast = async (all: string[]) => {
      await backtestDemand({
        series: written(`series,period,quantity,in_stock\n${all.join('\n')}`),
        horizon: 4,
        out: out(),
      });
      return lines(out());
    };
    expect(await forecast([...rows].reverse())).toEqual(await forecast(rows));
  });

  it('reads a file that never says 0 as a log of sales', async () => {
    const log = ['A,2024-01-01,3,', 'A,2024-01-08,2,', 'A,2024-01-29,4,', 'B,2024-01-01,1,'];
    const sparse = await readDemandFile(written(`series,period,quantity,in_stock\n${log.join('\n')}`));
    expect(sparse.gaps).toBe('zero');
    expect([...sparse.series[0]!.demand]).toEqual([3, 2, 0, 0, 4]);
    expect(sparse.series[1]).toMatchObject({ season: 52 });
    const full = await readDemandFile(
      written(`series,period,quantity\n${['A,2024-01-01,3', 'A,2024-01-08,0', 'A,2024-01-22,4'].join('\n')}`),
    );
    expect(full.gaps).toBe('unknown');
    expect([...full.series[0]!.demand]).toEqual([3, 0, Number.NaN, 4]);
  });

  it('does not take "0, out of stock" for a file that says 0', async () => {
    const text = 'series,period,quantity,in_stock\nA,2024-01-01,3,true\nA,2024-01-08,0,false\nA,2024-01-22,4,true\n';
    const { gaps, series } = await readDemandFile(written(text));
    expect(gaps).toBe('zero');
    expect([...series[0]!.demand]).toEqual([3, Number.NaN, 0, 4]);
  });

  it('names what is wrong by line and column', async () => {
    const tried = (line: string) => readDemandFile(written(`series,period,quantity,in_stock\n${line}\n`));
    await expect(tried('A,2024-01-01,-2,')).rejects.toThrow('in.csv:2:3: quantity is -2; it cannot be below 0');
    await expect(tried('A,01/02/2024,2,')).rejects.toThrow('in.csv:2:2: period is "01/02/2024"');
    await expect(tried('A,,2,')).rejects.toThrow('in.csv:2:2: period is empty');
    await expect(tried(',2024-01-01,2,')).rejects.toThrow('in.csv:2:1: series is empty');
  });

  it('of a file without rows writes the header alone', async () => {
    await backtestDemand({ series: written('series,period,quantity\n'), horizon: 3, out: out() });
    expect(lines(out())).toEqual(['series,step,mean,p50,p90']);
  });
});

describe('backtest stockout', () => {
  const HEADER =
    'id,on_hand,in_transit,lead_time_days,forecast_3m,forecast_6m,sales_1m,sales_3m,sales_6m,min_stock,past_due,supplier_performance';
  const out = () => join(folder, 'risk.csv');
  const risks = () =>
    lines(out())
      .slice(1)
      .map((line) => Number(line.split(',')[1]));

  it('without outcomes tells the risk from first principles', async () => {
    const summary = await backtestStockout({
      items: written(`${HEADER}\nfull,900,,30,30,60,10,30,60,,,\nempty,0,,30,30,60,10,30,60,,,\nblank,,,,,,,,,,,\n`),
      out: out(),
    });
    expect(summary).toEqual({
      rows: 3,
      outcomesKnown: 0,
      wentShort: 0,
      basis: ['first principles'],
      crossValidated: null,
    });
    expect(lines(out()).map((line) => line.split(',')[0])).toEqual(['id', 'full', 'empty', 'blank']);
    const [full, empty, blank] = risks();
    expect(full).toBeLessThan(0.001);
    expect(empty).toBeGreaterThan(0.95);
    expect(blank).toBeGreaterThan(0);
  });

  it('with outcomes learns from them, and gives every row a risk', async () => {
    const rows = someItems(1_500, 3).map(({ item, wentShort }, at) => {
      const fields = Object.values(item).map((value: number | null) => value ?? '');
      return [`i${at}`, ...fields, at < 1_000 ? wentShort : ''].join(',');
    });
    const summary = await backtestStockout({
      items: written(`${HEADER},went_short\n${rows.join('\n')}\n`),
      out: out(),
    });
    expect(summary).toMatchObject({ rows: 1_500, outcomesKnown: 1_000 });
    expect(summary.basis).not.toContain('first principles');
    expect(risks()).toHaveLength(1_500);
    expect(risks().every((risk) => risk > 0 && risk < 1)).toBe(true);
  });

  it('names a missing column and a wrong number', async () => {
    const tried = (text: string) => backtestStockout({ items: written(text), out: out() });
    await expect(tried('id,on_hand\n1,2\n')).rejects.toThrow('in.csv:1:3: column in_transit is missing');
    await expect(tried(`${HEADER}\nx,1,,soon,,,,,,,,\n`)).rejects.toThrow('in.csv:2:4: lead_time_days is "soon"');
  });
});
