import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subject } from './rounds.js';

const SCRIPT = `\\set row random(1, 1000)
begin;
insert into bench_log (body) values ('{"text":"wheres my oder"}');
update bench_counter set n = n + 1 where id = :row;
commit;
`;

/** The bare transaction as PostgreSQL's own pgbench drives it, where that program is on the machine; else no reading. */
export function pgbench(url: string, { clients, seconds }: { clients: number; seconds: number }): Subject {
  return {
    name: 'pgbench',
    async measure() {
      const folder = await mkdtemp(join(tmpdir(), 'desk-bench-'));
      try {
        await writeFile(join(folder, 'script.sql'), SCRIPT);
        const address = await withPasswordInFile(url, join(folder, 'password'));
        const options = ['-n', '-M', 'prepared', '-c', `${clients}`, '-j', '2', '-T', `${seconds}`];
        const report = await run('pgbench', [...options, '-f', join(folder, 'script.sql'), address]);
        const found = /tps = ([\d.]+)/.exec(report)?.[1];
        return found === undefined ? {} : { pgbenchPerSecond: Number(found) };
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

/** Arguments can be read by every user of a machine, a file of mode 600 cannot. */
async function withPasswordInFile(url: string, file: string): Promise<string> {
  const address = new URL(url);
  const password = decodeURIComponent(address.password).replace(/[\\:]/g, '\\$&');
  await writeFile(file, `*:*:*:*:${password}\n`, { mode: 0o600 });
  address.password = '';
  address.searchParams.set('passfile', file);
  return address.href;
}

/** What a program wrote to stdout; empty when there is no such program or it failed. */
function run(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    child.on('error', () => resolve(''));
    child.on('close', () => resolve(text));
  });
}
