import { useEffect, useState } from 'preact/hooks';
import { ActingAs } from './frame/acting-as.jsx';
import { ConfirmDialog } from './frame/confirm-dialog.jsx';
import { KnobsIcon, MenuIcon } from './frame/icons.jsx';
import { KnobsPanel } from './frame/knobs-panel.jsx';
import { Modals } from './frame/modal.jsx';
import { Sidebar } from './frame/sidebar.jsx';
import { type House, HouseContext } from './house.js';
import { AppPane } from './messages/app-pane.jsx';
import { ChannelPane } from './messages/channel-pane.jsx';
import { ThreadPane } from './messages/thread-pane.jsx';
import { usePlace } from './use-place.js';
import { useUnread } from './use-read-marks.js';
import { useWorkspace } from './use-workspace.js';
import type { Confirm } from './wire.js';
import { failureText } from './words.js';

const TOAST_MS = 6_000;

/** The whole page: a Slack workspace on this machine. */
export function SlackPage() {
  const [place, go] = usePlace();
  const { seen, isConnected, act, upload } = useWorkspace(place.me);
  const unread = useUnread(seen, place.open === 'home' ? '' : place.open);
  const [isDrawerOpen, setDrawer] = useState(false);
  const [areKnobsOpen, setKnobs] = useState(false);
  const [toast, setToast] = useState<string | null>(null);
  const [question, setQuestion] = useState<{ ask: Confirm; answer: (isYes: boolean) => void } | null>(null);

  useEffect(() => setDrawer(false), [place.open, place.thread]);
  useEffect(() => {
    if (toast === null) return;
    const timer = setTimeout(() => setToast(null), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast]);

  if (!seen)
    return (
      <p class="loading">
        {isConnected ? 'Opening the workspace …' : 'The workspace cannot be reached. Trying again …'}
      </p>
    );

  const house: House = {
    seen,
    upload,
    tell: setToast,
    go: (change) => {
      setDrawer(false);
      go(change);
    },
    confirm: (ask) =>
      new Promise((resolve) => {
        const answer = (isYes: boolean) => {
          setQuestion(null);
          resolve(isYes);
        };
        setQuestion({ ask, answer });
      }),
    async act(deed) {
      const result = await act(deed);
      // a modal says itself that it could not be sent
      if (result.kind === 'failed' && deed.kind !== 'submit') setToast(failureText(seen.app.name, result.code));
      return result;
    },
  };
  // a private channel of somebody else: the first channel instead
  const conversation = seen.conversations.find(({ id }) => id === place.open) ?? seen.conversations[0];
  const isApp = place.open === 'home' || place.open === seen.app.conversation;
  return (
    <HouseContext.Provider value={house}>
      <div class="slack" data-drawer={isDrawerOpen} data-thread={place.thread !== null}>
        <header class="top-bar">
          <button
            type="button"
            class="icon-button drawer-button"
            aria-label="Channels"
            aria-expanded={isDrawerOpen}
            data-unread={unread.size > 0}
            onClick={() => setDrawer(!isDrawerOpen)}
          >
            <MenuIcon />
          </button>
          <p class="stand-in">This is a stand-in for Slack on your own machine</p>
          <button
            type="button"
            class="icon-button"
            aria-label="Knobs"
            title="Make something go wrong"
            onClick={() => setKnobs(true)}
          >
            <KnobsIcon />
          </button>
          <ActingAs onBecome={(me) => go({ me, thread: null, ...(place.open.startsWith('D') && { open: 'home' }) })} />
        </header>
        <Sidebar open={place.open} unread={unread} onOpen={(open) => house.go({ open, thread: null })} />
        <button
          type="button"
          class="drawer-shade"
          aria-label="Close the list"
          tabIndex={-1}
          onClick={() => setDrawer(false)}
        />
        <main>
          {!isConnected && <p class="offline">Connection lost. Trying again …</p>}
          {isApp ? (
            <AppPane tab={place.open === 'home' ? 'home' : 'messages'} />
          ) : (
            conversation && <ChannelPane conversation={conversation} />
          )}
        </main>
        {place.thread !== null && conversation && <ThreadPane conversation={conversation} ts={place.thread} />}
      </div>
      <Modals stack={seen.stack} />
      {areKnobsOpen && <KnobsPanel onClose={() => setKnobs(false)} />}
      {question && <ConfirmDialog question={question.ask} onAnswer={question.answer} />}
      <div class="toasts" role="status">
        {toast !== null && <p>{toast}</p>}
      </div>
    </HouseContext.Provider>
  );
}
