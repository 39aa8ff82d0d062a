import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { codeOf } from './embedded-server-error.js';

/** A process of this machine. `pid` alone is no identity: after the process ends, another may get the number. */
export interface RunningProcess {
  readonly pid: number;
  /** Comparable text that no two processes with the same pid share: boot and clock ticks (Linux), start time (macOS). */
  readonly startedAt: string;
  /** Program and arguments, joined by spaces. */
  readonly commandLine: string;
}

/** The process that has this pid now; `undefined` when there is none, or only the remains of one (a zombie). */
export async function findProcess(pid: number): Promise<RunningProcess | undefined> {
  return process.platform === 'linux' ? findInProc(pid) : findWithPs(pid);
}

/** Whether exactly this process still runs, not merely another that was given its pid. */
export async function stillRuns(known: Pick<RunningProcess, 'pid' | 'startedAt'>): Promise<boolean> {
  return (await findProcess(known.pid))?.startedAt === known.startedAt;
}

/** Linux, proc(5): field 3 of `stat` is the state, field 22 the start in ticks since boot; the name may hold spaces. */
async function findInProc(pid: number): Promise<RunningProcess | undefined> {
  try {
    const [stat, commandLine, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X' || ticks === undefined) return undefined;
    return { pid, startedAt: `${boot.trim()}/${ticks}`, commandLine: commandLine.replaceAll('\0', ' ').trim() };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}

/** macOS has no /proc. `ps` prints state, start time (five words) and command line, and fails for an unknown pid. */
async function findWithPs(pid: number): Promise<RunningProcess | undefined> {
  try {
    const { stdout } = await promisify(execFile)(
      '/bin/ps',
      ['-ww', '-o', 'stat=,lstart=,command=', '-p', String(pid)],
      { env: { LC_ALL: 'C' }, timeout: 10_000 },
    );
    const match = /^(\S+)\s+((?:\S+\s+){4}\S+)\s+(.*)$/s.exec(stdout.trim());
    const [, state, startedAt, commandLine] = match ?? [];
    if (state === undefined || startedAt === undefined || commandLine === undefined || state.startsWith('Z')) {
      return undefined;
    }
    return { pid, startedAt, commandLine };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 1) return undefined;
    throw error;
  }
}
