import type { Core } from '../core.js';
import { SlackError } from '../slack-error.js';
import { wireMessage } from '../wire/wire-message.js';
import { channelName, formBody, payloadHead } from './payload-parts.js';
import type { Outcome } from './post-to-app.js';
import { makeResponseUrl } from './response-urls.js';
import type { Seat } from './triggers.js';

/** Tells the app that somebody chose one of its shortcuts, on a message or from anywhere. */
export async function runShortcut(
  core: Core,
  seat: Seat,
  { callbackId, message: place }: { readonly callbackId: string; readonly message?: MessagePlace | undefined },
): Promise<Outcome> {
  const kind = place === undefined ? 'global' : 'message';
  if (!core.shortcuts.some((one) => one.callbackId === callbackId && one.kind === kind))
    throw new SlackError('shortcut_not_found');
  const head = {
    ...payloadHead(seat.user),
    callback_id: callbackId,
    trigger_id: core.triggers.make(seat),
    action_ts: core.workspace.nextTs(),
  };
  return core.postToApp({
    contentType: 'application/x-www-form-urlencoded',
    body: formBody(
      place === undefined
        ? { type: 'shortcut', ...head }
        : { type: 'message_action', ...head, ...aboutMessage(core, seat, place) },
    ),
  });
}

export interface MessagePlace {
  readonly channel: string;
  readonly ts: string;
}

function aboutMessage(core: Core, { user }: Seat, { channel, ts }: MessagePlace) {
  const conversation = core.workspace.conversationFor(user, channel);
  const message = core.workspace.message(channel, ts);
  if (!message || message.onlyFor !== undefined) throw new SlackError('message_not_found');
  return {
    channel: { id: channel, name: channelName(conversation) },
    message_ts: ts,
    message: wireMessage(core.workspace, message),
    response_url: makeResponseUrl(core, { channel, user, messageTs: ts, threadTs: message.threadTs }),
  };
}
