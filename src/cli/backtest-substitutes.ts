import { backtestSubstitutes, type SubstitutesBacktestOptions } from '../evaluation/backtest/substitutes-backtest.js';
import { loadSubstitutePolicy } from '../knowledge/substitute-policy.js';

/** Ranks each task's candidates into `--out` by the shop's own rules; the summary goes to stdout. */
export async function printSubstitutesBacktest(options: SubstitutesBacktestOptions): Promise<void> {
  process.stdout.write(`${JSON.stringify(await backtestSubstitutes(options, loadSubstitutePolicy()), null, 2)}\n`);
}
