import { type ForecastWithQuantiles, forecastDemand } from '../../domain/demand/forecast-demand.js';
import { readDemandFile } from './demand-file.js';
import { writeCsv } from './write-csv.js';

export interface DemandBacktestOptions {
  readonly series: string;
  readonly horizon: number;
  readonly out: string;
}

/** At most four decimals, without idle zeros. */
const shown = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/**
 * Forecasts every series of a file and writes `series,step,mean,p50,p90`: a line per step with its mean, then one with
 * step `total` and the quantiles of the sum. Returns the summary that goes to stdout: how forecasts of each series'
 * newest horizon did, made from what came before it.
 */
export async function backtestDemand({ series: file, horizon, out }: DemandBacktestOptions) {
  const { names, series, rows, gaps } = await readDemandFile(file);
  const { forecasts, backtest } = forecastDemand(series, horizon);
  writeCsv(out, ['series', 'step', 'mean', 'p50', 'p90'], recordsOf(names, forecasts));
  const { series: evaluated, ...figures } = backtest;
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, value === null ? null : Number(value.toFixed(4))]),
  );
  return { series: names.length, rows, horizon, periodsWithoutRow: gaps, backtest: { series: evaluated, ...rounded } };
}

function* recordsOf(names: readonly string[], forecasts: readonly ForecastWithQuantiles[]): Generator<string[]> {
  for (const [index, { means, p50, p90 }] of forecasts.entries()) {
    const name = names[index] ?? '';
    for (const [step, mean] of means.entries()) yield [name, String(step + 1), shown(mean), '', ''];
    yield [name, 'total', '', shown(p50), shown(p90)];
  }
}
