import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Deed, News, Result, Snapshot } from './wire.js';
import { withNews } from './with-news.js';

export interface Workspace {
  /** What the person who acts sees; null until it has come. */
  readonly seen: Snapshot | null;
  readonly isConnected: boolean;
  readonly act: (deed: Deed) => Promise<Result>;
  /** Brings a file and returns its id. */
  readonly upload: (file: File) => Promise<string>;
}

const BASE = '/sandbox/slack/ui';

/** This tab's name for the server: a modal opens in the tab that asked for it. */
function clientId(): string {
  const kept = sessionStorage.getItem('sandbox-slack-tab') ?? makeTabId();
  sessionStorage.setItem('sandbox-slack-tab', kept);
  return kept;
}

// crypto.randomUUID is there only on localhost and https
const makeTabId = (): string =>
  `tab-${[...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** The workspace as `me` sees it, kept up to date. */
export function useWorkspace(me: string): Workspace {
  const [seen, setSeen] = useState<Snapshot | null>(null);
  const [isConnected, setConnected] = useState(true);
  const client = useMemo(clientId, []);
  const who = `as=${me}&client=${client}`;

  useEffect(() => {
    setSeen(null);
    const stream = new EventSource(`${BASE}/stream?${who}`);
    stream.onmessage = ({ data }) => {
      setConnected(true);
      const news = JSON.parse(data) as News;
      setSeen((before) => withNews(before, news));
    };
    stream.onerror = () => setConnected(false);
    return () => stream.close();
  }, [who]);

  return {
    seen: seen?.me === me ? seen : null,
    isConnected,
    async act(deed) {
      try {
        const response = await fetch(`${BASE}/do`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ as: me, client, deed }),
        });
        return (await response.json()) as Result;
      } catch {
        return { kind: 'failed', code: 'no_connection' };
      }
    },
    async upload(file) {
      const response = await fetch(`${BASE}/upload?${who}&name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        body: file,
      });
      const { id } = (await response.json()) as { id?: string };
      if (id === undefined) throw new Error('The file was not taken.');
      return id;
    },
  };
}
