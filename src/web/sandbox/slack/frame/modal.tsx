import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { BlockList } from '../blocks/block-list.jsx';
import { fieldFault } from '../blocks/initial-value.js';
import { SurfaceContext, useNewSurface } from '../blocks/surface.js';
import { personIn, useHouse } from '../house.js';
import type { View } from '../wire.js';
import { IN_A_MODAL } from '../words.js';
import { Avatar } from './avatar.jsx';
import { CloseIcon } from './icons.jsx';

/** The modals of this tab: the one on top is seen, those below keep what was filled in. */
export function Modals({ stack }: { readonly stack: readonly View[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const { act } = useHouse();
  const isOpen = stack.length > 0;
  useLayoutEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-label={stack.at(-1)?.title?.text}
      onCancel={(event) => {
        event.preventDefault();
        void act({ kind: 'close-view', which: 'top' });
      }}
    >
      {stack.map((view, index) => (
        <div key={view.id} hidden={index < stack.length - 1}>
          <Modal view={view} isDeep={stack.length > 1} />
        </div>
      ))}
    </dialog>
  );
}

function Modal({ view, isDeep }: { readonly view: View; readonly isDeep: boolean }) {
  const { seen, act } = useHouse();
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState(false);
  const [isSubmitting, setSubmitting] = useState(false);
  const { surface, values } = useNewSurface({ kind: 'view', viewId: view.id }, view.blocks, errors);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => setErrors({}), [view.hash]);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-wrong=true] :is(input, textarea, select)')?.focus();
  }, [errors]);

  async function submit(): Promise<void> {
    const faults = view.blocks.flatMap((block) => {
      if (block.type !== 'input' || !block.element) return [];
      const fault = fieldFault(block.element, surface.heldIn(block.block_id, block.element), block.optional === true);
      return fault === null ? [] : [[block.block_id, fault] as const];
    });
    setTrouble(false);
    setErrors(Object.fromEntries(faults));
    if (faults.length > 0) return;
    setSubmitting(true);
    const result = await act({ kind: 'submit', viewId: view.id, values });
    setSubmitting(false);
    if (result.kind === 'errors') setErrors(result.errors);
    if (result.kind === 'failed') setTrouble(true);
  }

  const close = (which: 'top' | 'all') => void act({ kind: 'close-view', which });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <header>
        <Avatar person={personIn(seen, seen.app.user)} size="small" />
        <h2>{view.title?.text}</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={() => close('all')}>
          <CloseIcon />
        </button>
      </header>
      <div class="modal-body">
        {trouble && (
          <p class="trouble" role="alert">
            {IN_A_MODAL}
          </p>
        )}
        <SurfaceContext.Provider value={surface}>
          <BlockList blocks={view.blocks} />
        </SurfaceContext.Provider>
      </div>
      <footer>
        <button type="button" class="button" onClick={() => close('top')}>
          {view.close?.text ?? (isDeep ? 'Back' : 'Close')}
        </button>
        {view.submit && (
          <button type="submit" class="button" data-style="primary" data-busy={isSubmitting} disabled={isSubmitting}>
            {view.submit.text}
          </button>
        )}
      </footer>
    </form>
  );
}
