import { spawn } from 'node:child_process';
import { type FileHandle, open, readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { poll } from '../deadline.js';
import { type DataHome, layoutOf } from './data-home.js';
import { explainOutput } from './embedded-server-error.js';
import {
  disarmStalePidFile,
  findPostmaster,
  lookUpPostmaster,
  notAnswering,
  type Postmaster,
  READY_LIMIT_MS,
} from './postmaster.js';
import { type Account, PROGRAM_ENVIRONMENT, signalIfAlive, spawnedAs } from './server-account.js';
import type { ServerPrograms } from './server-programs.js';

/** A server that can be used; `joined` when it was started by someone else. */
export interface LaunchedPostmaster {
  readonly postmaster: Postmaster;
  readonly joined: boolean;
}

const LOG_KEPT_BYTES = 1_000_000;

/** Small, for one shop on one machine. Statements and details stay out of the log: they hold people's data. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  password_encryption: 'scram-sha-256',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** For tests: several times faster, and a power cut may cost the data. */
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Reasons to try once more that PostgreSQL gives before it ends (src/backend/libpq/pqcomm.c, utils/init/miscinit.c). */
const PASSING_TROUBLE = [
  /Address already in use/, // the port was free when we looked
  /pre-existing shared memory block .* is still in use/, // sessions of a killed server have not ended yet
  /lock file "postmaster\.pid" already exists/, // a server whose starter was killed came up meanwhile
];

/**
 * Starts a server on an initialised home and waits until it accepts connections. It runs on its own: in its own
 * session (Ctrl-C in our terminal does not reach it), with its output in `server.log`, and it outlives us.
 * Call it in a turn (`takeTurn`).
 *
 * @throws EmbeddedServerError when it does not come up, with the last lines of its log
 */
export async function launchPostmaster(
  home: DataHome,
  programs: ServerPrograms,
  durable: boolean,
  choosePort: () => Promise<number> = findFreePort,
): Promise<LaunchedPostmaster> {
  const { data } = layoutOf(home.folder);
  const end = performance.now() + READY_LIMIT_MS;
  for (;;) {
    const running = await findPostmaster(data);
    if (running) return { postmaster: running, joined: true };
    await disarmStalePidFile(data);
    const attempt = await launchOnce(home, programs, durable, await choosePort());
    if (attempt.kind === 'ready') return { postmaster: attempt.postmaster, joined: false };
    if (performance.now() > end || !PASSING_TROUBLE.some((trouble) => trouble.test(attempt.output))) {
      const sentence = `The database server of ${home.folder} did not start.`;
      throw explainOutput({ code: 'start_failed', sentence }, attempt.output, home.folder);
    }
    await pause(100);
  }
}

async function launchOnce(
  home: DataHome,
  programs: ServerPrograms,
  durable: boolean,
  port: number,
): Promise<{ kind: 'ready'; postmaster: Postmaster } | { kind: 'ended'; output: string }> {
  const { data, log } = layoutOf(home.folder);
  const settings = Object.entries({ ...SETTINGS, ...(durable ? {} : NOT_DURABLE), port: String(port) });
  const logFile = await openLog(log, home.account);
  const logStart = (await logFile.stat()).size;
  const child = spawn(
    programs.postgres,
    ['-D', data, ...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    {
      ...spawnedAs(home.account),
      cwd: '/',
      env: PROGRAM_ENVIRONMENT,
      stdio: ['ignore', logFile.fd, logFile.fd],
      detached: true,
    },
  );
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', () => {
    ended ??= '';
  });
  child.unref();
  await logFile.close();
  const outcome = await poll(READY_LIMIT_MS, async () => {
    if (ended !== undefined) return { kind: 'ended', output: `${ended}${await readFrom(log, logStart)}` } as const;
    const state = await lookUpPostmaster(data);
    return state.kind === 'ready' && state.postmaster.process.pid === child.pid ? state : undefined;
  });
  if (outcome) return outcome;
  if (child.pid !== undefined) signalIfAlive(child.pid, 'SIGQUIT');
  throw notAnswering(data, new Error(await readFrom(log, logStart)));
}

/** A long log makes room for a new one; one former log is kept. It belongs to the server's account, as the data does. */
async function openLog(path: string, account: Account | undefined): Promise<FileHandle> {
  const written = await stat(path).catch(() => undefined);
  if (written && written.size > LOG_KEPT_BYTES) await rename(path, join(dirname(path), 'server.previous.log'));
  const file = await open(path, 'a', 0o600);
  if (account) await file.chown(account.uid, account.gid);
  return file;
}

async function readFrom(path: string, start: number): Promise<string> {
  return (await readFile(path)).subarray(start).toString('utf8');
}

/** A port of 127.0.0.1 that nobody uses at this moment. */
async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  return address.port;
}
