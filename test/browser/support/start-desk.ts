import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../../src/paths.js';

export interface RunningDesk {
  readonly url: string;
  readonly port: number;
  /** Ctrl-C: lets running turns end. */
  stop(): Promise<void>;
  /** The process is gone from one moment to the next. */
  kill(): Promise<void>;
}

export interface DeskOptions {
  readonly databaseUrl: string;
  /** A free one unless named. */
  readonly port?: number;
  readonly allowedOrigins?: readonly string[];
  readonly shopTokenSecret?: string;
}

/** Starts the built desk as a process of its own. Resolves once it serves; throws with what it said if it does not. */
export async function startDesk(options: DeskOptions): Promise<RunningDesk> {
  const port = options.port ?? (await freePort());
  const child = spawn(process.execPath, [projectPath('dist/main.js')], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings(options, port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard = await opened(child);
  let isAsked = false;
  // tests would see only that nobody answers
  child.once('exit', (code, signal) => {
    if (!isAsked) console.error(`The desk on port ${port} ended by itself (${code ?? signal}):\n${heard()}`);
  });
  const end = async (signal: NodeJS.Signals) => {
    isAsked = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
  };
  return { url: `http://127.0.0.1:${port}`, port, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** Every setting is given, so that a developer's .env has no say; an empty one counts as unset. */
function settings({ databaseUrl, allowedOrigins = [], shopTokenSecret = '' }: DeskOptions, port: number) {
  return {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    DATA_FOLDER: join(tmpdir(), `desk-in-a-browser-${port}`),
    DEMO_SHOP: 'on',
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    CHAT_ALLOWED_ORIGINS: allowedOrigins.join(','),
    CHAT_TOKEN_SECRET: '',
    SHOP_TOKEN_SECRETS: shopTokenSecret,
    // each shopper of the tests comes from an address of their own, as behind a proxy
    TRUST_PROXY: '1',
    STOREFRONT_URL: '',
    STOREFRONT_TOKEN: '',
    OPENAI_API_KEY: '',
    OPENAI_BASE_URL: '',
    OPENAI_MODEL: '',
  };
}

/** Waits until it serves; then tells what it has said so far, whenever asked. */
function opened(child: ChildProcess): Promise<() => string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes('Backorder Desk is open.')) resolve(() => said);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The desk ended with ${code} instead of opening:\n${said}`)));
  });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port was given');
  return address.port;
}
