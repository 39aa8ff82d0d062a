import type { LedgerRecord, StoredMessage } from '../state/records.js';
import { APP, type Conversation } from '../state/seed.js';
import type { Workspace } from '../state/workspace.js';
import { wireFile } from '../wire/wire-file.js';
import { wireMessage } from '../wire/wire-message.js';

/** The events that Slack sends an app for something that happened, the app's own doings included. */
export function eventsOf(record: LedgerRecord, workspace: Workspace): Record<string, unknown>[] {
  switch (record.kind) {
    case 'message':
      return posted(record.message, workspace);
    case 'changed':
      return inApp(record.message, workspace, (place) => ({
        ...place,
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        message: wireMessage(workspace, record.message),
        previous_message: wireMessage(workspace, record.before),
        ts: workspace.nextTs(),
      }));
    case 'deleted':
      return inApp(record.message, workspace, (place) => ({
        ...place,
        type: 'message',
        subtype: 'message_deleted',
        hidden: true,
        deleted_ts: record.message.ts,
        previous_message: wireMessage(workspace, record.message),
        ts: workspace.nextTs(),
      }));
    case 'reacted':
      return inApp({ channel: record.channel, ts: record.ts }, workspace, () => ({
        type: 'reaction_added',
        user: record.user,
        reaction: record.name,
        item: { type: 'message', channel: record.channel, ts: record.ts },
        item_user: workspace.message(record.channel, record.ts)?.user,
        event_ts: workspace.nextTs(),
      }));
    case 'joined': {
      const { channel, user } = record;
      const ts = workspace.nextTs();
      return inApp({ channel, ts }, workspace, () => ({
        type: 'member_joined_channel',
        user,
        channel,
        channel_type: 'C',
        event_ts: ts,
      }));
    }
    default:
      return [];
  }
}

function posted(message: StoredMessage, workspace: Workspace): Record<string, unknown>[] {
  const events = inApp(message, workspace, (place) => ({
    ...place,
    ...wireMessage(workspace, message),
    ...(message.threadTs !== undefined && {
      parent_user_id: workspace.message(message.channel, message.threadTs)?.user,
    }),
    ...(message.files && {
      subtype: 'file_share',
      files: message.files.flatMap((id) => {
        const file = workspace.files.get(id);
        return file ? [wireFile(file, workspace.publicUrl)] : [];
      }),
    }),
  }));
  const mentions = message.text.includes(`<@${APP.userId}>`) && message.user !== APP.userId;
  if (!mentions || workspace.conversations.get(message.channel)?.kind === 'im') return events;
  return [...events, ...events.map(({ channel_type, subtype, ...rest }) => ({ ...rest, type: 'app_mention' }))];
}

interface Place {
  readonly channel: string;
  readonly channel_type: string;
  readonly event_ts: string;
}

/** Events reach the app only from conversations it is in, and never about what one person alone sees. */
function inApp(
  { channel, ts, onlyFor }: Pick<StoredMessage, 'channel' | 'ts' | 'onlyFor'>,
  workspace: Workspace,
  event: (place: Place) => Record<string, unknown>,
): Record<string, unknown>[] {
  const conversation = workspace.conversations.get(channel);
  if (onlyFor !== undefined || !conversation?.members.includes(APP.userId)) return [];
  return [event({ channel, channel_type: CHANNEL_TYPES[conversation.kind], event_ts: ts })];
}

const CHANNEL_TYPES: Readonly<Record<Conversation['kind'], string>> = {
  public: 'channel',
  private: 'group',
  im: 'im',
  mpim: 'mpim',
};
