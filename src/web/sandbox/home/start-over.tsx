import { useRef, useState } from 'preact/hooks';
import { startOver } from './wire.js';

/** Back to today with a fresh demo, once it was confirmed. */
export function StartOver() {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isGoing, setGoing] = useState(false);
  async function go() {
    setGoing(true);
    await startOver().catch(() => undefined);
  }
  return (
    <>
      <button type="button" class="deed quiet" disabled={isGoing} onClick={() => dialog.current?.showModal()}>
        {isGoing ? 'Starting over …' : 'Start over'}
      </button>
      <dialog ref={dialog} aria-labelledby="start-over">
        <h2 id="start-over">Back to today, with a fresh demo?</h2>
        <p>
          Everything said and done here is thrown away: chats, texts, mails, Slack. A fresh shop opens in some seconds.
          If other copies of the desk run on this database, stop them first.
        </p>
        <form method="dialog" class="buttons choice">
          <button type="submit" class="deed">
            Keep it
          </button>
          <button type="submit" class="deed main" onClick={go}>
            Start over
          </button>
        </form>
      </dialog>
    </>
  );
}
