import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { SessionView } from './chat-session.js';
import { MessageGroupView } from './message-group.jsx';
import { dayText, groupMessages } from './message-groups.js';
import { words } from './words.js';

interface MessageListProps {
  readonly view: SessionView;
  readonly onRetry: (key: string) => void;
  readonly children: ComponentChildren;
}

const nearBottomPixels = 60;

/** What was said, oldest first. Follows the newest message unless the reader has scrolled up to read. */
export function MessageList({ view, onRetry, children }: MessageListProps) {
  const { log, replaying, beganAnew } = view;
  const scroller = useRef<HTMLElement>(null);
  const follows = useRef(true);
  const [hasNew, setHasNew] = useState(false);
  const entries = [...log.settled, ...log.pending];
  const lastOwn = entries.findLast((entry) => entry.kind === 'own');

  function toBottom(): void {
    const element = scroller.current;
    if (element) element.scrollTop = element.scrollHeight;
    follows.current = true;
    setHasNew(false);
  }

  useLayoutEffect(toBottom, [log.pending.length]);
  useLayoutEffect(() => {
    if (follows.current) toBottom();
    else setHasNew(true);
  }, [log.settled.length]);
  useLayoutEffect(() => {
    if (follows.current) toBottom();
  }, [log.typing]);
  useEffect(() => {
    if (!scroller.current) return;
    scroller.current.tabIndex = 0; // so that arrow keys scroll it where browsers do not allow that by themselves
    const observer = new ResizeObserver(() => {
      if (follows.current) toBottom();
    });
    observer.observe(scroller.current);
    for (const child of scroller.current.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);

  function onScroll(): void {
    const element = scroller.current;
    if (!element) return;
    follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearBottomPixels;
    if (follows.current) setHasNew(false);
  }

  return (
    <main class="messages">
      <section class="scroller" ref={scroller} onScroll={onScroll} aria-label={words.conversation}>
        <div role="log" aria-live={replaying ? 'off' : 'polite'} aria-busy={view.connection === 'starting'}>
          {beganAnew && <p class="notice">{words.beganAnew}</p>}
          {groupMessages(entries).map(({ day, groups }) => (
            <section key={day} class="day">
              <h2 class="day-name">{dayText(day, Date.now())}</h2>
              {groups.map((group) => (
                <MessageGroupView key={group.key} group={group} stateOf={lastOwn?.key} onRetry={onRetry} />
              ))}
            </section>
          ))}
        </div>
        <div>{children}</div>
      </section>
      {hasNew && (
        <button type="button" class="new-messages" onClick={toBottom}>
          {words.newMessages} <span aria-hidden="true">↓</span>
        </button>
      )}
    </main>
  );
}
