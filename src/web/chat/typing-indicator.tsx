import { words } from './words.js';

interface TypingIndicatorProps {
  readonly typing: boolean;
  readonly person: string | undefined;
}

/** Three quiet dots while an answer is being written, and the same in words for those who listen. */
export function TypingIndicator({ typing, person }: TypingIndicatorProps) {
  return (
    <div role="status">
      {typing && (
        <p class="typing">
          <span class="visually-hidden">{person ? words.personTyping(person) : words.typing}</span>
          <i />
          <i />
          <i />
        </p>
      )}
    </div>
  );
}
