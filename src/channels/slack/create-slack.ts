import { App, ExpressReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { Router } from 'express';
import type { Channel } from '../../conversation/channel.js';
import type { Log } from '../../conversation/log.js';
import type { SlackDesk } from '../../jobs/define-job.js';
import { createSlackDesk } from './answer-arrival.js';
import { boltLogger } from './bolt-logger.js';
import { refuseOtherTimes } from './check-time.js';
import type { HandlingDeps } from './create-handling.js';
import { SLACK_PATH } from './manifest.js';
import { readArrival } from './read-arrival.js';
import { createSlackChannel } from './slack-channel.js';
import { createFindStaff } from './staff.js';
import { type Taken, takeArrival } from './take-arrival.js';
import { createWebApi } from './web-api.js';

export interface SlackSettings {
  readonly botToken: string;
  /** Slack's Web API: https://slack.com/api/, or that of the sandbox. */
  readonly apiUrl: string;
  /** How requests come in: at our own address, signed; or over a socket that we open. */
  readonly via:
    | { readonly kind: 'http'; readonly signingSecret: string }
    | { readonly kind: 'socket'; readonly appToken: string };
}

export interface Slack {
  /** POST /slack/events; empty in Socket Mode. */
  readonly router: Router;
  readonly channel: Channel;
  /** What the jobs do for it. */
  readonly desk: SlackDesk;
  /** Begins to listen: opens the socket in Socket Mode. `wake` is called when something was stored. */
  start(wake: () => void): Promise<void>;
  stop(): Promise<void>;
}

/** Larger than any request Slack sends for messages within its own limits. */
const LARGEST_BODY_BYTES = 512 * 1024;

/** Connects the desk with one Slack workspace. */
export function createSlack(options: HandlingDeps & { readonly settings: SlackSettings; readonly log: Log }): Slack {
  const { settings, log, sql } = options;
  const api = createWebApi({ token: settings.botToken, url: settings.apiUrl });
  let wake = () => {};
  const deps = {
    ...options,
    api,
    findStaff: createFindStaff({ policy: options.team, api }),
    wake: () => wake(),
  };
  const router = Router();
  const receiver = createReceiver(settings, router, log);
  const app = createApp(receiver, settings, log, async (body) => {
    const arrival = readArrival(body);
    return arrival ? takeArrival(arrival, deps) : { kind: 'taken' };
  });
  return {
    router,
    channel: createSlackChannel({ sql, api, responseHosts: responseHosts(settings), log }),
    desk: createSlackDesk(deps),
    async start(wakeWorkers) {
      wake = wakeWorkers;
      if (settings.via.kind === 'socket') await app.start();
    },
    async stop() {
      if (settings.via.kind === 'socket') await app.stop();
    },
  };
}

/** Where Slack takes answers to commands and presses. The sandbox takes them where its Web API is. */
function responseHosts({ apiUrl }: SlackSettings): string[] {
  const { origin, hostname } = new URL(apiUrl);
  return hostname === 'slack.com' ? ['https://hooks.slack.com'] : [origin];
}

function createReceiver({ via, apiUrl }: SlackSettings, router: Router, log: Log): Receiver {
  const logger = boltLogger(log);
  if (via.kind === 'socket')
    return new SocketModeReceiver({
      appToken: via.appToken,
      logger,
      installerOptions: { clientOptions: { slackApiUrl: apiUrl } },
    });
  if (via.signingSecret === '') throw new Error('Without a signing secret nobody can tell who a request is from');
  router.post(SLACK_PATH, refuseOtherTimes);
  return new ExpressReceiver({
    signingSecret: via.signingSecret,
    endpoints: SLACK_PATH,
    router,
    bodyLimit: LARGEST_BODY_BYTES,
    logger,
    // Slack itself waits three seconds; a late acknowledgement of ours does no harm
    unhandledRequestTimeoutMillis: 10_000,
    // what could not be stored is not acknowledged: Slack sends events again and tells people that it did not work
    processEventErrorHandler: async ({ response, error }) => {
      log.error({ err: error }, 'a request from Slack could not be taken in');
      if (!response.headersSent) response.writeHead(503).end();
      return false;
    },
  });
}

type Take = (body: Readonly<Record<string, unknown>>) => Promise<Taken>;

/** Bolt, with nothing acknowledged that is not taken in. */
function createApp(receiver: Receiver, { botToken }: SlackSettings, log: Log, take: Take): App {
  const app = new App({
    receiver,
    authorize: async () => ({ botToken }),
    logger: boltLogger(log),
    convoStore: false,
    ignoreSelf: false,
  });
  app.error(async (error) => {
    throw error;
  });
  app.command(/./, async ({ body, ack }) => {
    await take({ ...body });
    await ack();
  });
  app.action(/./, async ({ body, ack }) => {
    await take({ ...body });
    await ack();
  });
  app.shortcut(/./, async ({ body, ack }) => {
    await take({ ...body });
    await ack();
  });
  app.view(/./, async ({ body, ack }) => {
    const taken = await take({ ...body });
    if (taken.kind === 'faults') await ack({ response_action: 'errors', errors: { ...taken.faults } });
    else if (taken.kind === 'next') await ack({ response_action: 'update', view: taken.modal as never });
    else await ack();
  });
  // events Bolt acknowledges by itself, before any listener: so they are taken in when it does
  const process = app.processEvent.bind(app);
  app.processEvent = (event) =>
    process({
      ...event,
      async ack(response) {
        if (event.body.type === 'event_callback') await take(event.body);
        await event.ack(response);
      },
    });
  return app;
}
