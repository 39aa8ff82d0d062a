import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateForecasts, candidateNames } from '../../../src/domain/demand/candidates.js';
import { forecastDemand, pinball } from '../../../src/domain/demand/forecast-demand.js';
import { forecastPanel } from '../../../src/domain/demand/forecast-panel.js';
import { naiveScale, windowStarts } from '../../../src/domain/demand/rolling-errors.js';
import { flatFactors, ownFactors, pooledFactors } from '../../../src/domain/demand/seasonal-factors.js';
import { caseOf, drawer, MONTHLY, retailPanel, sparePartsPanel, WEEKLY } from './demand-panels.js';
import { bestSimple, score } from './simple-methods.js';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);
const monthly = (...values: number[]) => caseOf(values, 0, MONTHLY).series;

describe('against the best simple method, chosen per series by a rolling backtest', () => {
  it.each([
    ['weekly retail', retailPanel(11, 60, 8), 8],
    ['monthly spare parts', sparePartsPanel(12, 60, 6), 6],
  ])('forecasts %s with less squared error and a better P90', (_, cases, horizon) => {
    const { forecasts } = forecastDemand(
      cases.map(({ series }) => series),
      horizon,
    );
    const ours = score(cases, forecasts);
    const theirs = score(
      cases,
      cases.map(({ series }) => bestSimple(series, horizon)),
    );
    expect(ours.rmsse).toBeLessThan(theirs.rmsse);
    expect(ours.loss).toBeLessThan(theirs.loss);
  });

  it('has a P90 that about nine of ten totals stay within', () => {
    const cases = sparePartsPanel(13, 150, 6);
    const { forecasts } = forecastDemand(
      cases.map(({ series }) => series),
      6,
    );
    const within = cases.filter(({ future }, index) => sum(future) <= (forecasts[index]?.p90 ?? 0)).length;
    expect(within / cases.length).toBeGreaterThan(0.82);
    expect(within / cases.length).toBeLessThan(0.97);
  });
});

