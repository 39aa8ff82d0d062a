import { cpus } from 'node:os';
import type { Channel } from '../../conversation/channel.js';
import type { IntentModel } from '../../language/intent-model.js';
import type { Sql } from '../../store/connect.js';
import { bareTransactions, makeBareTables } from './bare-transactions.js';
import { durableTurns, type RunningDesk } from './durable-turns.js';
import { type Figure, figureOf } from './figure.js';
import { lineEta } from './line-eta.js';
import { ownCode, type Speech } from './own-code.js';
import { pageSizes } from './page-sizes.js';
import { pgbench } from './pgbench.js';
import { PLANS } from './plans.js';
import { processStart } from './process-start.js';
import { runRounds } from './rounds.js';
import { understanding } from './understanding.js';
import { bareWebAnswer, type RunningServer, webTurn } from './web-turn.js';

/** The desk as the bench finds it: a database of its own with the demo shop in it, and ways to start the parts. */
export interface BenchBed {
  readonly sql: Sql;
  readonly url: string;
  readonly model: IntentModel;
  readonly speech: Speech;
  startDesk(channel: Channel): RunningDesk;
  serve(): Promise<RunningServer>;
  /** The compiled program and the folder of built pages. */
  readonly program: string;
  readonly pages: string;
  readonly onProgress: (sentence: string) => void;
}

export interface BenchReport {
  /** The day it ran, UTC. */
  readonly on: string;
  readonly node: string;
  readonly machine: string;
  readonly rounds: { readonly kept: number; readonly discarded: number };
  readonly figures: readonly Figure[];
}

const ROUNDS = 5;

/** Measures every figure beside its yardstick. Throws when something measured did not do its work. */
export async function runBench(bed: BenchBed): Promise<BenchReport> {
  const { sql, url, speech, onProgress } = bed;
  await makeBareTables(sql);
  onProgress('Warming up …');
  await durableTurns(sql, bed.startDesk, 2).measure();
  const subjects = [
    bareTransactions(sql, 3),
    durableTurns(sql, bed.startDesk, 5),
    pgbench(url, { clients: sql.options.max, seconds: 3 }),
    ownCode(sql, speech, 1),
    understanding(bed.model, 1),
    lineEta(sql, speech.policy, 1),
    bareWebAnswer(sql),
    webTurn(sql, bed.serve),
    processStart(bed.program, url),
  ];
  const rounds = await runRounds(subjects, { rounds: ROUNDS, onProgress });
  return {
    on: new Date().toISOString().slice(0, 10),
    node: process.version,
    machine: `${cpus().length} cores`,
    rounds: { kept: rounds.kept.length, discarded: rounds.discarded },
    figures: [...PLANS.flatMap((plan) => figureOf(plan, rounds) ?? []), ...(await pageSizes(bed.pages))],
  };
}
