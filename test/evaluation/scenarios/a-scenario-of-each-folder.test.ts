import { beforeAll, describe, expect, it } from 'vitest';
import { housesOn } from '../../../src/cli/eval.js';
import { furnish } from '../../../src/desk.js';
import { readScenarios } from '../../../src/evaluation/scenarios/read-scenarios.js';
import { runEval, type TriedScenario } from '../../../src/evaluation/scenarios/run-eval.js';
import { aDatabase } from '../../support/database.js';

const folderOf = ({ name }: { name: string }) => name.slice(0, name.indexOf('/'));
let tried: readonly TriedScenario[] = [];

/** All of them, many times, are `npm run eval`: one of each folder says here whether the conversation still stands. */
beforeAll(async () => {
  const files = await readScenarios('test/scenarios');
  const firsts = [...new Map(files.toReversed().map((file) => [folderOf(file), file])).values()];
  const database = await aDatabase();
  const { sql, url } = database;
  const houseFor = housesOn(await furnish({ llm: null }));
  const options = { sql, url, houseFor, trials: 1, seed: 1, typos: 0, lanes: 2, onTrial: () => {} };
  tried = await runEval(firsts, options);
  await database.drop();
});

describe('a scenario of each folder', () => {
  it('is played', () => {
    expect(tried.map(folderOf)).toEqual(expect.arrayContaining(['happy-path', 'injection', 'sms', 'delay-rule']));
    expect(tried.length).toBeGreaterThanOrEqual(25);
  });

  it('ends as it should, with nothing said that is not so', () => {
    const faults = tried.flatMap(({ name, trials }) =>
      trials.flatMap((trial) => trial.faults.map(({ turn, what }) => `${name}, turn ${turn}: ${what}`)),
    );
    expect(faults).toEqual([]);
  });
});
