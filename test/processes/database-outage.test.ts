import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Sql } from '../../src/store/connect.js';
import { migrate } from '../../src/store/migrate.js';
import { ChatVisitor, templatesOf } from '../support/chat-visitor.js';
import { cloneDatabase } from '../support/clone-database.js';
import { DeskProcess } from '../support/desk-process.js';
import { type OwnServer, startOwnServer } from '../support/own-server.js';
import { inboxStates, moveIn, transcriptOf } from '../support/shop-database.js';
import { until } from '../support/until.js';

let server: OwnServer;
beforeAll(async () => {
  server = await startOwnServer();
  const template = connect({ url: server.url, max: 1, name: 'test' });
  await migrate(template);
  await template.end();
});
afterAll(() => server.remove());

let url: string;
let sql: Sql;
beforeEach(async () => {
  ({ url } = await cloneDatabase(server.url));
  sql = connect({ url, max: 2, name: 'test' });
  await moveIn(sql);
});
afterEach(() => sql.end({ timeout: 1 }));

/** What a desk must say of itself, and to a shopper, while its database is away. */
async function expectHonesty(desk: DeskProcess, visitor: ChatVisitor) {
  expect(await visitor.post(desk, 'are you there?', 'sent while it was away')).toBe(503);
  await until('the desk says that the database is away', async () => {
    const { status, body } = await desk.health('/readyz');
    return status === 503 && body.database === false;
  });
  expect((await desk.health('/healthz')).status).toBe(200);
}

async function expectRecovery(desk: DeskProcess, visitor: ChatVisitor) {
  await desk.whenReady();
  await visitor.deliver(() => desk, 'are you there?', 'sent while it was away');
  await until('all are answered', async () => !('waiting' in (await inboxStates(sql))));
  expect(templatesOf(await visitor.ask(desk, 'Where is order 1042? ana@example.com'))).toEqual(['order-status']);
  const rows = await transcriptOf(sql, visitor.conversationId);
  const of = (author: string) => rows.filter((row) => row.author === author).map(({ inbox }) => inbox);
  expect(of('assistant')).toEqual(of('shopper'));
  expect(rows.filter(({ text }) => text === 'are you there?')).toHaveLength(1);
}

describe('the database', () => {
  it('is killed: the desk says so, takes nothing it cannot keep, and goes on by itself when it is back', async () => {
    const desk = await DeskProcess.start({ DATABASE_URL: url });
    const visitor = await ChatVisitor.arrive(desk);
    await server.kill();
    await expectHonesty(desk, visitor);
    await server.startAgain();
    await expectRecovery(desk, visitor);
  });

  it('hangs: no request does, and the desk goes on by itself when it moves again', async () => {
    const desk = await DeskProcess.start({ DATABASE_URL: url });
    const visitor = await ChatVisitor.arrive(desk);
    await visitor.ask(desk, 'hello');
    const thaw = await server.freeze();
    try {
      await expectHonesty(desk, visitor);
    } finally {
      thaw();
    }
    await expectRecovery(desk, visitor);
  });

  it('is killed under load and comes back: nothing acknowledged is lost, nothing is answered twice', async () => {
    const desk = await DeskProcess.start({ DATABASE_URL: url });
    const visitors = await Promise.all([1, 2, 3].map(() => ChatVisitor.arrive(desk)));
    let acknowledged = 0;
    const sending = visitors.flatMap((visitor) =>
      Array.from({ length: 30 }, async (_, n) => {
        await visitor.deliver(() => desk, `hello ${n}`, `mark-${n}`);
        acknowledged += 1;
      }),
    );
    await until('some are acknowledged', () => acknowledged >= 20);
    await server.kill();
    await server.startAgain();
    await Promise.all(sending);
    await until('all are answered', async () => !('waiting' in (await inboxStates(sql))));
    expect(await inboxStates(sql)).toEqual({ done: 3 * 31 });
    for (const { conversationId } of visitors) {
      const rows = await transcriptOf(sql, conversationId);
      const of = (author: string) => rows.filter((row) => row.author === author).map(({ inbox }) => inbox);
      expect(of('shopper')).toHaveLength(31);
      expect(of('assistant')).toEqual(of('shopper'));
    }
    await desk.whenReady();
  });
});
