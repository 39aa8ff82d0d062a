import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface MenuProps {
  readonly label: string;
  readonly button: ComponentChildren;
  readonly buttonClass: string;
  readonly side?: 'left' | 'right';
  readonly children: ComponentChildren;
}

/** A button with a short list behind it. Arrow keys walk the list, Escape and a press elsewhere close it. */
export function Menu({ label, button, buttonClass, side = 'left', children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const items = () => [...(box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];

  function close(): void {
    setOpen(false);
    box.current?.querySelector('button')?.focus();
  }

  useEffect(() => {
    const element = box.current;
    if (!isOpen || !element) return;
    items()[0]?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        event.preventDefault();
        close();
      }
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      event.preventDefault();
      const all = items();
      const at = all.indexOf(document.activeElement as HTMLElement);
      all[(at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]?.focus();
    };
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('[role^=menuitem]')) close();
    };
    element.addEventListener('keydown', onKeyDown);
    element.addEventListener('click', onClick);
    return () => {
      element.removeEventListener('keydown', onKeyDown);
      element.removeEventListener('click', onClick);
    };
  }, [isOpen]);

  return (
    <div
      ref={box}
      class="menu"
      data-open={isOpen}
      onFocusOut={(event) => {
        const next = event.relatedTarget as Node | null;
        if (next !== null && !box.current?.contains(next)) setOpen(false);
      }}
    >
      <button
        type="button"
        class={buttonClass}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <>
          <button type="button" class="menu-away" tabIndex={-1} aria-label="Close the menu" onClick={close} />
          <div role="menu" class="menu-list" data-side={side} aria-label={label}>
            {children}
          </div>
        </>
      )}
    </div>
  );
}
