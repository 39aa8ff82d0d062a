import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import express, { type Express } from 'express';
import { onTestFinished } from 'vitest';
import { projectPath } from '../../../../src/paths.js';
import { systemClock } from '../../../../src/sandbox/slack/clock.js';
import type { Shortcut, SlashCommand } from '../../../../src/sandbox/slack/core.js';
import { createSandboxSlack, type SandboxSlack } from '../../../../src/sandbox/slack/create-sandbox-slack.js';
import type { Deed } from '../../../../src/sandbox/slack/ui/deed.js';
import type { snapshotFor } from '../../../../src/sandbox/slack/ui/snapshot.js';

export const TOKEN = 'xoxb-sandbox';
export const SECRET = 'the secret that signs what goes to the app';
export const RILEY = 'U01REP';
export const SAM = 'U02REP';
export const LENA = 'U03LEAD';
export const MORGAN = 'U04MGR';
export const BACKORDERS = 'C01BACK';

export const COMMANDS: readonly SlashCommand[] = [
  {
    command: '/echo',
    description: 'Says it again',
    usageHint: '[words]',
    shouldEscape: true,
    subcommands: [
      { name: 'loud', usage: 'loud hello', description: 'Says it in capitals' },
      { name: 'form', usage: 'form', description: 'Asks for words in a form' },
    ],
  },
];
export const SHORTCUTS: readonly Shortcut[] = [
  { kind: 'global', name: 'Start an echo', callbackId: 'start_echo', description: 'Asks for words' },
  { kind: 'message', name: 'Echo this', callbackId: 'echo_this', description: 'Says a message again' },
];

export type Snapshot = ReturnType<typeof snapshotFor>;
export type Answer = { readonly kind: string } & Readonly<Record<string, unknown>>;

export interface PersonAtPage {
  does(deed: Deed): Promise<Answer>;
  sees(): Promise<Snapshot>;
  /** Texts in a channel as this person sees them, oldest first. */
  reads(channel: string): Promise<string[]>;
}

export interface TestWorkspace {
  /** Where the app is to be mounted: it gets its callbacks at /slack/events. */
  readonly server: Express;
  readonly origin: string;
  readonly publicUrl: string;
  readonly sandbox: SandboxSlack;
  readonly web: WebClient;
  person(id: string): PersonAtPage;
  /** Calls a Web API method by hand. */
  call(method: string, args: Readonly<Record<string, string>>): Promise<Answer>;
}

type Options = Partial<Parameters<typeof createSandboxSlack>[0]> & { readonly port?: number };

/** The stand-in on a port of its own, until the test ends. */
export async function aWorkspace(options: Options = {}): Promise<TestWorkspace> {
  const folder = options.folder ?? (await aFolder());
  const server = express();
  const http = createServer(server).listen(options.port ?? 0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const publicUrl = `${origin}/sandbox/slack`;
  const sandbox = createSandboxSlack({
    signingSecret: SECRET,
    botToken: TOKEN,
    eventsUrl: `${origin}/slack/events`,
    publicUrl,
    commands: COMMANDS,
    shortcuts: SHORTCUTS,
    pages: projectPath('dist/web-sandbox/slack'),
    clock: systemClock,
    ...options,
    folder,
  });
  server.use('/sandbox/slack', sandbox.router);
  onTestFinished(async () => {
    await sandbox.close();
    const closed = once(http, 'close');
    http.close();
    http.closeAllConnections();
    await closed;
  });
  const person = (id: string, client = `client-of-${id}`): PersonAtPage => ({
    async does(deed) {
      const response = await fetch(`${publicUrl}/ui/do`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ as: id, client, deed }),
      });
      return (await response.json()) as Answer;
    },
    async sees() {
      const response = await fetch(`${publicUrl}/ui/stream?as=${id}&client=${client}`, { headers: { origin } });
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      while (!text.includes('\n\n')) text += (await reader.read()).value ?? '';
      await reader.cancel();
      return (JSON.parse(text.slice('data: '.length, text.indexOf('\n\n'))) as { snapshot: Snapshot }).snapshot;
    },
    async reads(channel) {
      return ((await this.sees()).messages[channel] ?? []).map(({ text }) => text);
    },
  });
  return {
    server,
    origin,
    publicUrl,
    sandbox,
    web: new WebClient(TOKEN, { slackApiUrl: `${publicUrl}/api/`, retryConfig: { retries: 1, minTimeout: 1 } }),
    person,
    async call(method, args) {
      const response = await fetch(`${publicUrl}/api/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${TOKEN}` },
        body: new URLSearchParams(args),
      });
      return (await response.json()) as Answer;
    },
  };
}

export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-sandbox-slack-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
