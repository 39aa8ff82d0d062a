import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ChatVisitor, templatesOf } from '../support/chat-visitor.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { DeskProcess } from '../support/desk-process.js';
import { endSessionsOfTheDead, holdTable, whenWaitingFor } from '../support/hold-table.js';
import { inboxStates, moveIn, transcriptOf } from '../support/shop-database.js';
import { until } from '../support/until.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await aDatabase();
  await moveIn(database.sql);
});
afterEach(() => database.drop());

const start = () => DeskProcess.start({ DATABASE_URL: database.url });
const lensState = async () =>
  (await database.sql`select state from order_lines where order_number = '1042' and line_number = 2`)[0]?.state;
const refunds = async () => (await database.sql`select count(*)::int as n from refunds`)[0]?.n;

async function askedToCancelTheLens(desk: DeskProcess): Promise<ChatVisitor> {
  const visitor = await ChatVisitor.arrive(desk);
  await visitor.ask(desk, 'Where is order 1042? ana@example.com');
  expect(templatesOf(await visitor.ask(desk, 'please cancel the lens'))).toEqual(['recap/cancel_line']);
  return visitor;
}

describe('the only process is killed', () => {
  it('between question and answer: the next one knows the shopper and the question, and cancels once', async () => {
    const desk = await start();
    const visitor = await askedToCancelTheLens(desk);
    await desk.end('SIGKILL');
    const next = await desk.again();
    expect(await lensState()).toBe('backordered');
    expect(templatesOf(await visitor.ask(next, 'yes'))).toEqual(['done/cancel_line']);
    expect(await lensState()).toBe('cancelled');
    expect(templatesOf(await visitor.ask(next, 'where is my order?'))).toEqual(['order-status']);
    expect(await refunds()).toBe(1);
  });

  it('after the cancellation is stored and before its answer is: the next one answers and cancels nothing again', async () => {
    const desk = await start();
    const visitor = await askedToCancelTheLens(desk);
    // the closing transaction writes the reply to the outbox: there it waits for us
    const outbox = await holdTable(database, 'outbox');
    await visitor.deliver(() => desk, 'yes');
    // the senders wait for the outbox as well: that alone does not tell how far the turn is
    await until('the cancellation is stored', async () => (await lensState()) === 'cancelled');
    await whenWaitingFor(database, 'outbox');
    expect(await lensState()).toBe('cancelled');
    await desk.end('SIGKILL');
    await endSessionsOfTheDead(database);
    await outbox.letGo();
    expect(await inboxStates(database.sql)).toMatchObject({ waiting: 1 });

    await desk.again();
    await until('the yes is answered', async () => !('waiting' in (await inboxStates(database.sql))));
    const rows = await transcriptOf(database.sql, visitor.conversationId);
    expect(rows.slice(-2).map(({ text, template }) => template ?? text)).toEqual(['yes', 'done/cancel_line']);
    expect(await refunds()).toBe(1);
  });
});

describe('the only process is stopped in good order', () => {
  it('under load: it ends by itself, and what it acknowledged is answered, by it or by the next one', async () => {
    const desk = await start();
    const visitors = await Promise.all([1, 2, 3].map(() => ChatVisitor.arrive(desk)));
    const acknowledged: string[] = [];
    const sending = visitors.flatMap((visitor, v) =>
      Array.from({ length: 40 }, async (_, n) => {
        const text = `hello ${v}-${n}`;
        if ((await visitor.post(desk, text)) === 200) acknowledged.push(text);
      }),
    );
    await until('some are acknowledged', () => acknowledged.length >= 20);
    expect(await desk.end('SIGTERM')).toEqual({ code: 0, signal: null });
    await Promise.all(sending);
    expect(desk.stderr).toBe('');

    await desk.again();
    await until('all are answered', async () => !('waiting' in (await inboxStates(database.sql))));
    const rows = await Promise.all(visitors.map(({ conversationId }) => transcriptOf(database.sql, conversationId)));
    expect(rows.flat().map(({ text }) => text)).toEqual(expect.arrayContaining(acknowledged));
    for (const conversation of rows) {
      const of = (author: string) => conversation.filter((row) => row.author === author).map(({ inbox }) => inbox);
      expect(of('assistant')).toEqual(of('shopper'));
    }
  });

  it('with a chat open, a second Ctrl-C is not needed', async () => {
    const desk = await start();
    await ChatVisitor.arrive(desk);
    expect(await desk.end('SIGINT', 'group')).toEqual({ code: 0, signal: null });
    expect(desk.stdout).toContain('Stopping …');
  });
});

describe('a process is frozen past its lease and goes on', () => {
  it('finds its turn refused, since another one has answered meanwhile', async () => {
    const frozen = await start();
    const visitor = await ChatVisitor.arrive(frozen);
    await visitor.ask(frozen, 'Where is order 1042? ana@example.com');
    // in the middle of a turn, outside of any transaction: a tool is reading
    const lines = await holdTable(database, 'order_lines');
    await visitor.deliver(() => frozen, 'where is my order?');
    await whenWaitingFor(database, 'order_lines');
    frozen.signal('SIGSTOP');
    await lines.letGo();

    const other = await start();
    await until('the other one has answered', async () => !('waiting' in (await inboxStates(database.sql))));
    const before = await transcriptOf(database.sql, visitor.conversationId);
    frozen.signal('SIGCONT');
    // the second where it was frozen for so long that its query's time is up as well
    await frozen.whenLogged(
      'another worker took over; this turn is dropped',
      'a step failed; trying again in a second',
    );
    expect(await transcriptOf(database.sql, visitor.conversationId)).toEqual(before);
    expect(before.filter(({ author }) => author === 'shopper')).toHaveLength(3);
    expect(before.filter(({ author }) => author === 'assistant')).toHaveLength(3);
    expect(templatesOf(await visitor.ask(other, 'thanks'))).toHaveLength(1);
    await frozen.whenReady();
  });
});
