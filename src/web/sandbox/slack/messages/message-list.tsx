import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { SCROLLS } from '../../scrolls.js';
import type { Message } from '../wire.js';
import { dayText } from '../words.js';
import { groupMessages } from './message-groups.js';
import { MessageRow } from './message-row.jsx';

interface MessageListProps {
  readonly messages: readonly Message[];
  /** All of the conversation, for counting replies; null inside a thread. */
  readonly all: readonly Message[] | null;
  readonly label: string;
  readonly children?: ComponentChildren;
}

/** Messages under their days. */
export const Messages = ({ messages, all }: Pick<MessageListProps, 'messages' | 'all'>) => (
  <>
    {groupMessages(messages).map(({ message, startsDay, isContinued }) => (
      <div key={message.ts}>
        {startsDay && all && (
          <p class="day">
            <span>{dayText(message.ts)}</span>
          </p>
        )}
        <MessageRow message={message} isContinued={isContinued} all={all} />
      </div>
    ))}
  </>
);

const NEAR_END = 80;

/** Messages, the newest at the end and in sight unless the reader has scrolled up. */
export function MessageList({ messages, all, label, children }: MessageListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  const newest = messages.at(-1);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const toEnd = () => {
      if (follows.current) element.scrollTop = element.scrollHeight;
    };
    toEnd();
    const observer = new ResizeObserver(toEnd);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [newest?.ts]);

  return (
    <div
      ref={scroller}
      class="message-list"
      {...SCROLLS}
      role="log"
      aria-label={label}
      onScroll={({ currentTarget: { scrollHeight, clientHeight, scrollTop } }) => {
        follows.current = scrollHeight - clientHeight - scrollTop < NEAR_END;
      }}
    >
      <div class="message-list-inner">
        {children}
        <Messages messages={messages} all={all} />
      </div>
    </div>
  );
}
