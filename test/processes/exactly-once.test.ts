import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from '../../src/language/random.js';
import { ChatVisitor } from '../support/chat-visitor.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { DeskProcess } from '../support/desk-process.js';
import { inboxStates, moveIn, transcriptOf } from '../support/shop-database.js';
import { until } from '../support/until.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await aDatabase();
  await moveIn(database.sql);
});
afterEach(() => database.drop());

const settings = () => ({ DATABASE_URL: database.url });

/** Two copies on one database, of which the first can be killed and started again. */
async function twoDesks() {
  const [first, second] = await Promise.all([DeskProcess.start(settings()), DeskProcess.start(settings())]);
  const desks = [first, second];
  return {
    desks,
    /** One of the two, in turn. */
    any: (n: number) => desks[n % 2] ?? second,
    async killFirstAndStartAgain() {
      await first.end('SIGKILL');
      desks[0] = await first.again();
    },
  };
}

/** What must hold of a conversation whatever happened to the processes. */
async function expectOneAnswerEachInOrder(conversationId: string) {
  const rows = await transcriptOf(database.sql, conversationId);
  expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, index) => index + 1));
  const asked = rows.filter(({ author }) => author === 'shopper').map(({ inbox }) => inbox);
  const answered = rows.filter(({ author }) => author === 'assistant').map(({ inbox }) => inbox);
  expect(answered).toEqual(asked);
  return rows;
}

describe('messages to two processes, one of which is killed and started again', () => {
  it('200 at once in one conversation are each answered once, in order, and have their effect once', async () => {
    const { sql } = database;
    const { desks, any, killFirstAndStartAgain } = await twoDesks();
    const visitor = await ChatVisitor.arrive(any(0));
    await visitor.ask(any(0), 'Where is order 1042? ana@example.com');
    // what a message about the lens does can be counted: it makes one proposal
    const texts = Array.from({ length: 200 }, (_, n) =>
      n % 4 === 0 ? 'please cancel the lens' : 'where is my order?',
    );

    let acknowledged = 0;
    const sending = texts.map(async (text, n) => {
      let tries = n;
      await visitor.deliver(() => any(tries++), text, `mark-${n}`);
      acknowledged += 1;
    });
    await until('some are acknowledged', () => acknowledged >= 60);
    await until('some are answered', async () => ((await inboxStates(sql)).done ?? 0) >= 20);
    await killFirstAndStartAgain();
    await Promise.all(sending);
    await until('all are answered', async () => !('waiting' in (await inboxStates(sql))));

    // 200, the greeting and the question about the order
    expect(await inboxStates(sql)).toEqual({ done: 202 });
    const rows = await expectOneAnswerEachInOrder(visitor.conversationId);
    expect(rows.filter(({ template }) => template === 'recap/cancel_line')).toHaveLength(50);
    expect(
      await sql`select count(*)::int as n, count(*) filter (where state = 'live')::int as live from proposals`,
    ).toEqual([{ n: 50, live: 1 }]);
    const [sent] = await sql`select count(*)::int as n, count(distinct payload ->> 'seq')::int as seqs from outbox`;
    expect(sent).toEqual({ n: 202, seqs: 202 });
    const shown = await visitor.transcript(desks[1] ?? any(1));
    expect(shown.map(({ id }) => id)).toEqual([...new Set(shown.map(({ id }) => id))].sort());
  });

  it('sent one to three times and shuffled, over several conversations, leave no double and no loss', async () => {
    const { sql } = database;
    const { any, killFirstAndStartAgain } = await twoDesks();
    const visitors = await Promise.all([0, 1, 2, 3].map((n) => ChatVisitor.arrive(any(n))));
    const random = seededRandom(1042);
    const once = visitors.flatMap((visitor) => Array.from({ length: 30 }, (_, n) => ({ visitor, mark: `mark-${n}` })));
    const sends = shuffled(
      once.flatMap((message) => Array.from({ length: 1 + Math.floor(random() * 3) }, () => message)),
      random,
    );
    expect(sends.length).toBeGreaterThan(200);

    let acknowledged = 0;
    const sending = sends.map(async ({ visitor, mark }, n) => {
      let tries = n;
      await visitor.deliver(() => any(tries++), 'hello', mark);
      acknowledged += 1;
    });
    await until('some are acknowledged', () => acknowledged >= 60);
    await killFirstAndStartAgain();
    await Promise.all(sending);
    await until('all are answered', async () => !('waiting' in (await inboxStates(sql))));

    expect(await inboxStates(sql)).toEqual({ done: 4 * 31 });
    for (const { conversationId } of visitors) {
      const rows = await expectOneAnswerEachInOrder(conversationId);
      expect(rows).toHaveLength(2 * 31);
    }
  });
});
