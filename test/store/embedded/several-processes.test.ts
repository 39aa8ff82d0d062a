import { execFile } from 'node:child_process';
import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { poll } from '../../../src/store/deadline.js';
import { layoutOf } from '../../../src/store/embedded/data-home.js';
import { startEmbeddedServer } from '../../../src/store/embedded/embedded-server.js';
import { findProcess } from '../../../src/store/embedded/running-process.js';
import { DeskProcess } from './support/desk-process.js';
import { useInstalledProject, useLaboratory } from './support/laboratory.js';

const lab = useLaboratory();
const project = useInstalledProject(lab);

const wish = async (name: string) => ({
  folder: await lab.preparedFolder(name),
  durable: true,
  places: lab.places,
});

async function serverPid(dataFolder: string): Promise<number> {
  return Number.parseInt(await readFile(join(layoutOf(dataFolder).data, 'postmaster.pid'), 'utf8'), 10);
}

describe('several processes on one folder', () => {
  it('share one server, and the last one out stops it', async () => {
    const options = await wish('two');
    const one = await DeskProcess.start(project, options);
    const two = await startEmbeddedServer(options, lab.places);
    const pid = await serverPid(two.dataFolder);
    expect(one.started.joined).toBe(false);
    expect(two).toMatchObject({ joined: true, url: one.started.url });

    expect(await one.stop()).toBe('left_running_for_others');
    const sql = postgres(two.url, { max: 1 });
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    await sql.end();
    expect(await two.stop()).toBe('stopped');
    expect(await findProcess(pid)).toBeUndefined();
  });

  it('start together on a fresh folder: one initialises, all share', async () => {
    const options = { folder: lab.newPath('fresh'), places: lab.places };
    const desks = await Promise.all(Array.from({ length: 5 }, () => DeskProcess.start(project, options)));
    expect(new Set(desks.map((desk) => desk.started.url)).size).toBe(1);
    expect(desks.filter((desk) => !desk.started.joined)).toHaveLength(1);

    const outcomes = await Promise.all(desks.map((desk) => desk.stop()));
    expect(outcomes.filter((outcome) => outcome === 'stopped')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'left_running_for_others')).toHaveLength(4);
  });

  it('leave an orphan when killed, which the next start joins and can stop', async () => {
    const options = await wish('orphan');
    const killed = await DeskProcess.start(project, options);
    const pid = await serverPid(killed.started.dataFolder);
    await killed.kill('SIGKILL');
    expect(await findProcess(pid)).toBeDefined();

    const next = await startEmbeddedServer(options, lab.places);
    expect(next).toMatchObject({ joined: true, url: killed.started.url });
    expect(await next.stop()).toBe('stopped');
    expect(await findProcess(pid)).toBeUndefined();
  });

  it('do not take the server with them on Ctrl-C in the terminal', async () => {
    const options = await wish('ctrl-c');
    const inTerminal = await DeskProcess.start(project, options);
    const other = await startEmbeddedServer(options, lab.places);
    await inTerminal.kill('SIGINT', 'group');
    const sql = postgres(other.url, { max: 1 });
    expect(await sql`select 1 as one`).toEqual([{ one: 1 }]);
    await sql.end();
    expect(await other.stop()).toBe('stopped');
  });

  it('begin again when one was killed while it initialised the folder', async () => {
    const options = { folder: lab.newPath('half-made'), durable: true, places: lab.places };
    const killed = DeskProcess.spawn(project, options);
    const unfinished = async () => (await readdir(options.folder)).filter((name) => name.startsWith('unfinished-'));
    await poll(30_000, async () => {
      const names = await readdir(options.folder, { recursive: true }).catch(() => ['']);
      return names.some((name) => name.endsWith('/data/base')) || undefined;
    });
    await killed.kill('SIGKILL');
    expect(await unfinished()).toHaveLength(1);

    const next = await startEmbeddedServer(options, lab.places);
    expect(next.joined).toBe(false);
    expect(await unfinished()).toEqual([]);
    expect(await next.stop()).toBe('stopped');
  });

  it('are not forgotten when the server drops their sessions', async () => {
    const options = await wish('dropped');
    const other = await DeskProcess.start(project, options);
    const self = await startEmbeddedServer(options, lab.places);
    const sql = postgres(self.url, { max: 1 });
    const holders = () => sql<{ pid: number }[]>`
      select pid from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and granted order by pid`;
    const before = await holders();
    expect(before).toHaveLength(2);
    for (const { pid } of before) await sql`select pg_terminate_backend(${pid}, 5000)`;
    const after = await poll(20_000, async () => {
      const now = await holders();
      return now.length === 2 && now.every(({ pid }) => before.every((old) => old.pid !== pid)) ? now : undefined;
    });
    expect(after).toBeDefined();
    await sql.end();

    expect(await self.stop()).toBe('left_running_for_others');
    expect(await other.stop()).toBe('stopped');
  });
});

describe('a folder whose server is running', () => {
  it('can be moved: the server is still found', async () => {
    const options = await wish('before-move');
    const killed = await DeskProcess.start(project, options);
    await killed.kill('SIGKILL');
    const moved = lab.newPath('after-move');
    await rename(options.folder, moved);

    const next = await startEmbeddedServer({ ...options, folder: moved }, lab.places);
    expect(next).toMatchObject({ joined: true, dataFolder: moved, url: killed.started.url });
    expect(await next.stop()).toBe('stopped');
  });

  it('can be copied: the copy gets a server of its own', async () => {
    const original = await startEmbeddedServer(await wish('original'), lab.places);
    const copy = lab.newPath('copy');
    await promisify(execFile)('cp', ['-a', original.dataFolder, copy]);
    const second = await startEmbeddedServer({ folder: copy, durable: true }, lab.places);
    expect(second.joined).toBe(false);
    expect(second.url).not.toBe(original.url);
    expect(await second.stop()).toBe('stopped');
    expect(await original.stop()).toBe('stopped');
  });
});
