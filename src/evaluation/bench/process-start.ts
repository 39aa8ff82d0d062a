import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Subject } from './rounds.js';

const IDLE_MS = 5_000;
const LOOK_EVERY_MS = 5;
const GIVE_UP_MS = 30_000;

/**
 * A process of its own on a database that is up and loaded: from its start to the first 200 of /readyz, and its resident
 * memory after five idle seconds. Beside it a Node process that does nothing.
 */
export function processStart(program: string, databaseUrl: string): Subject {
  return {
    name: 'start and memory',
    async measure() {
      const empty = await measureEmpty();
      const port = await freePort();
      const begin = performance.now();
      // an environment of its own, so that nobody's settings are measured
      const desk = spawn(process.execPath, [program], {
        env: { DATABASE_URL: databaseUrl, PORT: `${port}`, LOG_LEVEL: 'error' },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      try {
        await untilReady(desk, `http://127.0.0.1:${port}/readyz`);
        const readyMilliseconds = performance.now() - begin;
        await pause(IDLE_MS);
        return { ...empty, readyMilliseconds, idleMegabytes: await megabytes(desk) };
      } finally {
        await end(desk);
      }
    },
  };
}

async function measureEmpty(): Promise<{ emptyMilliseconds: number; emptyMegabytes: number }> {
  const begin = performance.now();
  const child = spawn(process.execPath, ['--eval', 'process.stdout.write("up"); setInterval(() => {}, 1000)'], {
    env: {},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    await once(child.stdout, 'data');
    const emptyMilliseconds = performance.now() - begin;
    return { emptyMilliseconds, emptyMegabytes: await megabytes(child) };
  } finally {
    await end(child);
  }
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  const latest = performance.now() + GIVE_UP_MS;
  while (performance.now() < latest && child.exitCode === null) {
    const isReady = await fetch(url).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error('The process did not become ready');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** Resident memory: from /proc where there is one, else from ps. */
async function megabytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes =
    /VmRSS:\s+(\d+)/.exec(status)?.[1] ?? (await promisify(execFile)('ps', ['-o', 'rss=', '-p', `${pid}`])).stdout;
  return Number(kilobytes) / 1_024;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}
