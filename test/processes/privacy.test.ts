import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadScenarioShop } from '../../src/evaluation/load-scenario-shop.js';
import { ScenarioShop } from '../../src/evaluation/scenario-shop.js';
import { projectPath } from '../../src/paths.js';
import { call, openStream } from '../channels/web/support/chat-client.js';
import { ChatVisitor, templatesOf } from '../support/chat-visitor.js';
import { aDatabase, type TestDatabase } from '../support/database.js';
import { DeskProcess } from '../support/desk-process.js';
import { ANAS_SHOP, TODAY } from '../support/shop.js';

/** Nobody and nothing else is called this: wherever it turns up, it came from a person. */
const CANARY = {
  name: 'Quendolyn Zwitschervogel',
  email: 'quendolyn.zwitschervogel@example.com',
  phone: '+15035559182',
  street: '77 Kanarienweg',
  words: 'xylocarp brummagem',
};
const TRACES = ['quendolyn', 'zwitschervogel', '5559182', '555-9182', 'kanarienweg', 'xylocarp', 'brummagem'];

let database: TestDatabase;
beforeEach(async () => {
  database = await aDatabase();
  const [ana, ...others] = ANAS_SHOP.customers;
  const customers = [{ ...ana!, name: CANARY.name, email: CANARY.email, phone: CANARY.phone }, ...others];
  await loadScenarioShop(database.sql, ScenarioShop.parse({ ...ANAS_SHOP, customers }), TODAY);
});
afterEach(() => database.drop());

/** The whole output of a process, in lower case. */
const outputOf = (desk: DeskProcess) => `${desk.stdout}${desk.stderr}`.toLowerCase();

function expectNoTraceIn(desk: DeskProcess) {
  const output = outputOf(desk);
  expect(TRACES.filter((trace) => output.includes(trace))).toEqual([]);
}

describe('the log at its most talkative holds nothing personal', () => {
  const settings = () => ({ DATABASE_URL: database.url, LOG_LEVEL: 'debug' });

  it('of chats that go well, and of requests that are refused', async () => {
    const desk = await DeskProcess.start(settings());
    const visitor = await ChatVisitor.arrive(desk);
    const answers = await visitor.ask(desk, `I am ${CANARY.name}. Where is order 1042? My e-mail is ${CANARY.email}`);
    expect(templatesOf(answers)).toEqual(['order-status']);
    await visitor.ask(desk, `send it to ${CANARY.street}, Portland OR 97201 instead`);
    await visitor.ask(desk, `call me at ${CANARY.phone}, a person please`);
    await visitor.ask(desk, `${CANARY.words}?`);

    const { conversationId, token } = visitor.session;
    const path = `/conversations/${conversationId}/activities`;
    const refused = [
      await call(desk.domain, 'POST', path, { token, body: `{"type":"message","text":"${CANARY.words}` }),
      await call(desk.domain, 'POST', path, { token, body: { type: CANARY.words, text: CANARY.email } }),
      await call(desk.domain, 'POST', path, { token, body: { type: 'message', text: CANARY.words.repeat(200) } }),
      await call(desk.domain, 'POST', path, { token, body: { type: 'message', value: { confirm: CANARY.words } } }),
      await call(desk.domain, 'POST', path, { token: CANARY.email, body: { type: 'message', text: CANARY.words } }),
      await call(desk.domain, 'POST', path, { token, body: JSON.stringify({ text: CANARY.words.repeat(9_000) }) }),
      await call(desk.domain, 'POST', '/tokens/generate', { body: { userToken: CANARY.email } }),
      await call(desk.domain, 'GET', `${path}?watermark=${encodeURIComponent(CANARY.email)}`, { token }),
      await call(desk.domain, 'GET', `/conversations/${encodeURIComponent(CANARY.email)}`, { token }),
      await call(desk.url, 'GET', `/${encodeURIComponent(CANARY.name)}`),
    ];
    expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 403, 413, 403, 400, 403, 404]);
    await expect(
      openStream(
        `${desk.url.replace('http', 'ws')}/v3/directline/conversations/${CANARY.email}/stream?t=${CANARY.phone}`,
      ),
    ).rejects.toThrow('refused with 403');
    await desk.end('SIGTERM');
    expectNoTraceIn(desk);
  });

  it('of turns and requests that fail in the middle', async () => {
    const desk = await DeskProcess.start(settings());
    const visitor = await ChatVisitor.arrive(desk);
    await visitor.ask(desk, `Where is order 1042? ${CANARY.email}`);
    // a value the code does not know makes reading the order fail, and a missing table makes storing a message fail
    await database.sql`update orders set ship_to_zone = ${CANARY.street} where number = '1042'`;
    await database.sql`alter table order_lines rename column title to titel`;
    await visitor.deliver(() => desk, `${CANARY.words} where is my order? ${CANARY.email}`);
    await desk.whenLogged('a turn failed');
    await database.sql`alter table messages rename to notes`;
    expect(await visitor.post(desk, `${CANARY.words} ${CANARY.phone}`)).toBe(503);
    await desk.whenLogged('a web chat request failed');
    await desk.end('SIGTERM');
    expectNoTraceIn(desk);
  });

  it('of a language model that fails, and of what it was asked', async () => {
    // nobody listens at this address: the rules brain answers
    const model = { OPENAI_API_KEY: 'key', OPENAI_MODEL: 'model', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' };
    const desk = await DeskProcess.start({ ...settings(), ...model });
    const visitor = await ChatVisitor.arrive(desk);
    expect(templatesOf(await visitor.ask(desk, `${CANARY.words} ${CANARY.email} ${CANARY.phone}`))).toHaveLength(1);
    await desk.whenLogged('a brain failed; the next one answers');
    await desk.end('SIGTERM');
    expectNoTraceIn(desk);
  });

  it('of errors that quote somebody, wherever in the error, and of fields that should not be there', async () => {
    const { words, email, name } = CANARY;
    const script = `
      import { createLog } from ${JSON.stringify(projectPath('dist/server/log.js'))};
      const log = createLog({ LOG_LEVEL: 'debug' });
      const quoting = Object.assign(new Error(${JSON.stringify(`cannot read\n    at ${words}`)}), { detail: '${email}', code: 'E1' });
      log.error({ err: new TypeError('${email} is not a date', { cause: quoting }) }, 'failed');
      log.warn({ err: '${words}' }, 'failed');
      log.info({ text: '${words}', person: { name: '${name}', email: '${email}' }, about: { order: { shipTo: '${email}' } } }, 'done');`;
    const { stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0].err).toMatchObject({ type: 'TypeError', cause: { type: 'Error', code: 'E1' } });
    expect(lines[0].err.frames[0]).toMatch(/^ +at /);
    expect(lines.map(({ msg }) => msg)).toEqual(['failed', 'failed', 'done']);
    expect(TRACES.filter((trace) => stderr.toLowerCase().includes(trace))).toEqual([]);
  });
});
