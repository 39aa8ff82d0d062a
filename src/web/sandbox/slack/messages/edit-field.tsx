import { useState } from 'preact/hooks';
import { personIn, useHouse } from '../house.js';
import { decode } from '../mrkdwn/parse-mrkdwn.js';
import type { Message, Snapshot } from '../wire.js';

/** One's own message, open for editing. Enter saves, Escape leaves it as it was. */
export function EditField({ message, onDone }: { readonly message: Message; readonly onDone: () => void }) {
  const { seen, act } = useHouse();
  const [text, setText] = useState(() => asTyped(message.text, seen));

  async function save(): Promise<void> {
    const { channel, ts } = message;
    if (text.trim() !== '') await act({ kind: 'edit', channel, ts, text });
    onDone();
  }

  return (
    <form
      class="edit-field"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        aria-label="Edit message"
        value={text}
        rows={Math.min(8, text.split('\n').length)}
        ref={(field) => field?.focus()}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            void save();
          }
        }}
      />
      <div class="edit-buttons">
        <button type="button" class="button" onClick={onDone}>
          Cancel
        </button>
        <button type="submit" class="button" data-style="primary">
          Save
        </button>
      </div>
    </form>
  );
}

/** A message as its author would type it: codes as names. */
function asTyped(text: string, seen: Snapshot): string {
  const named = text
    .replace(/<@(\w+)>/g, (_code, id: string) => `@${personIn(seen, id).name}`)
    .replace(/<#\w+\|([^>]+)>/g, (_code, name: string) => `#${name}`)
    .replace(/<!subteam\^(\w+)>/g, (_code, id: string) => `@${seen.groups.find((group) => group.id === id)?.handle}`)
    .replace(/<!(here|channel|everyone)>/g, '@$1')
    .replace(/<(https?:[^>|]+)>/g, '$1');
  return decode(named);
}
