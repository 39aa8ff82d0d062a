import type { Core } from './core.js';
import { SlackError } from './slack-error.js';
import type { StoredMessage } from './state/records.js';

/** Slack's most for the text of a message. */
export const LONGEST_TEXT = 40_000;

/** Puts a message into a conversation. Who may do so was settled before. */
export function postMessage({ workspace }: Pick<Core, 'workspace'>, given: Omit<StoredMessage, 'ts'>): StoredMessage {
  if (given.text.length > LONGEST_TEXT) throw new SlackError('msg_too_long');
  const root = given.threadTs === undefined ? undefined : workspace.message(given.channel, given.threadTs);
  if (given.threadTs !== undefined && !root && given.onlyFor === undefined) throw new SlackError('thread_not_found');
  // a reply to a reply stands in the same thread
  const threadTs = root?.threadTs ?? given.threadTs;
  const message = { ...given, ...(threadTs !== undefined && { threadTs }), ts: workspace.nextTs() };
  workspace.record({ kind: 'message', message });
  return message;
}

/** Changes what a message says. `by`: who edited it, told to everybody; null when it was only drawn anew. */
export function changeMessage(
  { workspace }: Pick<Core, 'workspace'>,
  before: StoredMessage,
  change: Pick<Partial<StoredMessage>, 'text' | 'blocks' | 'metadata'> & { readonly by: string | null },
): StoredMessage {
  const { by, ...content } = change;
  if ((content.text ?? '').length > LONGEST_TEXT) throw new SlackError('msg_too_long');
  const { blocks: _old, ...rest } = before;
  const message = {
    ...(content.blocks === undefined && content.text !== undefined ? rest : before),
    ...content,
    ...(by !== null && { edited: { user: by, ts: workspace.nextTs() } }),
  };
  workspace.record({ kind: 'changed', before, message });
  return message;
}

/** Takes a message away. One with replies leaves a mark, so that the thread stays. */
export function removeMessage({ workspace }: Pick<Core, 'workspace'>, message: StoredMessage): void {
  if (workspace.repliesTo(message.channel, message.ts).length === 0) workspace.record({ kind: 'deleted', message });
  else {
    const { blocks: _blocks, metadata: _metadata, files: _files, ...rest } = message;
    const marked = { ...rest, text: 'This message was deleted.', subtype: 'tombstone' as const };
    workspace.record({ kind: 'changed', before: message, message: marked });
  }
}
