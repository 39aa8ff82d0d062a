import type { StoredMessage } from '../state/records.js';
import { APP, TEAM } from '../state/seed.js';
import { isFromApp, type Workspace } from '../state/workspace.js';
import { wireFile } from './wire-file.js';

/** A message as Slack's API tells of it. Its metadata is told only to whoever asks for it. */
export function wireMessage(workspace: Workspace, message: StoredMessage, { metadata = true } = {}) {
  const { channel, ts, user, text, threadTs } = message;
  const replies = workspace.repliesTo(channel, ts);
  const files = (message.files ?? []).flatMap((id) => workspace.files.get(id) ?? []);
  return {
    type: 'message',
    ...(message.subtype && { subtype: message.subtype, ...(message.subtype === 'tombstone' && { hidden: true }) }),
    ...(message.broadcast && { subtype: 'thread_broadcast' }),
    user,
    ts,
    text,
    team: TEAM.id,
    ...(isFromApp(message) && { bot_id: APP.botId, app_id: APP.id, bot_profile: BOT_PROFILE }),
    ...(message.blocks && { blocks: message.blocks }),
    ...(metadata && message.metadata && { metadata: message.metadata }),
    ...(files.length > 0 && { files: files.map((file) => wireFile(file, workspace.publicUrl)), upload: false }),
    ...(message.edited && { edited: message.edited }),
    ...(message.reactions && {
      reactions: Object.entries(message.reactions).map(([name, users]) => ({ name, users, count: users.length })),
    }),
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    ...(threadTs === undefined &&
      replies.length > 0 && {
        thread_ts: ts,
        reply_count: replies.length,
        reply_users: [...new Set(replies.map((reply) => reply.user))],
        reply_users_count: new Set(replies.map((reply) => reply.user)).size,
        latest_reply: replies.at(-1)?.ts,
      }),
  };
}

export const BOT_PROFILE = {
  id: APP.botId,
  app_id: APP.id,
  user_id: APP.userId,
  name: APP.name,
  team_id: TEAM.id,
  deleted: false,
  icons: {},
};
