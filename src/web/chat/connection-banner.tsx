import { useEffect, useState } from 'preact/hooks';
import type { ConnectionState } from './connection.js';
import { words } from './words.js';

interface ConnectionBannerProps {
  readonly connection: ConnectionState;
  readonly onContinueHere: () => void;
}

/** Says when the line is down, and when it is held by another tab. Its live region is always there, mostly empty. */
export function ConnectionBanner({ connection, onContinueHere }: ConnectionBannerProps) {
  const online = useOnline();
  const elsewhere = online && connection === 'elsewhere';
  const text = !online
    ? words.offline
    : elsewhere
      ? words.elsewhere
      : connection === 'reconnecting'
        ? words.reconnecting
        : '';
  return (
    <div class="banner" role="status">
      {text && (
        <p>
          {text}
          {elsewhere && (
            <button type="button" class="link-button" onClick={onContinueHere}>
              {words.continueHere}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = () => setOnline(navigator.onLine);
    addEventListener('online', update);
    addEventListener('offline', update);
    return () => {
      removeEventListener('online', update);
      removeEventListener('offline', update);
    };
  }, []);
  return online;
}
