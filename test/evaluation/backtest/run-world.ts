import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backtestEta, type EtaSummary } from '../../../src/evaluation/backtest/eta-backtest.js';
import { csvOf, type World } from './world.js';

/** Runs `work` with a folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'backtest-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Writes a world as a file and backtests it. */
export const runWorld = (world: World, seed: number): Promise<EtaSummary> =>
  inFolder(async (folder) => {
    const receipts = join(folder, 'receipts.csv');
    await writeFile(receipts, csvOf(world, seed));
    return backtestEta({ receipts, out: join(folder, 'out.csv') });
  });
