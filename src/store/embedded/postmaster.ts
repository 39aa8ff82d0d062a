import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { poll } from '../deadline.js';
import { codeOf, EmbeddedServerError } from './embedded-server-error.js';
import { exists } from './readable-folder.js';
import { findProcess, type RunningProcess, stillRuns } from './running-process.js';
import { signalIfAlive } from './server-account.js';

/** A running PostgreSQL server that accepts connections on 127.0.0.1. */
export interface Postmaster {
  readonly process: Pick<RunningProcess, 'pid' | 'startedAt'>;
  readonly port: number;
}

/** Long enough for crash recovery on a slow disk. */
export const READY_LIMIT_MS = 90_000;
const FAST_STOP_LIMIT_MS = 60_000;
const IMMEDIATE_STOP_LIMIT_MS = 10_000;

/** What `postmaster.pid` says (PostgreSQL, miscadmin.h: pid, folder, start, port, socket, address, memory, state). */
interface PidFile {
  readonly pid: number;
  readonly data: string;
  readonly port: number;
  readonly ready: boolean;
}

/** The server of a data folder, whoever started it. `not_ready`: it is starting, recovering or stopping. */
export type PostmasterState =
  | { readonly kind: 'none' }
  | { readonly kind: 'not_ready' }
  | { readonly kind: 'ready'; readonly postmaster: Postmaster };

/** A pid file whose process is gone, or is another program by now, counts as no server. */
export async function lookUpPostmaster(data: string): Promise<PostmasterState> {
  const file = await readPidFile(data);
  const process = file && (await findServerProcess(file, data));
  if (!file || !process) return { kind: 'none' };
  return file.ready ? { kind: 'ready', postmaster: { process, port: file.port } } : { kind: 'not_ready' };
}

/**
 * The server of a data folder, if there is one; while it is not ready, this waits until it is, or is gone.
 *
 * @throws EmbeddedServerError `not_answering` when neither happens within 90 s
 */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const settled = await poll(READY_LIMIT_MS, async () => {
    const state = await lookUpPostmaster(data);
    return state.kind === 'not_ready' ? undefined : state;
  });
  if (settled === undefined) throw notAnswering(data);
  return settled.kind === 'ready' ? settled.postmaster : undefined;
}

/** The error for a server that runs but is of no use. */
export function notAnswering(data: string, cause?: unknown): EmbeddedServerError {
  return new EmbeddedServerError(
    'not_answering',
    `The database server of ${data} is running but does not answer. End the process whose number is the first line of postmaster.pid there, and start again.`,
    { cause },
  );
}

/**
 * Prepares the pid file that a dead server left, for the next one. PostgreSQL refuses to start while the pid in it
 * is in use, also by a stranger, but takes its own parent's pid for proof of a leftover. So the parent's pid, ours,
 * is put there. The file is not removed: its other lines let the new server wait for remains of the old one.
 */
export async function disarmStalePidFile(data: string): Promise<void> {
  const file = await readPidFile(data);
  if (file === undefined || (await findServerProcess(file, data))) return;
  const path = join(data, 'postmaster.pid');
  const [, ...rest] = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, [String(process.pid), ...rest].join('\n'));
}

/**
 * Ends the server: first in good order (open transactions are rolled back, everything is written), and if that takes
 * more than a minute, at once (the next start recovers from the log).
 *
 * @throws EmbeddedServerError `stop_failed` when it runs on all the same
 */
export async function stopPostmaster({ process }: Postmaster): Promise<void> {
  const isGone = async (): Promise<true | undefined> => ((await stillRuns(process)) ? undefined : true);
  if (await isGone()) return;
  signalIfAlive(process.pid, 'SIGINT');
  if (await poll(FAST_STOP_LIMIT_MS, isGone)) return;
  signalIfAlive(process.pid, 'SIGQUIT');
  if (await poll(IMMEDIATE_STOP_LIMIT_MS, isGone)) return;
  throw new EmbeddedServerError('stop_failed', `The database server (pid ${process.pid}) does not end.`);
}

async function readPidFile(data: string): Promise<PidFile | undefined> {
  try {
    const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8')).split('\n').map((line) => line.trim());
    const pid = Math.abs(Number(lines[0]));
    if (!Number.isInteger(pid) || pid === 0) return undefined;
    return { pid, data: lines[1] ?? '', port: Number(lines[3] ?? 0), ready: lines[7] === 'ready' };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The live server that wrote the pid file: its command line names the same data folder. That folder is ours, or was
 * moved here while the server ran; if it still exists elsewhere, the pid file is a copy and its server a stranger.
 */
async function findServerProcess(file: PidFile, data: string): Promise<RunningProcess | undefined> {
  const process = await findProcess(file.pid);
  if (process === undefined || !`${process.commandLine} `.includes(` -D ${file.data} `)) return undefined;
  return file.data === data || !(await exists(file.data)) ? process : undefined;
}
