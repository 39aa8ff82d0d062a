import { useState } from 'preact/hooks';
import { type HandedIn, sendAnswer, sendBounce } from './wire.js';

interface AnswerMailProps {
  readonly id: number;
  /** Who got the mail and writes. */
  readonly as: string;
  readonly onSent: () => Promise<void>;
}

/** An answer to the desk's mail by whoever got it, or the report that nobody did. */
export function AnswerMail({ id, as, onSent }: AnswerMailProps) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [isSending, setSending] = useState(false);
  const [said, setSaid] = useState('');

  async function hand(sending: Promise<HandedIn>) {
    setSending(true);
    const sent = await sending;
    setSending(false);
    await onSent();
    if (sent && !sent.lost) {
      setText('');
      setOpen(false);
      location.hash = String(sent.id);
    } else setSaid('The desk did not take it. Try again in a moment.');
  }

  if (!isOpen)
    return (
      <footer class="answering">
        <div class="buttons">
          <button type="button" class="main" onClick={() => setOpen(true)}>
            Answer
          </button>
          <button type="button" disabled={isSending} onClick={() => hand(sendBounce(id))}>
            This address does not exist
          </button>
        </div>
        <p class="trouble" role="status">
          {said}
        </p>
      </footer>
    );
  return (
    <form
      class="answering"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !isSending) void hand(sendAnswer(id, text));
      }}
    >
      <label for="answer">Answer as {as}</label>
      <textarea
        id="answer"
        rows={4}
        value={text}
        // whoever pressed Answer wants to write
        ref={(field) => field?.focus({ preventScroll: true })}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="buttons">
        <button type="submit" class="main" disabled={text.trim() === '' || isSending}>
          {isSending ? 'Sending …' : 'Send'}
        </button>
        <button type="button" onClick={() => setOpen(false)}>
          Not now
        </button>
      </div>
      <p class="trouble" role="status">
        {said}
      </p>
    </form>
  );
}
