import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ChatVisitor, templatesOf } from '../support/chat-visitor.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { DeskProcess } from '../support/desk-process.js';
import { moveIn } from '../support/shop-database.js';
import { until } from '../support/until.js';

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await aDatabase();
  await moveIn(database.sql);
  folder = await mkdtemp(join(tmpdir(), 'shop-receipts-'));
});
afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

/** What the stand-in shop has done, in order. */
async function deeds(): Promise<string[]> {
  const [file] = await readdir(join(folder, 'storefront')).catch(() => []);
  const text = file ? await readFile(join(folder, 'storefront', file), 'utf8') : '';
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { request: { kind: string } }).request.kind);
}

const lensState = async () => (await database.sql`select state from order_lines where id = '1042-2'`)[0]?.state;

it('a process killed after the shop acted and before its receipt was heard: one cancellation, one refund', async () => {
  const settings = { DATABASE_URL: database.url, DATA_FOLDER: folder, DEMO_SHOP: 'on' };
  const desk = await DeskProcess.start(settings);
  const visitor = await ChatVisitor.arrive(desk);
  await visitor.ask(desk, 'Where is order 1042? ana@example.com');
  await visitor.ask(desk, 'please cancel the lens');
  // from now on the shop does what it is asked and its answers are lost
  await fetch(`${desk.url}/sandbox/storefront/mood`, {
    method: 'POST',
    body: new URLSearchParams({ mood: 'losing' }),
    redirect: 'manual',
  });
  // the answer is stored after the deed is asked for: the kill must find it there
  expect(templatesOf(await visitor.ask(desk, 'yes'))).toEqual(['done/cancel_line']);
  await until('the shop has acted', async () => (await deeds()).length > 0);
  expect(await lensState()).toBe('cancelling');
  await desk.end('SIGKILL');

  const next = await desk.again();
  const told = await until('the refund is told', async () => {
    const templates = templatesOf(await visitor.transcript(next));
    return templates.includes('refund-sent') && templates.slice(-3);
  });
  expect(told).toEqual(['done/cancel_line', 'cancel-confirmed', 'refund-sent']);
  expect(await lensState()).toBe('cancelled');
  expect(await deeds()).toEqual(['cancel_lines', 'refund']);
});
