import { useCallback, useRef, useState } from 'preact/hooks';
import { useLooks } from '../use-looks.js';
import { look, type Seen } from './wire.js';

export interface WorldView {
  readonly seen: Seen | null;
  readonly isReachable: boolean;
  /** Looks now, not only at the next turn. */
  look(): Promise<void>;
}

/** The demo, looked at again and again while the page is seen. When it was begun afresh, so is the page. */
export function useWorld(): WorldView {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [isReachable, setReachable] = useState(true);
  const run = useRef<string | null>(null);

  const lookNow = useCallback(async () => {
    try {
      const next = await look();
      if (run.current !== null && run.current !== next.run) return begin();
      run.current = next.run;
      setSeen(next);
      setReachable(true);
    } catch {
      setReachable(false);
    }
  }, []);

  useLooks(lookNow);

  return { seen, isReachable, look: lookNow };
}

/** The stand-ins remember who they were in this browser; in a fresh demo nobody knows them. */
function begin(): void {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {
    // storage is switched off, so there is nothing to forget
  }
  location.reload();
}
