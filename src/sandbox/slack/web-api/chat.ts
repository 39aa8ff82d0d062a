import { z } from 'zod';
import { parseJson, readMessageBlocks } from '../blocks/read-blocks.js';
import type { Core } from '../core.js';
import { changeMessage, postMessage, removeMessage } from '../messages.js';
import { openConversation } from '../open-conversation.js';
import { SlackError } from '../slack-error.js';
import { Metadata, type StoredMessage } from '../state/records.js';
import { APP, type Conversation, personBy } from '../state/seed.js';
import { permalink } from '../wire/permalink.js';
import { wireMessage } from '../wire/wire-message.js';
import { defineMethod, Flag, type Method } from './define-method.js';

const Content = {
  channel: z.string(),
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  metadata: z.unknown().optional(),
};

/** Methods that write messages. https://docs.slack.dev/reference/methods?family=chat */
export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': defineMethod(
    z.object({ ...Content, thread_ts: z.string().optional(), reply_broadcast: Flag.optional() }),
    (args, core) => {
      const { id: channel } = placeFor(core, args.channel);
      const content = contentIn(args);
      const message = postMessage(core, {
        channel,
        user: APP.userId,
        ...content,
        ...(args.thread_ts && { threadTs: args.thread_ts, ...(args.reply_broadcast && { broadcast: true }) }),
      });
      return { channel, ts: message.ts, message: wireMessage(core.workspace, message) };
    },
  ),

  'chat.update': defineMethod(z.object({ ...Content, ts: z.string() }), (args, core) => {
    const { channel, message } = ownMessage(core, args.channel, args.ts, 'cant_update_message');
    const changed = changeMessage(core, message, { ...contentIn(args), by: APP.userId });
    return { channel, ts: changed.ts, text: changed.text, message: wireMessage(core.workspace, changed) };
  }),

  'chat.delete': defineMethod(z.object({ channel: z.string(), ts: z.string() }), (args, core) => {
    const { channel, message } = ownMessage(core, args.channel, args.ts, 'cant_delete_message');
    removeMessage(core, message);
    return { channel, ts: args.ts };
  }),

  'chat.postEphemeral': defineMethod(
    z.object({ ...Content, user: z.string(), thread_ts: z.string().optional() }),
    (args, core) => {
      const conversation = placeFor(core, args.channel);
      if (!conversation.members.includes(args.user)) throw new SlackError('user_not_in_channel');
      const message = postMessage(core, {
        channel: conversation.id,
        user: APP.userId,
        ...contentIn(args),
        onlyFor: args.user,
        ...(args.thread_ts && { threadTs: args.thread_ts }),
      });
      return { message_ts: message.ts };
    },
  ),

  'chat.getPermalink': defineMethod(
    z.object({ channel: z.string(), message_ts: z.string() }),
    (args, { workspace }) => {
      const { id } = workspace.conversationFor(APP.userId, args.channel);
      if (!workspace.message(id, args.message_ts)) throw new SlackError('message_not_found');
      return { channel: id, permalink: permalink(workspace.publicUrl, id, args.message_ts) };
    },
  ),
};

/** Where the app may write: a channel it is in, or a person, whose conversation with the app is opened. */
function placeFor(core: Core, channel: string): Conversation {
  if (personBy(channel)) return openConversation(core, [APP.userId, channel]);
  return core.workspace.membershipOf(APP.userId, channel);
}

function ownMessage(core: Core, channelId: string, ts: string, refusal: string) {
  const { id: channel } = core.workspace.conversationFor(APP.userId, channelId);
  const message = core.workspace.message(channel, ts);
  if (!message || message.onlyFor !== undefined || message.subtype === 'tombstone')
    throw new SlackError('message_not_found');
  if (message.user !== APP.userId) throw new SlackError(refusal);
  return { channel, message };
}

function contentIn(args: {
  text?: string | undefined;
  blocks?: unknown;
  attachments?: unknown;
  metadata?: unknown;
}): Pick<StoredMessage, 'text' | 'blocks' | 'metadata'> {
  if (args.attachments !== undefined && args.attachments !== '[]') throw new SlackError('invalid_attachments');
  const blocks = args.blocks === undefined ? [] : readMessageBlocks(args.blocks);
  const text = args.text ?? '';
  if (text.trim() === '' && blocks.length === 0) throw new SlackError('no_text');
  return {
    text,
    ...(blocks.length > 0 && { blocks }),
    ...(args.metadata !== undefined && { metadata: metadataIn(args.metadata) }),
  };
}

/** Slack's most for the metadata of a message, as JSON. */
const MOST_METADATA = 16_000;

function metadataIn(given: unknown): Metadata {
  const value = typeof given === 'string' ? parseJson(given, 'invalid_metadata_format') : given;
  const read = Metadata.safeParse(value);
  if (!read.success) throw new SlackError('invalid_metadata_format');
  if (JSON.stringify(read.data).length > MOST_METADATA) throw new SlackError('metadata_too_large');
  return read.data;
}
