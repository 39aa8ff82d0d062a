import type { Clock } from '../clock.js';
import type { Knobs } from '../knobs.js';
import { makeId } from '../state/make-id.js';
import type { WaitingEvent } from '../state/records.js';
import { APP, TEAM } from '../state/seed.js';
import type { Workspace } from '../state/workspace.js';
import type { Outcome, PostToApp } from './post-to-app.js';

export interface EventQueue {
  /** Sends an event to the app, and again until the app has acknowledged it. */
  send(event: Readonly<Record<string, unknown>>): void;
  /** Sends what was not acknowledged before a restart. */
  start(): void;
  /** Sends everything that waits, at once. */
  sendWaiting(): void;
  stop(): Promise<void>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** After the first try: at once, after a minute, after five; then every hour for a day, as Slack's delayed events go. */
const RETRIES_AFTER_MS = [0, MINUTE, 5 * MINUTE, ...Array.from({ length: 24 }, () => HOUR)];

export function createEventQueue(options: {
  readonly workspace: Workspace;
  readonly clock: Clock;
  readonly knobs: Knobs;
  readonly postToApp: PostToApp;
}): EventQueue {
  const { workspace, clock, knobs, postToApp } = options;
  const callOffs = new Map<string, () => void>();
  const running = new Set<Promise<void>>();
  /** Events for which nobody listened at the app's address; they go out as soon as somebody does. */
  const unheard = new Set<string>();
  const tries = new Map<string, { count: number; reason: string }>();
  let isStopped = false;

  function schedule(event: WaitingEvent, ms: number): void {
    callOffs.get(event.eventId)?.();
    callOffs.set(
      event.eventId,
      clock.after(ms, () => start(event)),
    );
  }

  function start(event: WaitingEvent): void {
    callOffs.get(event.eventId)?.();
    callOffs.delete(event.eventId);
    const attempt = deliver(event).finally(() => running.delete(attempt));
    running.add(attempt);
  }

  async function deliver(event: WaitingEvent): Promise<void> {
    if (isStopped || !workspace.waitingEvents.has(event.eventId)) return;
    if (knobs.down) return schedule(event, MINUTE);
    const before = tries.get(event.eventId) ?? { count: 0, reason: '' };
    const headers =
      before.count > 0 ? { 'x-slack-retry-num': String(before.count), 'x-slack-retry-reason': before.reason } : {};
    const post = () => postToApp({ body: event.body, contentType: 'application/json', headers });
    const [outcome] = await Promise.all(knobs.deliverTwice ? [post(), post()] : [post()]);
    if (!isStopped) settle(event, before.count, outcome);
  }

  function settle(event: WaitingEvent, tried: number, outcome: Outcome): void {
    const wait = RETRIES_AFTER_MS[tried];
    unheard.delete(event.eventId);
    if (outcome.kind === 'answered' || outcome.isFinal || wait === undefined) {
      tries.delete(event.eventId);
      workspace.record({ kind: 'event-settled', eventId: event.eventId });
    } else {
      tries.set(event.eventId, { count: tried + 1, reason: outcome.reason });
      if (outcome.reason === 'connection_failed') unheard.add(event.eventId);
      schedule(event, wait);
    }
    if (outcome.kind === 'answered') for (const eventId of unheard) wake(eventId);
  }

  function wake(eventId: string): void {
    const event = workspace.waitingEvents.get(eventId);
    unheard.delete(eventId);
    if (event && callOffs.has(eventId)) start(event);
  }

  return {
    send(given) {
      const eventId = makeId('Ev');
      const event = { eventId, body: JSON.stringify(envelope(eventId, given, clock.now())), since: clock.now() };
      workspace.record({ kind: 'event', event });
      start(event);
    },
    start() {
      for (const event of workspace.waitingEvents.values()) if (!callOffs.has(event.eventId)) start(event);
    },
    sendWaiting() {
      for (const eventId of [...callOffs.keys()]) wake(eventId);
    },
    async stop() {
      isStopped = true;
      for (const callOff of callOffs.values()) callOff();
      await Promise.all(running);
    },
  };
}

/** What Slack wraps around an event. https://docs.slack.dev/apis/events-api/#event-type-structure */
const envelope = (eventId: string, event: Readonly<Record<string, unknown>>, now: number) => ({
  token: 'sandbox-verification-token',
  team_id: TEAM.id,
  context_team_id: TEAM.id,
  context_enterprise_id: null,
  api_app_id: APP.id,
  event,
  type: 'event_callback',
  event_id: eventId,
  event_time: Math.floor(now / 1_000),
  authorizations: [
    { enterprise_id: null, team_id: TEAM.id, user_id: APP.userId, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
});
