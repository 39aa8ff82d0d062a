import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { codeOf } from './embedded-server-error.js';

/** The account a program runs as, when it is not our own. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** How a short program ended. `output` is what it wrote, or why it could not be run at all. */
export interface ProgramResult {
  readonly succeeded: boolean;
  readonly output: string;
}

/** PostgreSQL refuses to run as root; these accounts exist on nearly every system and own nothing of value. */
const CANDIDATES = ['nobody', 'postgres', 'daemon'];

/** What programs we start find around them: nothing of ours, and messages in English because we read them. */
export const PROGRAM_ENVIRONMENT = { LC_ALL: 'C', PATH: '/usr/bin:/bin:/usr/sbin:/sbin' };

/** True when this process is root, so that the server needs an account of its own. */
export function actsAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/** The first account that programs can really be run as here (a container may map only some), if there is one. */
export async function findServerAccount(): Promise<Account | undefined> {
  const known = parseAccounts(await readFile('/etc/passwd', 'utf8'));
  for (const name of CANDIDATES) {
    const account = known.find((candidate) => candidate.name === name);
    if (account && (await runProgram('/bin/sh', ['-c', ':'], account, 10_000)).succeeded) return account;
  }
  return undefined;
}

/** passwd(5): name:password:uid:gid:… ; macOS writes nobody's uid as -2, the system calls want it unsigned. */
function parseAccounts(passwd: string): Account[] {
  return passwd.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    const account = { name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
    return /^-?\d+$/.test(uid) && /^-?\d+$/.test(gid) && account.uid !== 0 ? [account] : [];
  });
}

/**
 * Runs a short program to its end, as `account` (undefined: as ourselves). It starts in `/`, because our own folder
 * may be closed to that account. After `withinMs` it is ended together with what it started.
 */
export function runProgram(
  file: string,
  args: readonly string[],
  account: Account | undefined,
  withinMs: number,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...spawnedAs(account),
      cwd: '/',
      env: PROGRAM_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    const timer = setTimeout(() => {
      output += `\nstill running after ${withinMs / 1000} seconds, so it was ended`;
      if (child.pid !== undefined) signalIfAlive(-child.pid, 'SIGKILL');
    }, withinMs);
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ succeeded: false, output: error.message });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ succeeded: code === 0, output });
    });
  });
}

/** Sends a signal to a process (negative: its group), which may have ended in the meantime. */
export function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** The spawn options that run a child as this account. */
export function spawnedAs(account: Account | undefined): { uid?: number; gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid };
}

/** Whether this account can get into a folder, found out by doing it. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], account, 10_000)).succeeded;
}
