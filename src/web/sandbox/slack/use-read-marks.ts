import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from './wire.js';

const KEY = 'sandbox-slack-read';

function kept(): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

/** Which conversations hold something the person has not looked at. What is `open` counts as looked at. */
export function useUnread(seen: Snapshot | null, open: string): ReadonlySet<string> {
  const [marks, setMarks] = useState(kept);
  const newest = seen?.messages[open]?.at(-1)?.ts;
  useEffect(() => {
    if (!seen || newest === undefined) return;
    const all = { ...kept(), [`${seen.me}/${open}`]: newest };
    localStorage.setItem(KEY, JSON.stringify(all));
    setMarks(all);
  }, [seen?.me, open, newest]);
  const unread = (seen?.conversations ?? []).filter(({ id }) => {
    const last = seen?.messages[id]?.filter(({ user }) => user !== seen.me).at(-1)?.ts;
    return id !== open && last !== undefined && Number(last) > Number(marks[`${seen?.me}/${id}`] ?? 0);
  });
  return new Set(unread.map(({ id }) => id));
}
