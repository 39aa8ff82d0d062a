import { useEffect, useState } from 'preact/hooks';

/** Where in the workspace the page is: who acts, what is open, which thread beside it. Kept in the address. */
export interface Place {
  readonly me: string;
  /** A conversation's id, or `home` for the app's home. */
  readonly open: string;
  readonly thread: string | null;
}

const START: Place = { me: 'U01REP', open: 'C01BACK', thread: null };

/** A message's own address, `/archives/C01BACK/p1700000000000100`, opens its channel. */
function fromAddress(): Place {
  const [me, open, thread] = location.hash.replace(/^#\/?/, '').split('/');
  const named = /\/archives\/(\w+)/.exec(location.pathname)?.[1];
  return { me: me || START.me, open: open || named || START.open, thread: thread || null };
}

export function usePlace(): readonly [Place, (change: Partial<Place>) => void] {
  const [place, setPlace] = useState(fromAddress);
  useEffect(() => {
    const follow = () => setPlace(fromAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const go = (change: Partial<Place>) => {
    const { me, open, thread } = { ...fromAddress(), ...change };
    location.hash = `/${[me, open, ...(thread === null ? [] : [thread])].join('/')}`;
  };
  return [place, go];
}
