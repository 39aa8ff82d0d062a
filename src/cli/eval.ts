import { writeFile } from 'node:fs/promises';
import { loadConfig } from '../config.js';
import { furnish, type House } from '../desk.js';
import { readScenarios, type ScenarioFile } from '../evaluation/scenarios/read-scenarios.js';
import { runEval, type TriedScenario } from '../evaluation/scenarios/run-eval.js';
import { type Score, scoreOf } from '../evaluation/scenarios/score.js';
import type { TrialHouse } from '../evaluation/scenarios/trial-house.js';
import { projectPath } from '../paths.js';
import { type BrainName, chooseBrain } from './choose-brain.js';
import { evalPage, percent } from './eval-page.js';
import { note, withDatabase } from './open-cli-database.js';
import { scratchPolicies } from './scratch-shop.js';

export interface EvalOptions {
  readonly scenarios?: string;
  readonly brain?: BrainName;
  readonly trials: number;
  readonly seed: number;
  readonly typos: number;
  readonly json?: boolean;
  readonly show?: boolean;
  /** A page to write: the figures, and a failing transcript of each scenario. */
  readonly report?: string;
}

/** Trials that run at once: a turn waits on the database about as long as it computes. */
const LANES = 3;

/** Plays conversation scenarios and prints what came of them. */
export async function evaluate(options: EvalOptions): Promise<void> {
  const files = await readScenarios(options.scenarios ?? projectPath('test/scenarios'));
  const config = chooseBrain(loadConfig(), options.brain);
  const houseFor = housesOn(await furnish(config));
  const results = await withDatabase(({ sql, url }) =>
    runEval(files, {
      sql,
      url,
      trials: options.trials,
      seed: options.seed,
      typos: options.typos,
      lanes: LANES,
      houseFor,
      onTrial: (done, of) => {
        if (done % 50 === 0 || done === of) note(`${done} of ${of} trials`);
      },
    }),
  );
  const score = scoreOf(results);
  process.stdout.write(options.json ? `${JSON.stringify(asJson(score, results, options))}\n` : inWords(score, results));
  if (options.report) await writeFile(options.report, evalPage(score, results, options));
  if (options.show) process.stderr.write(results.map(failuresOf).join(''));
}

/** The house under the policies of a scenario's own shop. */
export const housesOn =
  ({ turn }: Pick<House, 'turn'>) =>
  ({ name, scenario }: ScenarioFile): TrialHouse => {
    const { policy, rules } = scratchPolicies(name, scenario.shop.policies ?? {});
    return { rules, turn: { ...turn, policy } };
  };

function asJson(score: Score, results: readonly TriedScenario[], { seed, trials, typos }: EvalOptions) {
  return {
    seed,
    trialsEach: trials,
    typos,
    ...score,
    byScenario: results.map(({ name, about, trials }) => ({
      name,
      about,
      passed: trials.filter(({ faults }) => faults.length === 0).length,
      of: trials.length,
      faults: trials.flatMap(({ faults }, at) => faults.map((fault) => ({ trial: at + 1, ...fault }))),
    })),
  };
}

function inWords(score: Score, results: readonly TriedScenario[]): string {
  const { scenarios, trials, passed, passHat, interval, faults } = score;
  const failed = results.filter((one) => one.trials.some((trial) => trial.faults.length > 0));
  return [
    `${scenarios} scenarios, ${trials} trials, ${passed} passed.`,
    ...passHat.map(({ k, rate }) => `pass^${k}  ${percent(rate)}`),
    `pass^1 lies between ${percent(interval[0])} and ${percent(interval[1])} (95 %, Wilson).`,
    `Trials with wrong writes ${faults.wrong_write}, missed writes ${faults.missed_write}, ungrounded facts ${faults.ungrounded}, leaks ${faults.leak}, false hand-offs ${faults.false_hand_off}, missed hand-offs ${faults.missed_hand_off}.`,
    ...failed.map(({ name, trials: tried }) => {
      const whats = [
        ...new Set(
          tried.flatMap((trial) =>
            trial.faults.map(({ turn, what }) => `${turn === null ? 'end' : `turn ${turn}`}: ${what}`),
          ),
        ),
      ];
      return `\n${name} (${tried.filter((trial) => trial.faults.length === 0).length} of ${tried.length})\n  ${whats.join('\n  ')}`;
    }),
    '',
  ].join('\n');
}

/** The first failing transcript of a scenario, as it was said. */
function failuresOf({ name, trials }: TriedScenario): string {
  const failed = trials.find(({ faults, transcript }) => faults.length > 0 && transcript !== null);
  if (!failed?.transcript) return '';
  const turns = failed.transcript.turns.flatMap(({ said, replies, calls }) => [
    ...said.map((text) => `  > ${text}`),
    `    [${calls.map(({ tool, output }) => `${tool}: ${output.kind}`).join(', ')}]`,
    ...replies.map(
      ({ text, template }) => `  < ${text.replaceAll('\n', '\n    ')}${template ? `  (${template})` : ''}`,
    ),
  ]);
  const faults = failed.faults.map(({ turn, what }) => `  ! ${turn === null ? 'end' : `turn ${turn}`}: ${what}`);
  return [`\n== ${name}`, ...turns, ...faults, ''].join('\n');
}
