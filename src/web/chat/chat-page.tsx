import { useEffect, useRef } from 'preact/hooks';
import { ChatHeader } from './chat-header.jsx';
import { Composer } from './composer.jsx';
import { ConnectionBanner } from './connection-banner.jsx';
import { newestDeskMessage, openQuickReplies } from './conversation-log.js';
import { MessageList } from './message-list.jsx';
import { QuickReplies } from './quick-replies.jsx';
import { TypingIndicator } from './typing-indicator.jsx';
import { useChat } from './use-chat.js';
import { words } from './words.js';

/** The whole chat: who answers, what was said, what may be said next. */
export function ChatPage() {
  const chat = useChat();
  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const focusCount = chat?.focusCount ?? 0;
  const close = chat?.close;

  useEffect(() => {
    if (focusCount === 0) return;
    // On a phone, focus in the field would cover half the chat with the keyboard.
    const place = matchMedia('(pointer: coarse)').matches ? heading : field;
    place.current?.focus();
  }, [focusCount]);

  useEffect(() => {
    if (!close) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing) close();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [close]);

  if (!chat) return <p class="loading">{words.loading}</p>;
  const { session, view, shopName } = chat;
  const newest = newestDeskMessage(view.log);
  const person = newest?.author === 'person' ? (newest.personName ?? words.aPerson) : undefined;

  function say(text: string): void {
    session.say(text);
    field.current?.focus({ preventScroll: true });
  }

  return (
    <div class="chat">
      <ChatHeader
        heading={heading}
        shopName={shopName}
        person={person}
        onAskForPerson={() => session.say(words.askForPerson)}
        onClose={close}
      />
      <ConnectionBanner connection={view.connection} onContinueHere={() => session.connect()} />
      <MessageList view={view} onRetry={(key) => session.retry(key)}>
        <TypingIndicator typing={view.log.typing} person={person} />
        <QuickReplies
          replies={openQuickReplies(view.log).replies}
          onChoose={(reply) => {
            session.choose(reply);
            field.current?.focus({ preventScroll: true });
          }}
        />
      </MessageList>
      <Composer field={field} onSend={say} />
    </div>
  );
}
