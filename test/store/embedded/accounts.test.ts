import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { layoutOf } from '../../../src/store/embedded/data-home.js';
import { startEmbeddedServer } from '../../../src/store/embedded/embedded-server.js';
import { exists } from '../../../src/store/embedded/readable-folder.js';
import { DeskProcess } from './support/desk-process.js';
import { copyProject, ordinaryAccount, useInstalledProject, useLaboratory } from './support/laboratory.js';

const lab = useLaboratory();
const project = useInstalledProject(lab);
const run = promisify(execFile);

/** The account that the server of a folder runs as: PostgreSQL itself makes this file. */
async function serverUid(folder: string): Promise<number> {
  return (await stat(join(layoutOf(folder).data, 'postmaster.pid'))).uid;
}

function ownPlaces(name: string): { programs: string; data: string } {
  return { programs: lab.newPath(`${name}-programs`), data: lab.newPath(`${name}-data`) };
}

/** A folder that belongs to an ordinary account. */
async function homeOf(name: string): Promise<string> {
  const [home, account] = [lab.newPath(name), await ordinaryAccount()];
  await mkdir(home);
  if (account) await chown(home, account.uid, account.gid);
  return home;
}

describe('as an ordinary user', () => {
  it('everything is in the wished folder, and the installed programs are used where they are', async () => {
    const [home, account, places] = [await homeOf('user'), await ordinaryAccount(), ownPlaces('user')];
    const folder = join(home, 'desk', '.data', 'postgres');
    const desk = await DeskProcess.start(project, { folder, places, account });
    expect(desk.started).toMatchObject({ dataFolder: folder, joined: false });
    expect(desk.started.progress).toEqual(['Preparing the database: a few seconds, the first time only.']);
    expect(await serverUid(folder)).toBe(account?.uid ?? process.getuid?.());
    expect(await exists(places.programs)).toBe(false);
    expect(await exists(places.data)).toBe(false);
    expect(await desk.stop()).toBe('stopped');
  });

  it('a folder that may not be written is named, with the cure', async () => {
    const home = await homeOf('sealed');
    await chmod(home, 0o555);
    const folder = join(home, 'postgres');
    const desk = DeskProcess.spawn(project, { folder, places: lab.places, account: await ordinaryAccount() });
    const { code, message } = await desk.whenFailed();
    expect(code).toBe('folder_not_permitted');
    expect(message).toContain(folder);
    expect(message).toContain('DATABASE_URL');
  });
});

describe.runIf(process.getuid?.() === 0)('as root', () => {
  it('the server runs as another account, which owns the data', async () => {
    const server = await startEmbeddedServer({ folder: lab.newPath('root'), durable: true }, lab.places);
    const uid = await serverUid(server.dataFolder);
    expect(uid).not.toBe(0);
    expect((await stat(layoutOf(server.dataFolder).data)).uid).toBe(uid);
    expect(await server.stop()).toBe('stopped');
  });

  it('below a closed home, programs and data move to where the account can reach, and stay there', async () => {
    const [home, places] = [lab.newPath('closed-home'), ownPlaces('closed')];
    await mkdir(home);
    const hidden = await copyProject(project, join(home, 'desk'));
    await chmod(home, 0o700);
    const options = { folder: join(hidden.folder, '.data', 'postgres'), places };

    const desks = await Promise.all([DeskProcess.start(hidden, options), DeskProcess.start(hidden, options)]);
    expect(desks.map((desk) => desk.started.joined).sort()).toEqual([false, true]);
    const { dataFolder, progress } = desks[0]!.started;
    expect(desks[1]!.started.dataFolder).toBe(dataFolder);
    expect(dataFolder.startsWith(`${places.data}/`)).toBe(true);
    expect(progress[0]).toBe(
      `The database is kept in ${dataFolder}, because the account that runs it cannot reach ${options.folder}.`,
    );
    expect(await exists(options.folder)).toBe(false);
    expect(await readdir(places.programs)).toEqual([expect.stringMatching(/^postgres-18\.[^/]+-(linux|darwin)-/)]);
    await Promise.all(desks.map((desk) => desk.stop()));

    const again = await DeskProcess.start(hidden, options);
    expect(again.started).toMatchObject({ dataFolder, joined: false });
    expect(again.started.progress).toHaveLength(1);
    expect(await again.stop()).toBe('stopped');
  });

  it('a checkout under umask 077 has its programs copied and keeps its data', async () => {
    const places = ownPlaces('umask');
    const closed = await copyProject(project, lab.newPath('umask'));
    await run('chmod', ['-R', 'go=', ...['node_modules', 'test', 'src'].map((name) => join(closed.folder, name))]);
    const folder = join(closed.folder, '.data', 'postgres');
    const desk = await DeskProcess.start(closed, { folder, places, umask: '077' });
    expect(desk.started.dataFolder).toBe(folder);
    expect(await readdir(places.programs)).toHaveLength(1);
    expect(await exists(places.data)).toBe(false);
    expect(await desk.stop()).toBe('stopped');
  });

  it("an ordinary user's database is opened as that user, and stays theirs", async () => {
    const [home, account] = [await homeOf('sudo'), await ordinaryAccount()];
    const options = { folder: join(home, 'postgres'), places: lab.places };
    expect(await (await DeskProcess.start(project, { ...options, account })).stop()).toBe('stopped');

    const asRoot = await DeskProcess.start(project, { ...options, umask: '077' });
    expect(asRoot.started).toMatchObject({ dataFolder: options.folder, joined: false });
    expect(await serverUid(options.folder)).toBe(account!.uid);
    const asUser = await DeskProcess.start(project, { ...options, account });
    expect(asUser.started).toMatchObject({ joined: true, url: asRoot.started.url });
    expect(await asRoot.stop()).toBe('left_running_for_others');
    expect(await asUser.stop()).toBe('stopped');
    expect(await (await DeskProcess.start(project, { ...options, account })).stop()).toBe('stopped');
  });

  it('a database that root began is not open to an ordinary user, who is told why', async () => {
    const folder = await lab.preparedFolder('of-root');
    const desk = DeskProcess.spawn(project, { folder, places: lab.places, account: await ordinaryAccount() });
    const { code, message } = await desk.whenFailed();
    expect(code).toBe('folder_not_permitted');
    expect(message).toContain('Start as the account that made it');
  });

  it('data that the account cannot reach any more is not replaced by an empty database', async () => {
    const [home, places] = [lab.newPath('closed-later'), ownPlaces('later')];
    const options = { folder: join(home, 'postgres'), durable: false };
    await (await startEmbeddedServer(options, places)).stop();
    await chmod(home, 0o700);
    await expect(startEmbeddedServer(options, places)).rejects.toMatchObject({
      code: 'data_out_of_reach',
      message: expect.stringContaining(options.folder),
    });
    expect(await exists(places.data)).toBe(false);

    await chmod(home, 0o755);
    expect(await (await startEmbeddedServer(options, places)).stop()).toBe('stopped');
  });

  it('data that was copied by root, and so became its own, is explained', async () => {
    const options = { folder: await lab.preparedFolder('copied'), durable: false };
    const { cluster } = layoutOf(options.folder);
    await run('chown', ['-R', '0:0', cluster]);
    await expect(startEmbeddedServer(options, lab.places)).rejects.toMatchObject({
      code: 'folder_not_permitted',
      message: expect.stringContaining(`chown -R nobody ${cluster}`),
    });
    await run('chown', ['-R', 'nobody', cluster]);
    expect(await (await startEmbeddedServer(options, lab.places)).stop()).toBe('stopped');
  });
});
