import type { ComponentChildren } from 'preact';
import { personIn, useHouse } from '../house.js';
import type { Conversation, Snapshot } from '../wire.js';
import { Avatar } from './avatar.jsx';
import { HashIcon, LockIcon } from './icons.jsx';

interface SidebarProps {
  readonly open: string;
  readonly unread: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
}

/** The workspace's channels, direct messages and app. */
export function Sidebar({ open, unread, onOpen }: SidebarProps) {
  const { seen, act } = useHouse();
  const channels = seen.conversations.filter(({ kind }) => kind === 'public' || kind === 'private');
  const others = seen.people.filter(({ id, isBot }) => !isBot && id !== seen.me);
  const groups = seen.conversations.filter(({ kind }) => kind === 'mpim');
  const { app } = seen;

  async function openDirect(user: string): Promise<void> {
    const there = directWith(seen, user);
    if (there) return onOpen(there.id);
    const result = await act({ kind: 'open-direct', user });
    if (result.kind === 'opened') onOpen(result.channel);
  }

  return (
    <nav class="sidebar" aria-label="Workspace">
      <p class="team">{seen.team}</p>
      <h2>Channels</h2>
      <ul>
        {channels.map(({ id, kind, name }) => (
          <Item key={id} isOpen={open === id} isUnread={unread.has(id)} onOpen={() => onOpen(id)}>
            {kind === 'private' ? <LockIcon /> : <HashIcon />}
            <span class="item-name">{name}</span>
          </Item>
        ))}
      </ul>
      <h2>Direct messages</h2>
      <ul>
        {groups.map((group) => (
          <Item
            key={group.id}
            isOpen={open === group.id}
            isUnread={unread.has(group.id)}
            onOpen={() => onOpen(group.id)}
          >
            <span class="count">{group.members.length}</span>
            <span class="item-name">{conversationName(group, seen)}</span>
          </Item>
        ))}
        {others.map((person) => {
          const there = directWith(seen, person.id);
          return (
            <Item
              key={person.id}
              isOpen={there?.id === open}
              isUnread={there !== undefined && unread.has(there.id)}
              onOpen={() => void openDirect(person.id)}
            >
              <Avatar person={person} size="small" />
              <span class="item-name">{person.name}</span>
            </Item>
          );
        })}
      </ul>
      <h2>Apps</h2>
      <ul>
        <Item
          isOpen={open === 'home' || open === app.conversation}
          isUnread={unread.has(app.conversation)}
          onOpen={() => onOpen(unread.has(app.conversation) ? app.conversation : 'home')}
        >
          <Avatar person={personIn(seen, app.user)} size="small" />
          <span class="item-name">{app.name}</span>
        </Item>
      </ul>
    </nav>
  );
}

interface ItemProps {
  readonly isOpen: boolean;
  readonly isUnread: boolean;
  readonly onOpen: () => void;
  readonly children: ComponentChildren;
}

const Item = ({ isOpen, isUnread, onOpen, children }: ItemProps) => (
  <li>
    <button
      type="button"
      class="item"
      aria-current={isOpen ? 'page' : undefined}
      data-unread={isUnread}
      onClick={onOpen}
    >
      {children}
      {isUnread && (
        <span class="dot">
          <span class="visually-hidden">unread</span>
        </span>
      )}
    </button>
  </li>
);

const directWith = (seen: Snapshot, user: string): Conversation | undefined =>
  seen.conversations.find(({ kind, members }) => kind === 'im' && members.includes(user) && members.includes(seen.me));

/** What a conversation is called by the person who looks at it. */
export function conversationName({ kind, name, members }: Conversation, seen: Snapshot): string {
  if (kind === 'public' || kind === 'private') return name;
  const others = members.filter((id) => id !== seen.me);
  return others.map((id) => personIn(seen, id).name).join(', ');
}
