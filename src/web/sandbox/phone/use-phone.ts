import { useCallback, useState } from 'preact/hooks';
import { useLooks } from '../use-looks.js';
import type { Knobs, Seen } from './wire.js';

export interface Phone {
  readonly seen: Seen | null;
  readonly isReachable: boolean;
  /** False when it could not be sent. */
  send(body: string, picture: boolean): Promise<boolean>;
  turn(knobs: Knobs): Promise<void>;
}

/** One person's phone, looked at again and again while the page is seen. */
export function usePhone(phone: string): Phone {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [isReachable, setReachable] = useState(true);

  const look = useCallback(async () => {
    try {
      const response = await fetch(`/sandbox/phone/ui/seen?phone=${encodeURIComponent(phone)}`);
      if (!response.ok) throw new Error(String(response.status));
      const next: Seen = await response.json();
      setSeen((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
      setReachable(true);
    } catch {
      setReachable(false);
    }
  }, [phone]);

  useLooks(look);

  return {
    seen,
    isReachable,
    async send(body, picture) {
      const wasTaken = await post('send', { phone: seen?.phone ?? phone, body, picture });
      await look();
      return wasTaken;
    },
    async turn(knobs) {
      await post('knobs', knobs);
      await look();
    },
  };
}

async function post(path: string, body: object): Promise<boolean> {
  try {
    const response = await fetch(`/sandbox/phone/ui/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.ok;
  } catch {
    return false;
  }
}
