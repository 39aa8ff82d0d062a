import { backtestStockout, type StockoutBacktestOptions } from '../evaluation/backtest/stockout-backtest.js';

/** Writes each item's risk of going short into `--out`; what it rests on goes to stdout. */
export async function printStockoutBacktest(options: StockoutBacktestOptions): Promise<void> {
  process.stdout.write(`${JSON.stringify(await backtestStockout(options), null, 2)}\n`);
}
