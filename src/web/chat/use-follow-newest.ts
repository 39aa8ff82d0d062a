import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Said {
  /** How many messages the shopper has written, sent or not. */
  readonly own: number;
  /** How many messages came from the shop's side; each is drawn in an element of class `desk`. */
  readonly desk: number;
  readonly typing: boolean;
  readonly replaying: boolean;
}

const nearBottomPixels = 60;
const headroomPixels = 36;

/**
 * Keeps the newest message in sight while the reader is at the end, and leaves a reader who has scrolled up alone. What
 * is taller than the window is shown from its beginning. `hasNew`: something unread lies below.
 */
export function useFollowNewest(scroller: RefObject<HTMLElement | null>, said: Said) {
  const follows = useRef(true);
  const shownDesk = useRef(0);
  const [hasNew, setHasNew] = useState(false);

  function scrollTo(top: number): void {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = top;
    follows.current = element.scrollHeight - element.clientHeight - element.scrollTop < nearBottomPixels;
    setHasNew(!follows.current);
  }

  function toBottom(): void {
    scrollTo(scroller.current?.scrollHeight ?? 0);
  }

  useLayoutEffect(toBottom, [said.own]);

  useLayoutEffect(() => {
    const first = scroller.current?.querySelectorAll<HTMLElement>('.desk')[shownDesk.current];
    const isFirstLook = shownDesk.current === 0 || said.replaying;
    shownDesk.current = said.desk;
    if (!first) return;
    if (isFirstLook) toBottom();
    else if (follows.current) scrollTo(first.offsetTop - headroomPixels);
    else setHasNew(true);
  }, [said.desk]);

  useLayoutEffect(() => {
    if (follows.current) toBottom();
  }, [said.typing]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.tabIndex = 0; // so that arrow keys scroll it where browsers do not allow that by themselves
    const observer = new ResizeObserver(() => {
      if (follows.current) toBottom();
    });
    const onScroll = () => {
      follows.current = element.scrollHeight - element.clientHeight - element.scrollTop < nearBottomPixels;
      if (follows.current) setHasNew(false);
    };
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, []);

  return { hasNew, toBottom };
}
