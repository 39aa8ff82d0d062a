import { pinball } from '../../../src/domain/demand/forecast-demand.js';
import { crostonRate } from '../../../src/domain/demand/intermittent.js';
import type { Case } from './demand-panels.js';

type Method = (seen: Float64Array, horizon: number, season: number) => number[];

const flat = (value: number, horizon: number) => new Array<number>(horizon).fill(value);

function smoothed(seen: Float64Array, horizon: number): number[] {
  let best = { level: 0, error: Number.POSITIVE_INFINITY };
  for (const alpha of [0.05, 0.1, 0.2, 0.3, 0.5, 0.8]) {
    let level = seen[0] ?? 0;
    let error = 0;
    for (const value of seen) {
      error += (value - level) ** 2;
      level += alpha * (value - level);
    }
    if (error < best.error) best = { level, error };
  }
  return flat(best.level, horizon);
}

const METHODS: readonly Method[] = [
  (seen, horizon) => flat(seen.reduce((a, b) => a + b, 0) / seen.length, horizon),
  smoothed,
  (seen, horizon) => flat(crostonRate(seen, seen.length, 0.1, false), horizon),
  (seen, horizon) => flat(crostonRate(seen, seen.length, 0.1, true), horizon),
  (seen, horizon, season) =>
    Array.from({ length: horizon }, (_, step) => seen[seen.length - season + (step % season)] ?? seen.at(-1) ?? 0),
];

/** The yardstick: the simple method that did best in a rolling backtest, with a normal spread of its own errors. */
export function bestSimple({ demand, season }: Case['series'], horizon: number) {
  let best: { method: Method; squares: number; totals: number[] } | undefined;
  for (const method of METHODS) {
    let squares = 0;
    const totals: number[] = [];
    for (let start = demand.length - horizon; start >= 12 && totals.length < 8; start -= Math.ceil(horizon / 2)) {
      const forecast = method(demand.subarray(0, start), horizon, season);
      const errors = forecast.map((value, step) => (demand[start + step] ?? 0) - value);
      squares += errors.reduce((all, error) => all + error ** 2, 0);
      totals.push(errors.reduce((all, error) => all + error, 0));
    }
    if (best === undefined || squares < best.squares) best = { method, squares, totals };
  }
  const means = best?.method(demand, horizon, season) ?? [];
  const totals = best?.totals ?? [];
  const spread = Math.sqrt(totals.reduce((all, error) => all + error ** 2, 0) / totals.length);
  return { means, p90: means.reduce((a, b) => a + b, 0) + 1.2816 * spread };
}

/** Mean RMSSE and mean scaled P90 pinball loss of forecasts. */
export function score(cases: readonly Case[], forecasts: readonly { means: ArrayLike<number>; p90: number }[]) {
  let rmsse = 0;
  let loss = 0;
  for (const [index, { series, future }] of cases.entries()) {
    const { means, p90 } = forecasts[index]!;
    const changes = series.demand.subarray(1).map((value, at) => (value - (series.demand[at] ?? 0)) ** 2);
    const scale = Math.sqrt(changes.reduce((a, b) => a + b, 0) / changes.length) || 1;
    const squares = future.reduce((all, value, step) => all + (value - (means[step] ?? 0)) ** 2, 0);
    rmsse += Math.sqrt(squares / future.length) / scale / cases.length;
    const actual = future.reduce((a, b) => a + b, 0);
    loss += pinball(p90, actual, 0.9) / scale / cases.length;
  }
  return { rmsse, loss };
}
