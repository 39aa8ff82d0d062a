import type { DemandSeries } from './demand-series.js';
import { type DemandForecast, forecastPanel } from './forecast-panel.js';
import { naiveScale } from './rolling-errors.js';
import { type TotalDemand, totalQuantile } from './total-distribution.js';

export interface ForecastWithQuantiles extends DemandForecast {
  /** Quantiles of the sum over the horizon. */
  readonly p50: number;
  readonly p90: number;
}

/** One series' newest horizon, forecast from what came before it. */
interface Outcome {
  readonly total: TotalDemand;
  readonly actual: number;
  /** Square root of the naive forecast's mean square error, before the window. */
  readonly scale: number;
  readonly squaredError: number;
}

/** How forecasts did on each series' newest horizon, from what came before it alone. */
export interface DemandBacktest {
  /** Series with enough history, some change, and a newest horizon known in full. */
  readonly series: number;
  /** Root mean squared scaled error (Hyndman and Koehler 2006), mean over series; null where no series was long enough. */
  readonly rmsse: number | null;
  /** Forecast total less actual total, over the actual totals of all series. */
  readonly bias: number | null;
  /** Pinball loss of the total over scale × √horizon, mean over series. */
  readonly pinballP50: number | null;
  readonly pinballP90: number | null;
  /** Share of totals at or below the P90. */
  readonly coverP90: number | null;
}

/** Shifts of a level on the scale of log odds that calibration tries. */
const SHIFTS = [-0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.3];
/** The level as wished for counts as so many outcomes against the shift that did best. */
const UNSHIFTED_OUTCOMES = 40;
/** Periods of history that a series needs to be counted in the backtest. */
const LEAST_HISTORY = 3;

const shifted = (p: number, shift: number): number => 1 / (1 + Math.exp(-Math.log(p / (1 - p)) - shift));

/** Pinball (quantile) loss: what a miss costs when being short is p / (1 − p) times as dear as being over. */
export const pinball = (quantile: number, actual: number, p: number): number =>
  Math.max(p * (actual - quantile), (p - 1) * (actual - quantile));

/**
 * Forecasts the next `horizon` periods of every series, in the order given: mean per step, P50 and P90 of the sum.
 * Series of one season length are forecast together and learn from each other. First each series' newest horizon is
 * forecast without having been seen; the level of the distribution that would have made its pinball loss least is then
 * the one read off for P50 and P90 (drawn towards 50 % and 90 % where outcomes are few). That first pass is returned as
 * the backtest, at the levels before calibration. A series without any known period is forecast as 0.
 * Throws on a horizon that is not a whole number of at least 1.
 */
export function forecastDemand(
  series: readonly DemandSeries[],
  horizon: number,
): { forecasts: ForecastWithQuantiles[]; backtest: DemandBacktest } {
  if (!Number.isInteger(horizon) || horizon < 1) throw new RangeError(`The horizon is at least 1 period: ${horizon}`);
  const bySeason = new Map<number, number[]>();
  for (const [index, { season }] of series.entries()) {
    const members = bySeason.get(season) ?? [];
    members.push(index);
    bySeason.set(season, members);
  }
  const forecasts = new Array<ForecastWithQuantiles>(series.length);
  const outcomes: Outcome[] = [];
  for (const members of bySeason.values()) {
    const panel = members.map((index) => series[index] as DemandSeries);
    const ends = panel.map(({ demand }) => demand.length);
    const seen = unseenOutcomes(panel, ends, horizon);
    const likely = calibratedLevel(seen, 0.5);
    const cautious = Math.max(likely, calibratedLevel(seen, 0.9));
    for (const [at, forecast] of forecastPanel(panel, ends, horizon).entries()) {
      forecasts[members[at] as number] = {
        ...forecast,
        p50: totalQuantile(forecast.total, likely),
        p90: totalQuantile(forecast.total, cautious),
      };
    }
    for (const outcome of seen) outcomes.push(outcome);
  }
  return { forecasts, backtest: summarise(outcomes, horizon) };
}

function unseenOutcomes(panel: readonly DemandSeries[], ends: readonly number[], horizon: number): Outcome[] {
  const earlier = ends.map((end) => Math.max(0, end - horizon));
  const forecasts = forecastPanel(panel, earlier, horizon);
  return panel.flatMap(({ demand }, index) => {
    const end = earlier[index] ?? 0;
    const actual = demand.subarray(end, ends[index]);
    const scale = Math.sqrt(naiveScale(demand, end));
    const forecast = forecasts[index];
    if (end < LEAST_HISTORY || scale === 0 || forecast === undefined || actual.some(Number.isNaN)) return [];
    const squaredError = actual.reduce((sum, value, step) => sum + (value - (forecast.means[step] as number)) ** 2, 0);
    return [{ total: forecast.total, actual: actual.reduce((a, b) => a + b, 0), scale, squaredError }];
  });
}

function calibratedLevel(outcomes: readonly Outcome[], p: number): number {
  let best = { shift: 0, loss: Number.POSITIVE_INFINITY };
  for (const shift of SHIFTS) {
    const level = shifted(p, shift);
    let loss = 0;
    for (const { total, actual, scale } of outcomes) loss += pinball(totalQuantile(total, level), actual, p) / scale;
    if (loss < best.loss) best = { shift, loss };
  }
  return shifted(p, (best.shift * outcomes.length) / (outcomes.length + UNSHIFTED_OUTCOMES));
}

function summarise(outcomes: readonly Outcome[], horizon: number): DemandBacktest {
  const mean = (value: (outcome: Outcome) => number): number | null =>
    outcomes.length === 0 ? null : outcomes.reduce((sum, outcome) => sum + value(outcome), 0) / outcomes.length;
  const loss = (p: number) =>
    mean(({ total, actual, scale }) => pinball(totalQuantile(total, p), actual, p) / (scale * Math.sqrt(horizon)));
  const actual = outcomes.reduce((sum, outcome) => sum + outcome.actual, 0);
  const forecast = outcomes.reduce((sum, outcome) => sum + outcome.total.mean, 0);
  return {
    series: outcomes.length,
    rmsse: mean(({ squaredError, scale }) => Math.sqrt(squaredError / horizon) / scale),
    bias: actual > 0 ? (forecast - actual) / actual : null,
    pinballP50: loss(0.5),
    pinballP90: loss(0.9),
    coverP90: mean(({ total, actual: came }) => (came <= totalQuantile(total, 0.9) ? 1 : 0)),
  };
}
