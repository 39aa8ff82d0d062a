import { z } from 'zod';
import { Option, OptionGroup } from '../blocks/text-objects.js';
import { homeView, loadOptions, pressElement } from '../callbacks/interactions.js';
import type { Outcome } from '../callbacks/post-to-app.js';
import { runShortcut } from '../callbacks/run-shortcut.js';
import { runSlashCommand } from '../callbacks/slash-command.js';
import type { Seat } from '../callbacks/triggers.js';
import { closeView, submitView } from '../callbacks/view-callbacks.js';
import type { Core } from '../core.js';
import { encodeTypedText } from '../encode-typed-text.js';
import { changeMessage, postMessage, removeMessage } from '../messages.js';
import { openConversation } from '../open-conversation.js';
import { SlackError } from '../slack-error.js';
import { appConversation } from '../state/seed.js';
import { nameFile } from '../uploads.js';
import { wireView } from '../wire/wire-view.js';
import type { Deed } from './deed.js';
import type { LiveFeed } from './live-feed.js';

/** What came of a deed, for the page. What it changed comes by the feed. */
export type Result =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'options'; readonly options?: unknown; readonly groups?: unknown }
  | { readonly kind: 'opened'; readonly channel: string };

const DONE: Result = { kind: 'done' };
const resultOf = (outcome: Outcome): Result =>
  outcome.kind === 'failed' ? { kind: 'failed', code: outcome.code } : DONE;

/** Carries out what a person does in the page. Throws SlackError when Slack would refuse it. */
export async function carryOut(core: Core, feed: LiveFeed, seat: Seat, deed: Deed): Promise<Result> {
  switch (deed.kind) {
    case 'say':
      return say(core, seat, deed);
    case 'command':
      await runSlashCommand(core, seat, deed);
      return DONE;
    case 'edit':
      changeMessage(core, ownMessage(core, seat, deed), { text: encoded(core, seat, deed.text), by: seat.user });
      return DONE;
    case 'delete':
      removeMessage(core, ownMessage(core, seat, deed));
      return DONE;
    case 'dismiss': {
      const message = core.workspace.message(deed.channel, deed.ts);
      if (message?.onlyFor === seat.user) removeMessage(core, message);
      return DONE;
    }
    case 'react': {
      core.workspace.membershipOf(seat.user, deed.channel);
      const { channel, ts, name } = deed;
      core.workspace.record({ kind: 'reacted', channel, ts, user: seat.user, name });
      return DONE;
    }
    case 'press':
      return resultOf(await pressElement(core, seat, deed));
    case 'load-options':
      return optionsIn(await loadOptions(core, seat, deed));
    case 'submit': {
      const submitted = await submitView(core, seat, deed.viewId, deed.values);
      return submitted.kind === 'taken' ? DONE : submitted;
    }
    case 'close-view':
      closeView(core, seat, deed.which);
      return DONE;
    case 'shortcut':
      return resultOf(await runShortcut(core, seat, deed));
    case 'open-home':
      openHome(core, seat, deed.tab);
      return DONE;
    case 'open-direct':
      return { kind: 'opened', channel: openConversation(core, [seat.user, deed.user]).id };
    case 'set-knobs':
      Object.assign(core.knobs, deed.knobs);
      feed.refresh();
      return DONE;
    case 'send-waiting':
      core.events.sendWaiting();
      return DONE;
    case 'start-over':
      core.workspace.reset();
      feed.refresh();
      return DONE;
  }
}

function say(core: Core, { user }: Seat, deed: Deed & { kind: 'say' }): Result {
  const { id: channel } = core.workspace.membershipOf(user, deed.channel);
  const files = (deed.files ?? []).map((id) => nameFile(core, id, undefined).id);
  const text = encoded(core, { user }, deed.text.trim());
  if (text === '' && files.length === 0) throw new SlackError('no_text');
  postMessage(core, {
    channel,
    user,
    text,
    ...(files.length > 0 && { files }),
    ...(deed.threadTs !== undefined && { threadTs: deed.threadTs, ...(deed.broadcast && { broadcast: true }) }),
  });
  return DONE;
}

const encoded = ({ workspace }: Core, { user }: Pick<Seat, 'user'>, typed: string): string =>
  encodeTypedText(typed, workspace.conversationsOf(user));

function ownMessage({ workspace }: Core, { user }: Seat, { channel, ts }: { channel: string; ts: string }) {
  const message = workspace.message(channel, ts);
  if (!message || message.user !== user || message.subtype) throw new SlackError('message_not_found');
  return message;
}

const Loaded = z.union([
  z.object({ options: z.array(Option).max(100) }),
  z.object({ option_groups: z.array(OptionGroup).max(100) }),
]);

function optionsIn(outcome: Outcome): Result {
  if (outcome.kind === 'failed') return { kind: 'failed', code: outcome.code };
  let body: unknown;
  try {
    body = JSON.parse(outcome.body);
  } catch {
    return { kind: 'failed', code: 'invalid_response' };
  }
  const read = Loaded.safeParse(body);
  if (!read.success) return { kind: 'failed', code: 'invalid_response' };
  return 'options' in read.data
    ? { kind: 'options', options: read.data.options }
    : { kind: 'options', groups: read.data.option_groups };
}

/** Tells the app that somebody looks at its home, or at its messages. */
function openHome(core: Core, { user }: Seat, tab: 'home' | 'messages'): void {
  const view = homeView(core, user);
  core.events.send({
    type: 'app_home_opened',
    user,
    channel: appConversation(user).id,
    tab,
    ...(view && { view: wireView(view) }),
    event_ts: core.workspace.nextTs(),
  });
}
