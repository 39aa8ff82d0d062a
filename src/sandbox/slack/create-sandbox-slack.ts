import { join } from 'node:path';
import { Router } from 'express';
import { createEventQueue } from './callbacks/event-queue.js';
import { eventsOf } from './callbacks/events-of.js';
import { createPostToApp } from './callbacks/post-to-app.js';
import { createTriggers } from './callbacks/triggers.js';
import { type Clock, systemClock } from './clock.js';
import type { Core, Shortcut, SlashCommand } from './core.js';
import { fileRouter } from './file-router.js';
import { allWell } from './knobs.js';
import { createOpenViews } from './open-views.js';
import { pageRouter } from './page-router.js';
import { responseRouter } from './response-router.js';
import { openLedger } from './state/ledger.js';
import { Workspace } from './state/workspace.js';
import { createLiveFeed } from './ui/live-feed.js';
import { uiRouter } from './ui/ui-router.js';
import { apiRouter } from './web-api/api-router.js';

export interface SandboxSlackOptions {
  /** Where the workspace is kept. */
  readonly folder: string;
  /** Signs what is sent to the app. */
  readonly signingSecret: string;
  /** What the app shows to be let in. */
  readonly botToken: string;
  /** The app's one address for commands, interactions and events. */
  readonly eventsUrl: string;
  /** Where the router is mounted, as the app reaches it, without a slash at the end: `http://127.0.0.1:3978/sandbox/slack`. */
  readonly publicUrl: string;
  /** The app's slash commands and shortcuts, as its manifest declares them. */
  readonly commands: readonly SlashCommand[];
  readonly shortcuts?: readonly Shortcut[];
  /** The folder with the built page: `index.html` and `assets/`. */
  readonly pages: string;
  readonly clock?: Clock;
  /** The time that messages bear, where it is another than the clock's. */
  readonly stamps?: Pick<Clock, 'now'>;
}

export interface SandboxSlack {
  /** To mount at the path of `publicUrl`. */
  readonly router: Router;
  /** To be called once the app listens: sends events that an earlier process could not. */
  start(): void;
  /** Whether the app answers Slack's url_verification. */
  verifyEventsUrl(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * A Slack workspace on your own machine: its Web API, its signed callbacks and its page, for one app. What happened is
 * kept in a ledger, so that a restart loses nothing.
 */
export function createSandboxSlack(options: SandboxSlackOptions): SandboxSlack {
  const { folder, signingSecret, botToken, commands, shortcuts = [], clock = systemClock, stamps = clock } = options;
  const workspace = new Workspace(openLedger(join(folder, 'ledger.jsonl')), stamps, options.publicUrl);
  const knobs = allWell();
  const postToApp = createPostToApp({ url: options.eventsUrl, signingSecret, clock, knobs });
  const core: Core = {
    workspace,
    clock,
    knobs,
    views: createOpenViews(clock),
    triggers: createTriggers(clock),
    postToApp,
    events: createEventQueue({ workspace, clock, knobs, postToApp }),
    commands,
    shortcuts,
    fileFolder: join(folder, 'files'),
    promisedFiles: new Map(),
  };
  workspace.onRecord((record) => {
    for (const event of eventsOf(record, workspace)) core.events.send(event);
  });
  const feed = createLiveFeed(core);
  const router = Router();
  router.use(
    apiRouter(core, botToken),
    fileRouter(core, botToken),
    responseRouter(core),
    uiRouter(core, feed),
    pageRouter(options.pages),
  );
  return {
    router,
    start: () => core.events.start(),
    async verifyEventsUrl() {
      const challenge = `${clock.now()}`;
      const body = JSON.stringify({ token: 'sandbox-verification-token', challenge, type: 'url_verification' });
      const outcome = await postToApp({ body, contentType: 'application/json' });
      return outcome.kind === 'answered' && outcome.body.includes(challenge);
    },
    async close() {
      feed.close();
      await core.events.stop();
    },
  };
}
