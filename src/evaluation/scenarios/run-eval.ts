import { createHash } from 'node:crypto';
import { seededRandom } from '../../language/random.js';
import type { Sql } from '../../store/connect.js';
import { migrate } from '../../store/migrate.js';
import { withOwnDatabase } from '../../store/own-database.js';
import { type Fault, judge } from './judge.js';
import type { ScenarioFile } from './read-scenarios.js';
import { runTrial } from './run-trial.js';
import type { Transcript } from './transcript.js';
import type { TrialHouse } from './trial-house.js';

export interface EvalOptions {
  /** A server on which databases can be made; each trial has one of its own, dropped afterwards. */
  readonly sql: Sql;
  readonly url: string;
  readonly trials: number;
  readonly seed: number;
  readonly typos: number;
  /** Trials at once. */
  readonly lanes: number;
  houseFor(file: ScenarioFile): TrialHouse;
  onTrial(done: number, of: number): void;
}

export interface TriedScenario {
  readonly name: string;
  readonly about: string;
  readonly trials: readonly { readonly faults: readonly Fault[]; readonly transcript: Transcript | null }[];
}

/** Plays every scenario so many times. A trial in which the desk throws is a fault of its own and stops nothing. */
export async function runEval(files: readonly ScenarioFile[], options: EvalOptions): Promise<TriedScenario[]> {
  const { sql, url, trials, lanes } = options;
  const results: TriedScenario['trials'][number][][] = files.map(() => []);
  const work = files.flatMap((file, at) => Array.from({ length: trials }, (_, trial) => ({ file, at, trial })));
  let next = 0;
  let done = 0;
  await withOwnDatabase({ sql, url, purpose: 'scenarios', max: 1 }, async (empty, template) => {
    await migrate(empty);
    // nobody may be connected to what is copied
    await empty.end();
    const lane = async () => {
      for (let one = work[next++]; one; one = work[next++]) {
        const outcome = await tryOnce(one.file, one.trial, template, options);
        (results[one.at] ?? [])[one.trial] = outcome;
        options.onTrial(++done, work.length);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
  });
  return files.map(({ name, scenario }, at) => ({ name, about: scenario.about, trials: results[at] ?? [] }));
}

async function tryOnce(
  file: ScenarioFile,
  trial: number,
  template: string,
  { sql, url, seed, typos, houseFor }: EvalOptions,
): Promise<TriedScenario['trials'][number]> {
  const random = seededRandom(seedOf(`${seed} ${file.name} ${trial}`));
  try {
    const transcript = await withOwnDatabase({ sql, url, purpose: 'trial', max: 4, template }, (own) =>
      runTrial(file.scenario, { sql: own, house: houseFor(file), random, typos }),
    );
    return { faults: judge(file.scenario, transcript), transcript };
  } catch (error) {
    const what = `the desk failed: ${error instanceof Error ? error.message : String(error)}`;
    return { faults: [{ turn: null, kind: 'other', what }], transcript: null };
  }
}

const seedOf = (text: string): number => createHash('sha256').update(text).digest().readUInt32LE(0);
