import { homeView } from '../callbacks/interactions.js';
import type { Seat } from '../callbacks/triggers.js';
import type { Core } from '../core.js';
import type { StoredMessage } from '../state/records.js';
import { APP, appConversation, BOTS, PEOPLE, TEAM, USER_GROUPS } from '../state/seed.js';
import type { Workspace } from '../state/workspace.js';
import type { NamedView } from '../wire/wire-view.js';

/** A page shows this many of the newest messages of a conversation, and every reply under them. */
const MOST_MESSAGES = 300;

/** Everything one person sees in one tab. */
export function snapshotFor(core: Core, { user, client }: Seat) {
  const { workspace } = core;
  const conversations = workspace.conversationsOf(user);
  const home = homeView(core, user);
  return {
    me: user,
    team: TEAM.name,
    app: { user: APP.userId, name: APP.name, conversation: appConversation(user).id },
    people: [...PEOPLE, ...BOTS].map(({ id, name, title, isBot }) => ({ id, name, title, isBot })),
    groups: USER_GROUPS.map(({ id, handle }) => ({ id, handle })),
    conversations,
    messages: Object.fromEntries(
      conversations.map(({ id }) => {
        const visible = workspace.messagesIn(id).filter((message) => isVisible(message, user));
        return [id, visible.slice(-MOST_MESSAGES).map((message) => pageMessage(workspace, message))];
      }),
    ),
    home: home ? pageView(home) : null,
    stack: core.views.stackOf(client).map(pageView),
    commands: core.commands,
    shortcuts: core.shortcuts,
    knobs: core.knobs,
    waitingEvents: workspace.waitingEvents.size,
  };
}

export const isVisible = ({ onlyFor }: StoredMessage, user: string): boolean =>
  onlyFor === undefined || onlyFor === user;

export function pageMessage(workspace: Workspace, message: StoredMessage) {
  const { metadata: _metadata, files = [], onlyFor, edited, ...rest } = message;
  return {
    ...rest,
    isPrivate: onlyFor !== undefined,
    isEdited: edited !== undefined,
    files: files.flatMap((id) => {
      const file = workspace.files.get(id);
      if (!file) return [];
      const url = `/sandbox/slack/files/${file.id}/${encodeURIComponent(file.name)}`;
      return [{ id, name: file.title, size: file.size, url, isPicture: file.mimetype.startsWith('image/') }];
    }),
  };
}

export const pageView = ({ id, hash, content }: NamedView) => ({ id, hash, ...content });
