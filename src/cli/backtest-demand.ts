import { backtestDemand, type DemandBacktestOptions } from '../evaluation/backtest/demand-backtest.js';

/** Forecasts a file's series into `--out`; the summary of a rolling backtest goes to stdout. */
export async function printDemandBacktest(options: DemandBacktestOptions): Promise<void> {
  process.stdout.write(`${JSON.stringify(await backtestDemand(options), null, 2)}\n`);
}
