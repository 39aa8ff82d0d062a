import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Places } from '../../../../src/store/embedded/data-home.js';
import type { Account } from '../../../../src/store/embedded/server-account.js';
import type { InstalledProject } from './laboratory.js';

/** How another process of the desk is to run. */
export interface DeskProcessOptions {
  readonly folder: string;
  /** Undefined: those of the system. */
  readonly places?: Places | undefined;
  readonly account?: Account | undefined;
  readonly umask?: string;
  readonly home?: string;
}

/** What `hold-server.ts` prints when it is ready. */
export interface Started {
  readonly kind: 'started';
  readonly url: string;
  readonly dataFolder: string;
  readonly joined: boolean;
  readonly progress: readonly string[];
}

type Line = Started | { kind: 'stopped'; outcome: string } | { kind: 'failed'; code: string; message: string };

/** A second process that uses the embedded server: real, so that it can be killed. */
export class DeskProcess {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #errors = '';

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    child.stderr!.on('data', (chunk: Buffer) => {
      this.#errors += chunk.toString();
    });
  }

  /** Starts it without waiting for its server. It leads a process group of its own, as in a terminal. */
  static spawn(project: InstalledProject, options: DeskProcessOptions): DeskProcess {
    const { folder, places, account, umask = '022', home = '/' } = options;
    const program = join(project.folder, 'test', 'store', 'embedded', 'support', 'hold-server.js');
    const script = 'umask "$1"; shift; exec "$@"';
    return new DeskProcess(
      spawn('/bin/sh', ['-c', script, 'sh', umask, project.node, program, JSON.stringify({ folder, places })], {
        ...(account ? { uid: account.uid, gid: account.gid } : {}),
        cwd: '/',
        env: { HOME: home, PATH: '/usr/bin:/bin' },
        stdio: 'pipe',
        detached: true,
      }),
    );
  }

  /** Starts it and waits until its server can be used. */
  static async start(
    project: InstalledProject,
    options: DeskProcessOptions,
  ): Promise<DeskProcess & { started: Started }> {
    const desk = DeskProcess.spawn(project, options);
    return Object.assign(desk, { started: await desk.whenStarted() });
  }

  async whenStarted(): Promise<Started> {
    const line = await this.#nextLine();
    if (line.kind !== 'started') throw new Error(`the process did not start a server: ${JSON.stringify(line)}`);
    return line;
  }

  async whenFailed(): Promise<{ code: string; message: string }> {
    const line = await this.#nextLine();
    if (line.kind !== 'failed') throw new Error(`the process did not fail: ${JSON.stringify(line)}`);
    return line;
  }

  async stop(): Promise<string> {
    this.#child.stdin!.write('stop\n');
    const line = await this.#nextLine();
    if (line.kind !== 'stopped') throw new Error(`the process did not stop its server: ${JSON.stringify(line)}`);
    await this.#ended();
    return line.outcome;
  }

  /** Sends a signal to the process alone, or as Ctrl-C does to its whole group, and waits for its end. */
  async kill(signal: 'SIGKILL' | 'SIGINT', to: 'itself' | 'group' = 'itself'): Promise<void> {
    process.kill(to === 'group' ? -this.#child.pid! : this.#child.pid!, signal);
    await this.#ended();
  }

  async #ended(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await once(this.#child, 'exit');
  }

  async #nextLine(): Promise<Line> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the process ended without a word:\n${this.#errors}`);
    return JSON.parse(value) as Line;
  }
}
