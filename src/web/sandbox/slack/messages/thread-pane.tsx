import { CloseIcon } from '../frame/icons.jsx';
import { conversationName } from '../frame/sidebar.jsx';
import { useHouse } from '../house.js';
import type { Conversation } from '../wire.js';
import { Composer } from './composer.jsx';
import { repliesTo } from './message-groups.js';
import { MessageList, Messages } from './message-list.jsx';

/** A thread beside its channel: the message, the replies, where one replies. */
export function ThreadPane({ conversation, ts }: { readonly conversation: Conversation; readonly ts: string }) {
  const { seen, go } = useHouse();
  const all = seen.messages[conversation.id] ?? [];
  const root = all.find((message) => message.ts === ts);
  if (!root) return null;
  const replies = repliesTo(all, ts);
  const name = conversationName(conversation, seen);
  const isChannel = conversation.name !== '';
  return (
    <aside
      class="thread-pane"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === 'Escape') go({ thread: null });
      }}
    >
      <header class="pane-header">
        <h2>Thread</h2>
        <p class="topic">{isChannel ? `#${name}` : name}</p>
        <button type="button" class="icon-button" aria-label="Close thread" onClick={() => go({ thread: null })}>
          <CloseIcon />
        </button>
      </header>
      <MessageList key={ts} messages={replies} all={null} label="Thread">
        <Messages messages={[root]} all={null} />
        {replies.length > 0 && (
          <p class="reply-count">
            {replies.length} {replies.length === 1 ? 'reply' : 'replies'}
          </p>
        )}
      </MessageList>
      <Composer
        key={`reply-${ts}`}
        channel={conversation.id}
        threadTs={ts}
        placeholder="Reply…"
        {...(isChannel && { alsoTo: name })}
      />
    </aside>
  );
}
