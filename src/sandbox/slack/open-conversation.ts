import type { Core } from './core.js';
import { SlackError } from './slack-error.js';
import { makeId } from './state/make-id.js';
import { type Conversation, personBy } from './state/seed.js';

/** The direct conversation of exactly these people, opened if there is none yet. Throws user_not_found. */
export function openConversation({ workspace }: Pick<Core, 'workspace'>, users: readonly string[]): Conversation {
  const members = [...new Set(users)].sort();
  if (members.some((id) => !personBy(id))) throw new SlackError('user_not_found');
  const isTheirs = ({ kind, members: there }: Conversation) =>
    (kind === 'im' || kind === 'mpim') && [...there].sort().join() === members.join();
  const there = [...workspace.conversations.values()].find(isTheirs);
  if (there) return there;
  const form = members.length > 2 ? 'mpim' : 'im';
  const id = makeId(form === 'im' ? 'D' : 'G');
  workspace.record({ kind: 'conversation', id, form, members });
  return workspace.conversationFor(members[0] ?? '', id);
}
