import { HashIcon, LockIcon } from '../frame/icons.jsx';
import { conversationName } from '../frame/sidebar.jsx';
import { useHouse } from '../house.js';
import type { Conversation } from '../wire.js';
import { Composer } from './composer.jsx';
import { inChannel } from './message-groups.js';
import { MessageList } from './message-list.jsx';

/** A conversation: its name, its messages, where one writes. */
export function ChannelPane({ conversation }: { readonly conversation: Conversation }) {
  const { seen } = useHouse();
  const name = conversationName(conversation, seen);
  const isChannel = conversation.kind === 'public' || conversation.kind === 'private';
  const title = isChannel ? `#${name}` : name;
  return (
    <section class="channel-pane" aria-label={title}>
      <header class="pane-header">
        <h1>
          {isChannel && (conversation.kind === 'private' ? <LockIcon /> : <HashIcon />)}
          {name}
        </h1>
        <p class="topic">{conversation.topic}</p>
        {isChannel && <p class="member-count">{conversation.members.length} members</p>}
      </header>
      <Conversing conversation={conversation} title={title} />
    </section>
  );
}

/** The messages of a conversation and where one writes. */
export function Conversing({ conversation, title }: { readonly conversation: Conversation; readonly title: string }) {
  const { seen } = useHouse();
  const all = seen.messages[conversation.id] ?? [];
  return (
    <>
      <MessageList key={conversation.id} messages={inChannel(all)} all={all} label={`Messages in ${title}`}>
        <div class="beginning">
          <h2>{title}</h2>
          <p>
            {conversation.topic === ''
              ? `This is the very beginning of your messages with ${title}.`
              : `This is the very beginning of ${title}: ${conversation.topic.toLowerCase()}.`}
          </p>
        </div>
      </MessageList>
      <Composer key={`composer-${conversation.id}`} channel={conversation.id} placeholder={`Message ${title}`} />
    </>
  );
}
