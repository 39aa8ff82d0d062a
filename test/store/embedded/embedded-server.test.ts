import { readFile, stat } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chooseDataHome, layoutOf } from '../../../src/store/embedded/data-home.js';
import { startEmbeddedServer } from '../../../src/store/embedded/embedded-server.js';
import { launchPostmaster } from '../../../src/store/embedded/launch-postmaster.js';
import { stopPostmaster } from '../../../src/store/embedded/postmaster.js';
import { findServerPrograms } from '../../../src/store/embedded/server-programs.js';
import { useLaboratory } from './support/laboratory.js';

const lab = useLaboratory();

function connect(url: string): Sql {
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => undefined });
  onTestFinished(() => sql.end({ timeout: 1 }));
  return sql;
}

describe('an embedded server', () => {
  it('begins with an empty database and keeps what is stored from start to start', async () => {
    const options = { folder: lab.newPath('kept'), durable: true };
    const first = await startEmbeddedServer(options, lab.places);
    await connect(first.url)`create table note as select 'back on the 14th' as text`;
    expect(first).toMatchObject({ dataFolder: options.folder, joined: false });
    expect(await first.stop()).toBe('stopped');

    const second = await startEmbeddedServer(options, lab.places);
    expect(second.joined).toBe(false);
    expect(await connect(second.url)`select text from note`).toEqual([{ text: 'back on the 14th' }]);
    expect(await second.stop()).toBe('stopped');
  });

  it('says what it does while someone waits for the first start, and nothing on the next', async () => {
    const sentences: string[] = [];
    const options = {
      folder: lab.newPath('first'),
      durable: false,
      onProgress: (sentence: string) => sentences.push(sentence),
    };
    await (await startEmbeddedServer(options, lab.places)).stop();
    await (await startEmbeddedServer(options, lab.places)).stop();
    expect(sentences).toEqual(['Preparing the database: a few seconds, the first time only.']);
  });

  it('treats text and time alike on every machine, and is safe against power cuts', async () => {
    const server = await startEmbeddedServer({ folder: lab.newPath('settings'), durable: true }, lab.places);
    const sql = connect(server.url);
    const [database] = await sql`
      select current_database() as name, pg_encoding_to_char(encoding) as encoding, datlocprovider, datlocale,
        lower('ÄÉ') as lower, current_setting('timezone') as timezone, current_setting('lc_messages') as messages,
        current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
        current_setting('full_page_writes') as pages, current_setting('max_wal_size') as log_size
      from pg_database where datname = current_database()`;
    expect(database).toEqual({
      name: 'backorder_desk',
      encoding: 'UTF8',
      datlocprovider: 'b',
      datlocale: 'C.UTF-8',
      lower: 'äé',
      timezone: 'UTC',
      messages: 'C',
      fsync: 'on',
      commits: 'on',
      pages: 'on',
      log_size: '256MB',
    });
    await server.stop();
  });

  it('gives up durability only when asked to, for tests', async () => {
    const server = await startEmbeddedServer({ folder: await lab.preparedFolder('fast'), durable: false }, lab.places);
    const [row] = await connect(server.url)`
      select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
        current_setting('full_page_writes') as pages`;
    expect(row).toEqual({ fsync: 'off', commits: 'off', pages: 'off' });
    await server.stop();
  });

  it('listens on 127.0.0.1 alone, and only to who knows the password that is kept for its owner', async () => {
    const server = await startEmbeddedServer(
      { folder: await lab.preparedFolder('closed'), durable: false },
      lab.places,
    );
    const { password, data } = layoutOf(server.dataFolder);
    expect((await stat(password)).mode & 0o777).toBe(0o600);
    expect((await stat(data)).mode & 0o777).toBe(0o700);
    expect(new URL(server.url).password).toBe(await readFile(password, 'utf8'));

    const stranger = new URL(server.url);
    stranger.password = 'guess';
    await expect(connect(stranger.href)`select 1`).rejects.toMatchObject({ code: '28P01' });
    const nextDoor = new URL(server.url);
    nextDoor.hostname = '127.0.0.2';
    await expect(connect(nextDoor.href)`select 1`).rejects.toThrow();
    const [row] = await connect(server.url)`
      select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`;
    expect(row).toEqual({ addresses: '127.0.0.1', sockets: '' });
    await server.stop();
  });

  it('keeps statements and the values in them out of its log', async () => {
    const server = await startEmbeddedServer(
      { folder: await lab.preparedFolder('discreet'), durable: false },
      lab.places,
    );
    const sql = connect(server.url);
    await sql`create table person (email text primary key)`;
    await sql`insert into person values ('ana@example.com')`;
    await expect(sql`insert into person values ('ana@example.com')`).rejects.toMatchObject({ code: '23505' });
    await server.stop();
    const log = await readFile(join(server.dataFolder, 'server.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('ana@example.com');
  });

  it('is shared by two starts of one process, and stopped by the last stop', async () => {
    const options = { folder: await lab.preparedFolder('shared'), durable: false };
    const [one, two] = await Promise.all([
      startEmbeddedServer(options, lab.places),
      startEmbeddedServer(options, lab.places),
    ]);
    expect([one.joined, two.joined].sort()).toEqual([false, true]);
    expect(one.url).toBe(two.url);
    expect(await one.stop()).toBe('left_running_for_others');
    expect(await one.stop()).toBe('left_running_for_others');
    expect(await two.stop()).toBe('stopped');
    expect(await two.stop()).toBe('stopped');
  });

  it('takes another port when the chosen one was taken in the meantime', async () => {
    const options = { folder: await lab.preparedFolder('port'), durable: false };
    const neighbour = createServer();
    await new Promise<void>((resolve) => neighbour.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void neighbour.close());
    const { port: taken } = neighbour.address() as AddressInfo;
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port: free } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));

    const choices = [taken, free];
    const home = await chooseDataHome(options.folder, lab.places);
    const programs = await findServerPrograms(home.account, lab.places.programs);
    const { postmaster } = await launchPostmaster(home, programs, false, async () => choices.shift()!);
    await stopPostmaster(postmaster);
    expect(postmaster.port).toBe(free);
  });
});
