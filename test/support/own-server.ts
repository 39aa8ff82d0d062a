import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../src/store/connect.js';
import { chooseDataHome, layoutOf, systemPlaces } from '../../src/store/embedded/data-home.js';
import { startEmbeddedServer } from '../../src/store/embedded/embedded-server.js';
import { launchPostmaster } from '../../src/store/embedded/launch-postmaster.js';
import { findProcess } from '../../src/store/embedded/running-process.js';
import { findServerPrograms } from '../../src/store/embedded/server-programs.js';
import { until } from './until.js';

/** A PostgreSQL of one test's own, to be killed, frozen and started again under the desk's feet. */
export interface OwnServer {
  readonly url: string;
  kill(): Promise<void>;
  /** Starts the killed server again where it was. */
  startAgain(): Promise<void>;
  /** Keeps it from doing anything, though its port still takes connections. Returns the way to let it go on. */
  freeze(): Promise<() => void>;
  remove(): Promise<void>;
}

/** A folder that every account of the machine can read: under root the server runs as another one. */
export async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'backorder-desk-process-'));
  await chmod(folder, 0o755);
  return folder;
}

/** The process number of the server in a data folder, or undefined when none is there. */
export async function serverPid(folder: string): Promise<number | undefined> {
  const text = await readFile(join(layoutOf(folder).data, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const pid = text === undefined ? undefined : Number.parseInt(text, 10);
  return pid !== undefined && (await findProcess(pid)) ? pid : undefined;
}

/** Ends a folder's server at once, if there is one, and removes the folder. */
export async function removeServer(folder: string): Promise<void> {
  await killServer(folder, 'SIGQUIT');
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function killServer(folder: string, signal: 'SIGKILL' | 'SIGQUIT'): Promise<void> {
  const pid = await serverPid(folder);
  if (pid === undefined) return;
  process.kill(pid, signal);
  await until('the server is gone', async () => (await findProcess(pid)) === undefined);
}

export async function startOwnServer(): Promise<OwnServer> {
  const root = await openFolder();
  // a server that is not durable loses its latest commits when it is killed
  const server = await startEmbeddedServer({ folder: join(root, 'postgres'), durable: true });
  const { url, dataFolder } = server;
  return {
    url,
    kill: () => killServer(dataFolder, 'SIGKILL'),
    async startAgain() {
      const places = systemPlaces();
      const home = await chooseDataHome(dataFolder, places);
      const programs = await findServerPrograms(home.account, places.programs);
      await launchPostmaster(home, programs, true, async () => Number(new URL(url).port));
    },
    async freeze() {
      const sql = connect({ url, max: 1, name: 'freezes the server' });
      const sessions = await sql<{ pid: number }[]>`select pid from pg_stat_activity where pid <> pg_backend_pid()`;
      await sql.end();
      const postmaster = await serverPid(dataFolder);
      const pids = [postmaster, ...sessions.map(({ pid }) => pid)].filter((pid) => pid !== undefined);
      const signal = (name: NodeJS.Signals) => {
        for (const pid of pids) process.kill(pid, name);
      };
      signal('SIGSTOP');
      return () => signal('SIGCONT');
    },
    async remove() {
      await removeServer(dataFolder);
      await server.stop();
      await rm(root, { recursive: true, force: true });
    },
  };
}
