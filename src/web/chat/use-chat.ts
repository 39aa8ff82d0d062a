import { useEffect, useRef, useState } from 'preact/hooks';
import { ChatSession, type SessionView } from './chat-session.js';
import { type LauncherLink, meetLauncher } from './launcher-link.js';
import { openSocket } from './open-socket.js';
import { claimTab } from './tab-claim.js';

/** The running chat. `focusCount` rises each time the shopper opens it and the focus should move in. */
export interface Chat {
  readonly session: ChatSession;
  readonly view: SessionView;
  /** Closes the chat, where the page around it can. */
  readonly close: (() => void) | undefined;
  readonly shopName: string | undefined;
  readonly focusCount: number;
}

/** Starts the chat once it is known who is around it, and keeps it in step with the tab and the launcher. */
export function useChat(): Chat | undefined {
  const [view, setView] = useState<SessionView>();
  const [settings, setSettings] = useState<{ open: boolean; stays?: boolean; shopName?: string }>({ open: false });
  const [focusCount, setFocusCount] = useState(0);
  const session = useRef<ChatSession | null>(null);
  const link = useRef<LauncherLink | null>(null);
  const open = settings.open && document.visibilityState === 'visible';

  useEffect(() => {
    const claim = claimTab((taken) => {
      if (taken === session.current?.conversationId) session.current.yieldToOtherTab();
    });
    let online = false;
    function changed(next: SessionView): void {
      const id = session.current?.conversationId;
      if (!online && next.connection === 'online' && id) claim.take(id);
      online = next.connection === 'online';
      setView(next);
    }
    link.current = meetLauncher({
      onHello: ({ userToken, ...shown }) => {
        setSettings(shown);
        session.current = new ChatSession(userToken, openSocket, changed);
        setView(session.current.view);
        session.current.connect();
      },
      onShown: (isOpen, focus) => {
        setSettings((before) => ({ ...before, open: isOpen }));
        if (isOpen && focus) setFocusCount((count) => count + 1);
      },
      onSay: async (text, fresh) => {
        if (fresh) await session.current?.startFresh();
        session.current?.say(text);
      },
    });
    const comeBack = () => {
      if (document.visibilityState === 'visible') session.current?.connect();
      setSettings((before) => ({ ...before }));
    };
    const back = () => session.current?.reconnect();
    document.addEventListener('visibilitychange', comeBack);
    addEventListener('focus', comeBack);
    addEventListener('online', back);
    return () => {
      document.removeEventListener('visibilitychange', comeBack);
      removeEventListener('focus', comeBack);
      removeEventListener('online', back);
    };
  }, []);

  useEffect(() => {
    if (open) session.current?.markRead();
    else link.current?.unread(session.current?.hasUnread() ?? false);
  }, [view, open]);

  if (!view || !session.current || !link.current) return undefined;
  return {
    session: session.current,
    view,
    close: link.current.embedded && !settings.stays ? link.current.close : undefined,
    shopName: settings.shopName ?? view.shopName,
    focusCount,
  };
}
