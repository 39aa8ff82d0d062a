import { useEffect } from 'preact/hooks';

const LOOK_EVERY_MS = 700;

/** Looks at once, and again and again while the page is seen, one look after the other. */
export function useLooks(look: () => Promise<void>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const again = async () => {
      if (!document.hidden) await look();
      if (!isOver) timer = setTimeout(again, LOOK_EVERY_MS);
    };
    void again();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [look]);
}
