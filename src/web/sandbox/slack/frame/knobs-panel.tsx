import { useLayoutEffect, useRef } from 'preact/hooks';
import { useHouse } from '../house.js';
import type { Knobs } from '../wire.js';
import { CloseIcon } from './icons.jsx';

const SWITCHES = [
  ['deliverTwice', 'Deliver every event twice', 'Slack may do so. Nothing should happen twice.'],
  ['dropAcknowledgements', 'Lose acknowledgements', 'The app answers, Slack does not hear it and sends again.'],
  ['down', 'Slack is down', 'No call is answered, nothing is delivered.'],
] as const;
const METHODS = ['chat.postMessage', 'chat.update', 'chat.postEphemeral', 'views.open', 'views.publish'];

/** What can be made to go wrong, to see what the app does then. */
export function KnobsPanel({ onClose }: { readonly onClose: () => void }) {
  const { seen, act, tell } = useHouse();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const { knobs, waitingEvents } = seen;
  const set = (change: Partial<Knobs>) => void act({ kind: 'set-knobs', knobs: { ...knobs, ...change } });
  const limit = (change: Partial<Knobs['rateLimit']>) => set({ rateLimit: { ...knobs.rateLimit, ...change } });
  return (
    <dialog
      ref={dialog}
      class="modal knobs"
      aria-label="Knobs"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2>Make something go wrong</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
          <CloseIcon />
        </button>
      </header>
      <div class="modal-body">
        {SWITCHES.map(([key, title, meaning]) => (
          <label key={key} class="switch">
            <input type="checkbox" checked={knobs[key]} onChange={() => set({ [key]: !knobs[key] })} />
            <span>
              {title}
              <small>{meaning}</small>
            </span>
          </label>
        ))}
        <fieldset>
          <legend>Refuse the next calls, with Retry-After</legend>
          <label>
            Method
            <select value={knobs.rateLimit.method} onChange={(event) => limit({ method: event.currentTarget.value })}>
              {METHODS.map((method) => (
                <option key={method}>{method}</option>
              ))}
            </select>
          </label>
          <label>
            Calls
            <input
              type="number"
              min={0}
              max={1_000}
              value={knobs.rateLimit.times}
              onChange={(event) => limit({ times: Math.max(0, Math.trunc(Number(event.currentTarget.value))) })}
            />
          </label>
          <label>
            Seconds
            <input
              type="number"
              min={1}
              max={600}
              value={knobs.rateLimit.retryAfterSeconds}
              onChange={(event) =>
                limit({ retryAfterSeconds: Math.max(1, Math.trunc(Number(event.currentTarget.value))) })
              }
            />
          </label>
        </fieldset>
        <p class="waiting-events">
          {waitingEvents === 0
            ? 'Every event was acknowledged.'
            : `${waitingEvents} ${waitingEvents === 1 ? 'event waits' : 'events wait'} to be acknowledged.`}
          {waitingEvents > 0 && (
            <button type="button" class="button" onClick={() => void act({ kind: 'send-waiting' })}>
              Send now
            </button>
          )}
        </p>
      </div>
      <footer>
        <button
          type="button"
          class="button"
          data-style="danger"
          onClick={async () => {
            await act({ kind: 'start-over' });
            tell('The workspace is as new.');
            onClose();
          }}
        >
          Empty the workspace
        </button>
      </footer>
    </dialog>
  );
}
