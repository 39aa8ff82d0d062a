import { cpus } from 'node:os';
import type { Channel } from '../../conversation/channel.js';
import type { IntentModel } from '../../language/intent-model.js';
import type { Sql } from '../../store/connect.js';
import { bareTransactions, makeBareTables } from './bare-transactions.js';
import { besideNlpJs, type Sentences } from './beside-nlpjs.js';
import { durableTurns, type RunningDesk } from './durable-turns.js';
import { type Figure, figureOf } from './figure.js';
import { lineEta } from './line-eta.js';
import { ownCode, type Speech } from './own-code.js';
import { pageSizes } from './page-sizes.js';
import { pgbench } from './pgbench.js';
import { PLANS } from './plans.js';
import { processStart } from './process-start.js';
import { replanLines } from './replan-lines.js';
import { type Rounds, runRounds } from './rounds.js';
import { understanding } from './understanding.js';
import { bareWebAnswer, type RunningServer, webTurn } from './web-turn.js';

/** The desk as the bench finds it: a database of its own with the demo shop in it, and ways to start the parts. */
export interface BenchBed {
  readonly sql: Sql;
  readonly url: string;
  readonly model: IntentModel;
  readonly speech: Speech;
  readonly sentences: Sentences;
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
  readonly discardedRounds: number;
  /** What could not be measured, because no round was steady or a program is missing. */
  readonly missing: readonly string[];
  readonly figures: readonly Figure[];
}

const ROUNDS = 5;

/** Measures every figure beside its yardstick. Throws when something measured did not do its work. */
export async function runBench(bed: BenchBed): Promise<BenchReport> {
  const { sql, url, speech, onProgress } = bed;
  await makeBareTables(sql);
  onProgress('Warming up …');
  await durableTurns(sql, bed.startDesk, 2).measure();
  // a desk runs for days: its code is measured compiled, as it then is, which takes some seconds of turns
  await ownCode(sql, speech, 4).measure();
  const groups = [
    [
      bareTransactions(sql, 2),
      durableTurns(sql, bed.startDesk, 4),
      pgbench(url, { clients: sql.options.max, seconds: 2 }),
    ],
    [ownCode(sql, speech, 0.5), understanding(bed.model, 0.5), lineEta(sql, speech.policy, 0.5)],
    [besideNlpJs(bed.model, bed.sentences)],
    [replanLines()],
    [bareWebAnswer(sql), webTurn(sql, bed.serve)],
    [processStart(bed.program, url)],
  ];
  // subjects that are compared share their rounds; short rounds leave the machine little time to change its pace
  const measured: Rounds[] = [];
  for (const group of groups) measured.push(await runRounds(group, { rounds: ROUNDS, onProgress }));
  const figures = PLANS.map((plan) => measured.flatMap((rounds) => figureOf(plan, rounds) ?? [])[0]);
  return {
    on: new Date().toISOString().slice(0, 10),
    node: process.version,
    machine: `${cpus().length} cores`,
    discardedRounds: measured.reduce((sum, { discarded }) => sum + discarded, 0),
    missing: PLANS.filter((_, place) => figures[place] === undefined).map(
      ({ name, yardstick }) => `${name} against ${yardstick.name}`,
    ),
    figures: [...figures.flatMap((figure) => figure ?? []), ...(await pageSizes(bed.pages))],
  };
}
