import { backtestEta, type EtaBacktestOptions } from '../evaluation/backtest/eta-backtest.js';

/** Writes each asked row's P10, P50 and P90 into `--out`; how they did goes to stdout. */
export async function printEtaBacktest(options: EtaBacktestOptions): Promise<void> {
  process.stdout.write(`${JSON.stringify(await backtestEta(options), null, 2)}\n`);
}
