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

interface Following {
  readonly below: 'nothing' | 'more' | 'new';
  readonly toBottom: () => void;
}

const nearBottomPixels = 60;
const headroomPixels = 36;

/**
 * Keeps the newest message in sight while the reader is at the end, and leaves a reader who has scrolled up alone. What
 * is taller than the window is shown from its beginning. `below`: what lies under the edge, the rest of a reply whose
 * beginning is in sight (`more`) or messages that came while the reader was elsewhere (`new`).
 */
export function useFollowNewest(scroller: RefObject<HTMLElement | null>, said: Said): Following {
  const follows = useRef(true);
  const shownDesk = useRef(0);
  const [below, setBelow] = useState<Following['below']>('nothing');

  function scrollTo(top: number): void {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = top;
    follows.current = isNearBottom(element);
    setBelow(follows.current ? 'nothing' : 'more');
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
    else setBelow('new');
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
      follows.current = isNearBottom(element);
      if (follows.current) setBelow('nothing');
    };
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, []);

  return { below, toBottom };
}

function isNearBottom({ scrollHeight, clientHeight, scrollTop }: HTMLElement): boolean {
  return scrollHeight - clientHeight - scrollTop < nearBottomPixels;
}