describe('a forecast', () => {
  it('does not look at what comes after', () => {
    const cases = retailPanel(5, 4, 8).map(({ series }) => series);
    const ends = cases.map(() => 70);
    const cut = cases.map((series) => ({ ...series, demand: series.demand.slice(0, 70) }));
    expect(forecastPanel(cases, ends, 8)).toEqual(forecastPanel(cut, ends, 8));
  });

  it('is never negative, P50 at most P90, whole for counts, for any demand', () => {
    const someSeries = fc.array(fc.oneof(fc.nat(30), fc.constant(0)), { maxLength: 30 });
    fc.assert(
      fc.property(
        fc.array(someSeries, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 8 }),
        (all, horizon) => {
          const { forecasts } = forecastDemand(
            all.map((values) => monthly(...values)),
            horizon,
          );
          for (const { means, p50, p90 } of forecasts) {
            expect(means).toHaveLength(horizon);
            expect(Math.min(...means)).toBeGreaterThanOrEqual(0);
            expect(Number.isInteger(p50) && Number.isInteger(p90)).toBe(true);
            expect(p50).toBeGreaterThanOrEqual(0);
            expect(p90).toBeGreaterThanOrEqual(p50);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of what never changes is that, and of nothing nothing', () => {
    const { forecasts } = forecastDemand(
      [monthly(...new Array(30).fill(4)), monthly(...new Array(30).fill(0)), monthly()],
      3,
    );
    expect([...forecasts[0]!.means].map((mean) => Number(mean.toFixed(6)))).toEqual([4, 4, 4]);
    expect([...forecasts[1]!.means, forecasts[1]!.p90]).toEqual([0, 0, 0, 0]);
    expect([...forecasts[2]!.means, forecasts[2]!.p90]).toEqual([0, 0, 0, 0]);
  });

  it('does not take an empty shelf for a lack of demand', () => {
    const draw = drawer(3);
    const values = Array.from({ length: 40 }, () => 8 + draw.poisson(4));
    const inStock = values.map((_, at) => at < 20 || at % 2 === 0);
    const sold = values.map((units, at) => (inStock[at] ? units : 0));
    const told = forecastDemand([caseOf(sold, 0, MONTHLY, inStock).series], 6).forecasts[0]!;
    const untold = forecastDemand([caseOf(sold, 0, MONTHLY).series], 6).forecasts[0]!;
    expect(sum(told.means)).toBeGreaterThan(6 * 10.5);
    expect(sum(untold.means)).toBeLessThan(6 * 9.5);
  });

  it('follows a season, also of a series that has too little past to show its own', () => {
    const season = (month: number) => 100 + 80 * Math.sin((2 * Math.PI * month) / 12);
    const draw = drawer(4);
    const long = Array.from({ length: 10 }, () =>
      monthly(...Array.from({ length: 48 }, (_, month) => draw.poisson(season(month)))),
    );
    const young = { ...monthly(...Array.from({ length: 12 }, (_, at) => draw.poisson(season(36 + at)))) };
    const { forecasts } = forecastDemand([...long, { ...young, firstPeriod: long[0]!.firstPeriod + 36 }], 12);
    for (const { means } of [forecasts[0]!, forecasts[10]!]) {
      expect(means[3]! / means[9]!).toBeGreaterThan(2.5);
    }
  });

  it('refuses a horizon of no period', () => {
    expect(() => forecastDemand([], 0)).toThrow('at least 1');
    expect(() => forecastDemand([], 1.5)).toThrow('at least 1');
  });

  it('reports its own rolling backtest, and that there is none for short series', () => {
    const { backtest } = forecastDemand(
      retailPanel(6, 10, 8).map(({ series }) => series),
      8,
    );
    expect(backtest.series).toBe(10);
    expect(backtest.rmsse).toBeGreaterThan(0.4);
    expect(backtest.rmsse).toBeLessThan(1.2);
    expect(forecastDemand([monthly(1, 2)], 3).backtest).toEqual({
      series: 0,
      rmsse: null,
      bias: null,
      pinballP50: null,
      pinballP90: null,
      coverP90: null,
    });
  });
});

describe('the parts', () => {
  it('pinball: being short costs nine times as much as being over at P90', () => {
    expect(pinball(10, 14, 0.9)).toBeCloseTo(3.6, 12);
    expect(pinball(14, 10, 0.9)).toBeCloseTo(0.4, 12);
    expect(pinball(10, 14, 0.5)).toBe(2);
  });

  it('scale: mean square of the changes, over unknown periods', () => {
    expect(naiveScale(Float64Array.of(1, 3, Number.NaN, 6), 4)).toBe(6.5);
    expect(naiveScale(Float64Array.of(1, 3, 9), 2)).toBe(4);
    expect(naiveScale(Float64Array.of(1), 1)).toBe(0);
  });

  it('windows: half a horizon apart, eight at most, the last ones of a short series shorter', () => {
    expect(windowStarts(40, 6, 1)).toEqual([34, 31, 28, 25, 22, 19, 16, 13]);
    expect(windowStarts(10, 6, 1)).toEqual([4]);
    expect(windowStarts(6, 6, 1)).toEqual([5, 4, 3]);
    expect(windowStarts(3, 6, 1)).toEqual([]);
  });

  it('windows: one and two seasons ago too, where none reaches so far and a season and a half lie before', () => {
    expect(windowStarts(149, 6, 52)).toEqual([143, 140, 137, 134, 131, 128, 125, 122, 97]);
    expect(windowStarts(200, 6, 52).slice(8)).toEqual([148, 96]);
    expect(windowStarts(129, 6, 52)).toHaveLength(8);
    expect(windowStarts(130, 6, 52).slice(8)).toEqual([78]);
    // a season of seven days lies within the eight windows
    expect(windowStarts(149, 6, 7)).toHaveLength(8);
  });

  it('sees a peak coming that has been there once a year', () => {
    const draw = drawer(3);
    const isPeak = (week: number) => week % 52 >= 46 && week % 52 <= 49;
    const cases = Array.from({ length: 20 }, () =>
      caseOf(
        Array.from({ length: 150 + 4 }, (_, week) => draw.poisson(isPeak(week) ? 60 : 20)),
        4,
        WEEKLY,
      ),
    );
    const { forecasts } = forecastDemand(
      cases.map(({ series }) => series),
      4,
    );
    // weeks 150 to 153 are all at the peak: about 240 units, 80 without it
    for (const { means } of forecasts) expect(sum(means)).toBeGreaterThan(160);
  });

  it('candidates: the season before, the mean of all seasons before', () => {
    const series = monthly(...Array.from({ length: 24 }, (_, month) => (month < 12 ? month : month + 10)));
    const names = candidateNames(12);
    const forecasts = candidateForecasts(series, 24, flatFactors(12), 2);
    const row = (name: string) => [...forecasts.subarray(names.indexOf(name) * 2, names.indexOf(name) * 2 + 2)];
    expect(row('seasonal naive')).toEqual([22, 23]);
    expect(row('seasonal mean')).toEqual([11, 12]);
    expect(new Set(names).size).toBe(names.length);
    expect(forecasts).toHaveLength(names.length * 2);
  });

  it('season: found in a series, shared over a panel, flat where the past is shorter than a cycle and a half', () => {
    const wave = Array.from({ length: 48 }, (_, month) => 100 * (1 + 0.5 * Math.sin((2 * Math.PI * month) / 12)));
    const series = monthly(...wave);
    const pooled = pooledFactors([series], [48], 12);
    expect(sum(pooled)).toBeCloseTo(12, 9);
    const position = (month: number) => (series.firstPeriod + month) % 12;
    expect(pooled[position(3)]!).toBeGreaterThan(1.25);
    const own = ownFactors(series, 48, flatFactors(12));
    expect(own[position(3)]!).toBeGreaterThan(1.3);
    expect(own[position(9)]!).toBeLessThan(0.7);
    expect([...pooledFactors([series], [17], 12)]).toEqual([...flatFactors(12)]);
    expect(ownFactors(series, 17, pooled)).toBe(pooled);
  });

  it('season: a weekly one is smoothed over neighbouring weeks', () => {
    const spike = Array.from({ length: 208 }, (_, week) => (week % 52 === 30 ? 300 : 100));
    const { series } = caseOf(spike, 0, WEEKLY);
    const own = ownFactors(series, 208, flatFactors(52));
    const at = (series.firstPeriod + 30) % 52;
    expect(own[at]!).toBeGreaterThan(1.2);
    expect(own[at + 1]!).toBeGreaterThan(1.1);
    expect(own[at + 1]!).toBeLessThan(own[at]!);
    expect(own[at + 3]!).toBeLessThan(1.05);
  });
});
