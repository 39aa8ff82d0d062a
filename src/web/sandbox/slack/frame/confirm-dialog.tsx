import { useLayoutEffect, useRef } from 'preact/hooks';
import { TextOf } from '../mrkdwn/mrkdwn.jsx';
import type { Confirm } from '../wire.js';

/** A question before something is done. */
export function ConfirmDialog({
  question,
  onAnswer,
}: {
  readonly question: Confirm;
  readonly onAnswer: (isYes: boolean) => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="modal confirm"
      aria-label={question.title.text}
      onCancel={(event) => {
        event.preventDefault();
        onAnswer(false);
      }}
    >
      <header>
        <h2>{question.title.text}</h2>
      </header>
      <div class="modal-body">
        <TextOf text={question.text} />
      </div>
      <footer>
        <button type="button" class="button" onClick={() => onAnswer(false)}>
          {question.deny.text}
        </button>
        <button type="button" class="button" data-style={question.style ?? 'primary'} onClick={() => onAnswer(true)}>
          {question.confirm.text}
        </button>
      </footer>
    </dialog>
  );
}
