import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { projectPath } from '../../src/paths.js';
import { until } from './until.js';

export type Settings = Readonly<Record<string, string>>;

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** One copy of the desk, as `npm start` runs it: a process of its own that can be stopped, frozen and killed. */
export class DeskProcess {
  readonly url: string;
  /** The Direct Line base address. */
  readonly domain: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<Ended>;
  #stdout = '';
  #stderr = '';

  private constructor(
    readonly settings: Settings,
    program: string,
    args: readonly string[],
  ) {
    this.url = `http://127.0.0.1:${settings.PORT}`;
    this.domain = `${this.url}/v3/directline`;
    this.#child = spawn(process.execPath, [projectPath('dist', program), ...args], {
      // nothing of this machine's settings; a group of its own, so that Ctrl-C can be sent to the whole of it
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#stdout += chunk.toString();
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#stderr += chunk.toString();
    });
    this.#ended = once(this.#child, 'close').then(([code, signal]) => ({ code, signal }));
    onTestFinished(async () => {
      this.#child.kill('SIGKILL');
      await this.#ended;
    });
  }

  /** Starts a desk on a free port without the demo shop, and does not wait for it. Ends with the test at the latest. */
  static async spawn(settings: Settings): Promise<DeskProcess> {
    const port = settings.PORT ?? String(await freePort());
    const usual = { DEMO_SHOP: 'off', LOG_LEVEL: 'warn', TRUST_PROXY: '1' };
    return new DeskProcess({ ...usual, ...settings, PORT: port }, 'main.js', []);
  }

  /** Starts a desk and waits until it is ready. */
  static async start(settings: Settings): Promise<DeskProcess> {
    const desk = await DeskProcess.spawn(settings);
    await desk.whenReady();
    return desk;
  }

  /** Runs one command of the desk to its end. */
  static async command(args: readonly string[], settings: Settings): Promise<Ended & { stderr: string }> {
    const command = new DeskProcess({ PORT: String(await freePort()), ...settings }, 'cli.js', args);
    return { ...(await command.ended()), stderr: command.stderr };
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('the process did not start');
    return this.#child.pid;
  }

  get stdout(): string {
    return this.#stdout;
  }

  get stderr(): string {
    return this.#stderr;
  }

  /** Every line logged. */
  get logged(): readonly { readonly level: number; readonly msg: string }[] {
    return this.#stderr
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line));
  }

  /** Resolves when a line with one of these messages has been logged. */
  async whenLogged(...messages: readonly string[]): Promise<void> {
    await until(`the desk logs "${messages.join('" or "')}"`, () =>
      this.logged.some(({ msg }) => messages.includes(msg)),
    );
  }

  async whenReady(): Promise<void> {
    await until(`the desk on ${this.url} is ready`, async () => {
      if (this.#child.exitCode !== null) throw new Error(`The desk ended before it was ready:\n${this.#stderr}`);
      return (await this.health('/readyz').catch(() => null))?.status === 200;
    });
  }

  async health(path: '/healthz' | '/readyz'): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(this.url + path, { signal: AbortSignal.timeout(HANGS_MS) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  /** A new process with the same settings, ready. */
  again(): Promise<DeskProcess> {
    return DeskProcess.start(this.settings);
  }

  ended(): Promise<Ended> {
    return this.#ended;
  }

  /** Freezes or thaws the process. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    process.kill(this.pid, signal);
  }

  /** Sends a signal that ends the process, as Ctrl-C does to its whole group if so wished, and waits for the end. */
  end(signal: 'SIGKILL' | 'SIGTERM' | 'SIGINT', to: 'itself' | 'group' = 'itself'): Promise<Ended> {
    process.kill(to === 'group' ? -this.pid : this.pid, signal);
    return this.#ended;
  }
}

/** Every request is answered within five seconds, if only with "try again". One without an answer by now hangs, however busy the machine. */
export const HANGS_MS = 30_000;

/** A port that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  return address.port;
}
