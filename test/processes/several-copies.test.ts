import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { connect } from '../../src/store/connect.js';
import { readMigrations } from '../../src/store/migrate.js';
import { ChatVisitor, templatesOf } from '../support/chat-visitor.js';
import { cloneDatabase } from '../support/clone-database.js';
import { DeskProcess } from '../support/desk-process.js';
import { openFolder, removeServer, serverPid } from '../support/own-server.js';

describe('several copies on one embedded database', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await openFolder();
  });
  afterAll(() => removeServer(folder));

  it('share it: the first may leave, the last one stops the server, and a copy too many on a port says so', async () => {
    const first = await DeskProcess.start({ DATA_FOLDER: folder });
    expect(first.stdout).toContain('Preparing the database');

    const taken = await DeskProcess.spawn({ DATA_FOLDER: folder, PORT: first.settings.PORT ?? '' });
    expect(await taken.ended()).toEqual({ code: 1, signal: null });
    expect(taken.stderr).toMatch(/^Port \d+ is taken\. Is another copy running\? .*PORT=\d+ npm start\n$/);
    const visitor = await ChatVisitor.arrive(first);
    expect(templatesOf(await visitor.ask(first, 'hello'))).toHaveLength(1);

    const second = await DeskProcess.start({ DATA_FOLDER: folder });
    expect(second.stdout).toContain('Using the database server that is already running.');
    expect(await first.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(templatesOf(await visitor.ask(second, 'still there?'))).toHaveLength(1);
    expect(await serverPid(folder)).toBeDefined();
    expect(await second.end('SIGINT', 'group')).toEqual({ code: 0, signal: null });
    expect(await serverPid(folder)).toBeUndefined();
  });

  it('find everything again after all of them were killed', async () => {
    const first = await DeskProcess.start({ DATA_FOLDER: folder });
    const visitor = await ChatVisitor.arrive(first);
    await visitor.ask(first, 'hello');
    const before = await visitor.transcript(first);
    await first.end('SIGKILL');
    const next = await first.again();
    expect(await visitor.transcript(next)).toEqual(before);
    expect(await next.end('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(await serverPid(folder)).toBeUndefined();
  });
});

describe('five processes on an empty database', () => {
  it('bring it up to date together, each step once', async () => {
    const { url, drop } = await cloneDatabase(inject('serverUrl'));
    const sql = connect({ url, max: 1, name: 'test' });
    try {
      await sql`drop schema public cascade`;
      await sql`create schema public`;
      const five = await Promise.all(
        [1, 2, 3, 4, 5].map(() => DeskProcess.command(['migrate'], { DATABASE_URL: url })),
      );
      expect(five.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
      const steps = await readMigrations();
      expect(await sql`select name, checksum from schema_migrations order by name`).toEqual(
        steps.map(({ name, checksum }) => ({ name, checksum })),
      );
      const didIt = five.filter(({ stderr }) =>
        stderr.includes(`Brought the database up to date (${steps.length} steps)`),
      );
      expect(didIt).toHaveLength(1);
    } finally {
      await sql.end();
      await drop();
    }
  });
});

describe('settings that cannot be used', () => {
  it('end the start at once, each named with what it takes', async () => {
    const desk = await DeskProcess.spawn({ PORT: '70000', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://here' });
    expect(await desk.ended()).toEqual({ code: 1, signal: null });
    expect(desk.stderr).toMatch(/PORT: .*65535/);
    expect(desk.stderr).toMatch(/LOG_LEVEL: .*"debug"/);
    expect(desk.stderr).toMatch(/DATABASE_URL: /);
    expect(desk.stderr).toContain('.env.example says what each one takes.');
    expect(desk.stderr).not.toContain('    at ');
  });

  it('a server that is not there is named, with what can be done', async () => {
    const desk = await DeskProcess.spawn({ DATABASE_URL: 'postgres://desk:secret@127.0.0.1:1/desk' });
    expect(await desk.ended()).toEqual({ code: 1, signal: null });
    expect(desk.stderr).toMatch(
      /^DATABASE_URL: the PostgreSQL server at 127\.0\.0\.1:1 does not answer\. Start it, .*\n$/,
    );
  });
});
