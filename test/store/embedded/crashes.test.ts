import { spawn } from 'node:child_process';
import { appendFile, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';
import { describe, expect, it, onTestFinished } from 'vitest';
import { layoutOf } from '../../../src/store/embedded/data-home.js';
import { startEmbeddedServer } from '../../../src/store/embedded/embedded-server.js';
import { useLaboratory } from './support/laboratory.js';

const lab = useLaboratory();

async function pidLines(folder: string): Promise<string[]> {
  return (await readFile(join(layoutOf(folder).data, 'postmaster.pid'), 'utf8')).split('\n');
}

/** A folder with one stored row, whose server has been killed and left its pid file. */
async function killedServer(name: string): Promise<{ folder: string; durable: boolean }> {
  const options = { folder: await lab.preparedFolder(name), durable: true };
  const server = await startEmbeddedServer(options, lab.places);
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  await sql`create table note as select 'kept' as text`;
  await sql.end();
  process.kill(Number((await pidLines(options.folder))[0]), 'SIGKILL');
  expect(await server.stop()).toBe('stopped');
  return options;
}

async function notesOf(url: string): Promise<readonly unknown[]> {
  const sql = postgres(url, { max: 1 });
  try {
    return await sql`select text from note`;
  } finally {
    await sql.end();
  }
}

describe('after a crash of the server', () => {
  it('everything that was committed is there', async () => {
    const options = await killedServer('crashed');
    const next = await startEmbeddedServer(options, lab.places);
    expect(next.joined).toBe(false);
    expect(await notesOf(next.url)).toEqual([{ text: 'kept' }]);
    expect(await next.stop()).toBe('stopped');
  });

  it('the old pid, meanwhile given to another program, does not stand in the way', async () => {
    const options = await killedServer('reused-pid');
    const { uid, gid } = await stat(layoutOf(options.folder).data);
    const stranger = spawn('/bin/sleep', ['1000'], { ...(process.getuid?.() === 0 ? { uid, gid } : {}), cwd: '/' });
    onTestFinished(() => void stranger.kill('SIGKILL'));
    const [, ...rest] = await pidLines(options.folder);
    await writeFile(join(layoutOf(options.folder).data, 'postmaster.pid'), [stranger.pid, ...rest].join('\n'));

    const next = await startEmbeddedServer(options, lab.places);
    expect(next.joined).toBe(false);
    expect(await notesOf(next.url)).toEqual([{ text: 'kept' }]);
    expect(await next.stop()).toBe('stopped');
    expect(stranger.exitCode).toBeNull();
  });
});

describe('a folder that cannot be used', () => {
  it('because another version of PostgreSQL made it, is named, with the cure, and left alone', async () => {
    const options = { folder: await lab.preparedFolder('version'), durable: false };
    const { data } = layoutOf(options.folder);
    await writeFile(join(data, 'PG_VERSION'), '17\n');
    const before = await readdir(data);
    const failure = await startEmbeddedServer(options, lab.places).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'other_major_version' });
    expect(String(failure)).toContain(options.folder);
    expect(String(failure)).toMatch(/PostgreSQL 17.*PostgreSQL 18.*Move the folder away/);
    expect(await readdir(data)).toEqual(before);
  });

  it('because files are missing from it, is not overwritten', async () => {
    const options = { folder: await lab.preparedFolder('incomplete'), durable: false };
    const { cluster, data } = layoutOf(options.folder);
    await rm(join(data, 'PG_VERSION'));
    await expect(startEmbeddedServer(options, lab.places)).rejects.toMatchObject({
      code: 'data_incomplete',
      message: expect.stringContaining(cluster),
    });
    expect(await readdir(data)).toContain('base');
  });

  it('because its server does not come up, is explained in the words of its log', async () => {
    const options = { folder: await lab.preparedFolder('broken'), durable: false };
    await appendFile(join(layoutOf(options.folder).data, 'postgresql.conf'), "\nwork_mem = 'plenty'\n");
    await expect(startEmbeddedServer(options, lab.places)).rejects.toMatchObject({
      code: 'start_failed',
      message: expect.stringMatching(/invalid value for parameter "work_mem": "plenty"/),
    });
  });

  it('because its password is missing, is explained, and its server does not stay behind', async () => {
    const options = { folder: await lab.preparedFolder('no-password'), durable: false };
    const { data, password } = layoutOf(options.folder);
    await rm(password);
    await expect(startEmbeddedServer(options, lab.places)).rejects.toMatchObject({
      code: 'data_incomplete',
      message: expect.stringContaining(password),
    });
    expect(await readdir(data)).not.toContain('postmaster.pid');
  });

  it('because the password beside it is another one, is explained, and its server does not stay behind', async () => {
    const options = { folder: await lab.preparedFolder('password'), durable: false };
    const { data, password } = layoutOf(options.folder);
    await writeFile(password, 'another');
    await expect(startEmbeddedServer(options, lab.places)).rejects.toMatchObject({
      code: 'password_refused',
      message: expect.stringContaining(options.folder),
    });
    expect(await readdir(data)).not.toContain('postmaster.pid');
  });

  it('because a file is in its place, is named', async () => {
    const folder = lab.newPath('file');
    await writeFile(folder, 'something else');
    await expect(startEmbeddedServer({ folder, durable: false }, lab.places)).rejects.toMatchObject({
      code: 'folder_not_usable',
      message: expect.stringContaining(folder),
    });
  });

  it('is no trouble when it is merely empty', async () => {
    const folder = lab.newPath('empty');
    await mkdir(join(folder, 'cluster'), { recursive: true });
    const server = await startEmbeddedServer({ folder, durable: false }, lab.places);
    expect(await server.stop()).toBe('stopped');
  });
});
