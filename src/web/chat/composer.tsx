import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { words } from './words.js';

interface ComposerProps {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onSend: (text: string) => void;
}

const limit = 2000;
const countdownFrom = 200;

/** Where the shopper writes. Enter sends, Shift+Enter begins a new line; what is too long is kept and said, not cut. */
export function Composer({ field, onSend }: ComposerProps) {
  const [text, setText] = useState('');
  const left = limit - text.length;
  const sendable = text.trim() !== '' && left >= 0;

  function send(): void {
    if (!sendable) return;
    onSend(text.trim());
    setText('');
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      class="composer"
      aria-label={words.writing}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {left < countdownFrom && (
        <p id="letters-left" class="letters-left" data-over={left < 0}>
          {left < 0 ? words.tooLong(-left) : words.charactersLeft(left)}
        </p>
      )}
      <div class="composer-field" data-text={`${text}\n`}>
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={words.placeholder}
          aria-label={words.yourMessage}
          aria-invalid={left < 0}
          aria-describedby={left < countdownFrom ? 'letters-left' : undefined}
          enterkeyhint="send"
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <button type="submit" class="send" aria-label={words.send} aria-disabled={!sendable}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 19V5M6 11l6-6 6 6" />
        </svg>
      </button>
    </form>
  );
}
