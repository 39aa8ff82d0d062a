import { useEffect } from 'preact/hooks';
import { SCROLLS } from '../../scrolls.js';
import { BlockList } from '../blocks/block-list.jsx';
import { SurfaceContext, useNewSurface } from '../blocks/surface.js';
import { Avatar } from '../frame/avatar.jsx';
import { personIn, useHouse } from '../house.js';
import type { View } from '../wire.js';
import { Conversing } from './channel-pane.jsx';

/** The app: its home, and the messages between it and the person. */
export function AppPane({ tab }: { readonly tab: 'home' | 'messages' }) {
  const { seen, act, go } = useHouse();
  const { app } = seen;
  const conversation = seen.conversations.find(({ id }) => id === app.conversation);
  useEffect(() => {
    void act({ kind: 'open-home', tab });
  }, [tab, seen.me]);
  const link = (to: 'home' | 'messages', text: string) => (
    <button
      type="button"
      role="tab"
      aria-selected={tab === to}
      onClick={() => go({ open: to === 'home' ? 'home' : app.conversation, thread: null })}
    >
      {text}
    </button>
  );
  return (
    <section class="channel-pane" aria-label={app.name}>
      <header class="pane-header app-header">
        <h1>
          <Avatar person={personIn(seen, app.user)} size="small" />
          {app.name}
        </h1>
        <div class="tabs" role="tablist">
          {link('home', 'Home')}
          {link('messages', 'Messages')}
        </div>
      </header>
      {tab === 'messages' && conversation && <Conversing conversation={conversation} title={app.name} />}
      {tab === 'home' &&
        (seen.home ? (
          <HomeView view={seen.home} />
        ) : (
          <p class="empty-home">This is where {app.name} will show what is yours to do.</p>
        ))}
    </section>
  );
}

function HomeView({ view }: { readonly view: View }) {
  const { surface } = useNewSurface({ kind: 'home' }, view.blocks);
  return (
    <div class="home-view" {...SCROLLS}>
      <SurfaceContext.Provider value={surface}>
        <BlockList blocks={view.blocks} />
      </SurfaceContext.Provider>
    </div>
  );
}
