import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furnish, type House } from '../../../src/desk.js';
import { type Fault, judge } from '../../../src/evaluation/scenarios/judge.js';
import { readScenario } from '../../../src/evaluation/scenarios/read-scenarios.js';
import { runTrial } from '../../../src/evaluation/scenarios/run-trial.js';
import type { Scenario } from '../../../src/evaluation/scenarios/scenario.js';
import type { HeardTurn, Transcript } from '../../../src/evaluation/scenarios/transcript.js';
import { seededRandom } from '../../../src/language/random.js';
import { aDatabase, type TestDatabase } from '../../support/database.js';

let house: Promise<House> | undefined;
const FOLDER = 'test/scenarios';

async function play(file: string): Promise<{ scenario: Scenario; transcript: Transcript }> {
  const database = await aDatabase();
  databases.push(database);
  const scenario = await readScenario(`${FOLDER}/${file}`);
  house ??= furnish({ llm: null });
  const { turn, rules } = await house;
  const options = { sql: database.sql, house: { turn, rules }, random: seededRandom(1), typos: 0 };
  return { scenario, transcript: await runTrial(scenario, options) };
}
const databases: TestDatabase[] = [];
let cancels: Awaited<ReturnType<typeof play>>;
let asks: Awaited<ReturnType<typeof play>>;
let byText: Awaited<ReturnType<typeof play>>;

beforeAll(async () => {
  cancels = await play('happy-path/cancel-the-lens.yaml');
  asks = await play('happy-path/lens-waits.yaml');
  byText = await play('sms/where-is-it.yaml');
});
afterAll(() => Promise.all(databases.map((database) => database.drop())));

/** The transcript with one turn as a broken brain would have left it. */
const broken = (
  { transcript }: { transcript: Transcript },
  at: number,
  change: (turn: HeardTurn) => Partial<HeardTurn>,
) => ({
  ...transcript,
  turns: transcript.turns.map((turn, index) => (index === at ? { ...turn, ...change(turn) } : turn)),
});
const saying = (words: (text: string) => string) => (turn: HeardTurn) => ({
  replies: turn.replies.map((reply) => ({ ...reply, text: words(reply.text) })),
});
const kinds = (faults: readonly Fault[]) => faults.map(({ kind }) => kind);

describe('the judge', () => {
  it('finds nothing wrong with what the desk does well', () => {
    for (const { scenario, transcript } of [cancels, asks, byText]) expect(judge(scenario, transcript)).toEqual([]);
  });

  it('sees an invented date', () => {
    const said = broken(
      asks,
      1,
      saying((text) => text.replace(/Fri, Dec 4/g, 'Tue, Dec 1')),
    );
    expect(kinds(judge(asks.scenario, said))).toContain('ungrounded');
  });

  it('sees a wrong amount', () => {
    const said = broken(
      cancels,
      0,
      saying((text) => text.replaceAll('$820.00', '$840.00')),
    );
    expect(judge(cancels.scenario, said).map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'did not say recapAmount 820',
        expect.stringContaining('"$840.00", which no result bears'),
      ]),
    );
  });

  it('sees another customer’s order and name', () => {
    const said = broken(
      asks,
      1,
      saying((text) => `${text} Ben Okafor, order 2001, is before you.`),
    );
    expect(kinds(judge(asks.scenario, said))).toContain('leak');
  });

  it('sees a confirmation that was skipped', () => {
    const [asked, done] = cancels.transcript.turns;
    const said = {
      ...cancels.transcript,
      turns: [
        { ...asked!, changes: done!.changes },
        { ...done!, changes: { writes: [], unexplained: [] } },
      ],
    };
    expect(kinds(judge(cancels.scenario, said))).toContain('wrong_write');
  });

  it('sees a guarantee, and lets a denied one pass', () => {
    const guarantee = broken(
      asks,
      1,
      saying((text) => `${text} That is guaranteed.`),
    );
    expect(judge(asks.scenario, guarantee).map(({ what }) => what)).toContain('never guaranteed: "guaranteed"');
    const denied = broken(
      asks,
      1,
      saying((text) => `${text} That is not guaranteed.`),
    );
    expect(judge(asks.scenario, denied)).toEqual([]);
  });

  it('sees a stale proposal that was carried out, and one that was not', () => {
    const twice = broken(cancels, 1, (turn) => ({
      changes: {
        writes: [...turn.changes.writes, { name: 'cancel_line', keys: { order: '1042', line: 1 } }],
        unexplained: [],
      },
    }));
    expect(kinds(judge(cancels.scenario, twice))).toEqual(['wrong_write']);
    const never = broken(cancels, 1, () => ({ changes: { writes: [], unexplained: [] } }));
    expect(kinds(judge(cancels.scenario, never))).toEqual(['missed_write']);
  });

  it('sees a hand-off nobody wanted, and one that is missing', () => {
    expect(kinds(judge(asks.scenario, { ...asks.transcript, handedOff: true }))).toEqual(['false_hand_off']);
    const wanting = { ...asks.scenario, end: { writes: [], handedOff: true } };
    expect(kinds(judge(wanting, asks.transcript))).toEqual(['missed_hand_off']);
  });

  it('sees a second apology, and one in the same breath', () => {
    const strict = {
      ...asks.scenario,
      turns: asks.scenario.turns.map((turn) => ({
        ...turn,
        expect: { ...turn.expect, never: ['second-apology' as const] },
      })),
    };
    const once = broken(
      asks,
      1,
      saying((text) => `I am sorry. ${text}`),
    );
    expect(judge(strict, once)).toEqual([]);
    expect(
      judge(
        strict,
        broken(
          { transcript: once },
          0,
          saying((text) => `Sorry! ${text}`),
        ),
      ),
    ).toHaveLength(1);
  });

  it('sees a change that no write explains, and one to somebody else', () => {
    const touched = broken(asks, 0, () => ({ changes: { writes: [], unexplained: ['stock'] } }));
    expect(judge(asks.scenario, touched)).toMatchObject([{ kind: 'wrong_write', what: 'changed stock' }]);
    const others = broken(asks, 0, () => ({
      changes: { writes: [{ name: 'cancel_line', keys: { order: '2001', line: 1 } }], unexplained: [] },
    }));
    expect(kinds(judge(asks.scenario, others))).toEqual(['wrong_write', 'wrong_write']);
  });

  it('sees texts that are too long, that ask for a carrier’s word, and that do not come', () => {
    const long = broken(
      byText,
      0,
      saying((text) => text + ' and so on'.repeat(60)),
    );
    expect(judge(byText.scenario, long).map(({ what }) => what)).toEqual([
      expect.stringMatching(/^a text of \d segments/),
    ]);
    const word = broken(
      byText,
      0,
      saying((text) => `${text} Reply YES to keep it.`),
    );
    expect(judge(byText.scenario, word).map(({ what }) => what)).toEqual([
      expect.stringContaining('reply-cancel-or-yes-words'),
    ]);
    const none = broken(byText, 0, (turn) => ({
      replies: turn.replies.map((reply) => ({ ...reply, reached: false })),
    }));
    expect(judge(byText.scenario, none).map(({ what }) => what)).toEqual(['sent 0 texts']);
  });
});
