import { useState } from 'preact/hooks';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who do not see it beside the button. */
  readonly label: string;
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const [state, setState] = useState<'Copy' | 'Copied' | 'Not allowed'>('Copy');

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setState('Copied');
    } catch {
      setState('Not allowed'); // pages without TLS have no clipboard
    }
  }

  return (
    <button type="button" class="copy" onClick={() => void copy()} onBlur={() => setState('Copy')}>
      <span aria-live="polite">{state}</span>
      <span class="visually-hidden"> {label}</span>
    </button>
  );
}
