import type { RefObject } from 'preact';
import { words } from './words.js';

interface ChatHeaderProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly shopName: string | undefined;
  readonly person: string | undefined;
  readonly onAskForPerson: () => void;
  readonly onClose: (() => void) | undefined;
}

/** Whose chat this is, and plainly whether a machine or a person answers. */
export function ChatHeader({ heading, shopName, person, onAskForPerson, onClose }: ChatHeaderProps) {
  return (
    <header class="chat-header">
      <div class="chat-title">
        <svg class="chat-mark" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 3l8 4.2v9.6L12 21l-8-4.2V7.2zM4.3 7.4L12 11.6l7.7-4.2M12 11.6V21M8 5.2l7.8 4.2" />
        </svg>
        <h1 ref={heading} tabIndex={-1}>
          {shopName ?? words.orderHelp}
          {shopName && <small>{words.orderHelp}</small>}
        </h1>
        {onClose && (
          <button type="button" class="icon-button" aria-label={words.close} onClick={onClose}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="M6 6l12 12M18 6L6 18" />
            </svg>
          </button>
        )}
      </div>
      <div class="chat-disclosure">
        <p role="status">
          <span class="chat-who" data-person={person !== undefined} />
          {person ? words.personAnswers(person) : words.automated}
        </p>
        {!person && (
          <button type="button" class="link-button" onClick={onAskForPerson}>
            {words.talkToPerson}
          </button>
        )}
      </div>
    </header>
  );
}
