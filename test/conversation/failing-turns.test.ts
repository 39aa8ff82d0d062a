import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Brain } from '../../src/brains/brain.js';
import type { Loop } from '../../src/conversation/loop.js';
import { createReceive, type Receive } from '../../src/conversation/receive.js';
import { takeTurn } from '../../src/conversation/take-turn.js';
import { startWorker } from '../../src/conversation/worker.js';
import { furnish, type House, openDesk } from '../../src/desk.js';
import { ConversationId } from '../../src/domain/kernel/ids.js';
import { openConversation } from '../../src/store/conversations.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { inboxStates, moveIn, transcriptOf } from '../support/shop-database.js';
import { until } from '../support/until.js';

const BOMB = 'this one is too much for the brain';
const house: Promise<House> = furnish({ llm: null });

let database: TestDatabase;
let worker: Loop;
let receive: Receive;
let tries: number;

beforeEach(async () => {
  database = await aDatabase();
  await moveIn(database.sql);
  const { sql } = database;
  const { turn } = await house;
  const log = { info() {}, warn() {}, error() {} };
  const { door } = openDesk({ sql, house: await house, log });
  tries = 0;
  const brains = turn.brains.map(
    (brain): Brain => ({
      name: brain.name,
      async answer(asked, tools) {
        if (asked.text !== BOMB) return brain.answer(asked, tools);
        tries += 1;
        throw new Error('the brain cannot think this');
      },
    }),
  );
  worker = startWorker({
    sql,
    log,
    concurrency: 2,
    answer: (lease, waiting) => takeTurn({ ...turn, brains, sql, door, log }, lease, waiting),
    onTaken() {},
    onAnswered() {},
  });
  receive = createReceive(sql, worker.wake);
});
afterEach(async () => {
  await worker.stop();
  await database.drop();
});

async function aConversation(name: string) {
  const id = ConversationId.parse(name);
  await openConversation(database.sql, { id, channel: 'web', externalId: id });
  return async (...texts: string[]) => {
    for (const [n, text] of texts.entries()) {
      await receive({
        channel: 'web',
        externalId: `${id}:${n}`,
        conversationId: id,
        event: { kind: 'message', text, source: 'somewhere' },
        activity: { type: 'message', text },
      });
    }
  };
}

describe('a message whose turn fails again and again', () => {
  it('is set aside after five tries with an apology, and its conversation goes on', async () => {
    const say = await aConversation('unlucky');
    await say('hello', BOMB, 'thanks');
    await until('nothing waits', async () => !('waiting' in (await inboxStates(database.sql))));
    expect(await inboxStates(database.sql)).toEqual({ done: 2, dead: 1 });
    expect(tries).toBe(5);
    const rows = await transcriptOf(database.sql, 'unlucky');
    const answers = rows.filter(({ author }) => author === 'assistant');
    expect(answers.map(({ inbox }) => inbox)).toEqual([1, 2, 3]);
    expect(answers.map(({ template }) => template)).toEqual(['hello-again', 'cannot-answer', expect.any(String)]);
  });

  it('does not hold up anybody else', async () => {
    const [unlucky, other] = [await aConversation('unlucky'), await aConversation('other')];
    await unlucky(BOMB);
    await until('the first try has failed', () => tries > 0);
    await other('hello', 'thanks');
    const done = () => database.sql`select from inbox where conversation_id = 'other' and state = 'done'`;
    await until('the others are answered', async () => (await done()).length === 2);
    expect(await inboxStates(database.sql)).toEqual({ done: 2, waiting: 1 });
  });
});
