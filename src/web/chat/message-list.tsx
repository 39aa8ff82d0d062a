import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { SessionView } from './chat-session.js';
import { MessageGroupView } from './message-group.jsx';
import { dayText, groupMessages } from './message-groups.js';
import { useFollowNewest } from './use-follow-newest.js';
import { words } from './words.js';

interface MessageListProps {
  readonly view: SessionView;
  readonly onRetry: (key: string) => void;
  readonly children: ComponentChildren;
}

/** What was said, oldest first, by day and by author; what may be said next comes as children. */
export function MessageList({ view, onRetry, children }: MessageListProps) {
  const { log, connection, replaying, beganAnew } = view;
  const scroller = useRef<HTMLElement>(null);
  const entries = [...log.settled, ...log.pending];
  const own = entries.filter((entry) => entry.kind === 'own');
  const { below, toBottom } = useFollowNewest(scroller, {
    own: own.length,
    desk: entries.length - own.length,
    typing: log.typing,
    replaying,
  });

  // Both buttons vanish when pressed; whoever uses the keyboard stays in the conversation.
  function goToNewest(): void {
    toBottom();
    scroller.current?.focus();
  }

  function retry(key: string): void {
    onRetry(key);
    scroller.current?.focus({ preventScroll: true });
  }

  return (
    <main class="messages">
      <section class="scroller" ref={scroller} aria-label={words.conversation}>
        <div role="log" aria-live={replaying ? 'off' : 'polite'} aria-busy={connection === 'starting'}>
          {beganAnew && <p class="notice">{words.beganAnew}</p>}
          {groupMessages(entries).map(({ day, groups }) => (
            <section key={day} class="day">
              <h2 class="day-name">{dayText(day, Date.now())}</h2>
              {groups.map((group) => (
                <MessageGroupView key={group.key} group={group} stateOf={own.at(-1)?.key} onRetry={retry} />
              ))}
            </section>
          ))}
        </div>
        <div>{children}</div>
      </section>
      {below !== 'nothing' && (
        <button type="button" class="below" data-new={below === 'new'} onClick={goToNewest}>
          {below === 'new' ? words.newMessages : words.more} <span aria-hidden="true">↓</span>
        </button>
      )}
    </main>
  );
}
