import { Router } from 'express';
import { createSlack, type Slack } from '../channels/slack/create-slack.js';
import type { Handlers } from '../channels/slack/handlers.js';
import { SLACK_PATH } from '../channels/slack/manifest.js';
import { SLASH } from '../channels/slack/say.js';
import { projectPath } from '../paths.js';
import { createSandboxSlack, type SandboxSlack } from '../sandbox/slack/create-sandbox-slack.js';
import { sharedSecret } from '../store/server-secrets.js';
import { ownOrigin } from './origins.js';
import { sandboxPlace } from './sandbox-place.js';
import type { ServerParts } from './server-parts.js';

export interface OpenedSlack {
  readonly slack: Slack | null;
  /** The stand-in that takes Slack's place, when no Slack is connected; its router is for the whole desk. */
  readonly sandbox: SandboxSlack | null;
}

/** Where the stand-in is mounted. */
export const SANDBOX_PATH = '/sandbox/slack';
const SANDBOX_TOKEN = 'xoxb-sandbox';

/** Slack as it is configured; without its keys, beside the demo shop, a stand-in on this very port; else none. */
export async function openSlack({ sql, house, config, log, desk, time }: ServerParts): Promise<OpenedSlack> {
  const { policy, team, handlers } = house;
  const parts = { sql, door: desk.door, policy, team, handlers, log };
  if (config.slack) return { slack: createSlack({ ...parts, settings: config.slack }), sandbox: null };
  if (!time) return { slack: null, sandbox: null };
  const signingSecret = await sharedSecret(sql, 'sandbox-slack');
  const origin = ownOrigin(config);
  const publicUrl = origin + SANDBOX_PATH;
  const sandbox = createSandboxSlack({
    folder: sandboxPlace(config, 'slack', signingSecret),
    signingSecret,
    botToken: SANDBOX_TOKEN,
    eventsUrl: origin + SLACK_PATH,
    publicUrl,
    pages: projectPath('dist/web-sandbox/slack'),
    stamps: { now: () => time.now().getTime() },
    ...slackMenu(handlers),
  });
  const settings = {
    botToken: SANDBOX_TOKEN,
    apiUrl: `${publicUrl}/api/`,
    via: { kind: 'http' as const, signingSecret },
  };
  const router = Router().use(SANDBOX_PATH, sandbox.router);
  return { slack: createSlack({ ...parts, settings }), sandbox: { ...sandbox, router } };
}

/** What Slack's menus offer of the app, as its manifest does. */
function slackMenu({ commands, shortcuts }: Handlers) {
  return {
    commands: [
      {
        command: SLASH,
        description: 'Delayed orders: look up, offer, reply, decide',
        usageHint: 'help',
        shouldEscape: true,
        subcommands: commands.map(({ name, usage, summary }) => ({ name, usage, description: summary })),
      },
    ],
    shortcuts: shortcuts.map(({ id, type, title, description }) => ({
      kind: type,
      name: title,
      callbackId: id,
      description,
    })),
  };
}
