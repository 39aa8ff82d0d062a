import { useEffect, useRef, useState } from 'preact/hooks';
import { ChatAs } from './chat-as.jsx';
import type { Person } from './wire.js';

const STAND_INS = [
  {
    id: 'chat',
    title: 'Shop chat',
    alone: '/',
    what: 'Where customers ask. The link opens the whole shop.',
    src: '/chat/',
  },
  {
    id: 'phone',
    title: 'A phone',
    alone: '/sandbox/phone',
    what: 'Texts to and from the shop.',
    src: '/sandbox/phone',
  },
  {
    id: 'mail',
    title: 'Mailbox',
    alone: '/sandbox/mail',
    what: 'All mail, of customers and suppliers.',
    src: '/sandbox/mail',
  },
  { id: 'slack', title: 'Slack', alone: '/sandbox/slack', what: 'The shop’s own team.', src: '/sandbox/slack' },
] as const;
type StandIn = (typeof STAND_INS)[number];

const NARROW = '(max-width: 60rem)';

/** The four windows: side by side, or one at a time where there is no room. */
export function StandIns({ people }: { readonly people: readonly Person[] }) {
  const isNarrow = useIsNarrow();
  const [shown, setShown] = useState<StandIn['id']>('chat');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set(['chat']));
  const show = (id: StandIn['id']) => {
    setShown(id);
    setOpened((before) => new Set([...before, id]));
  };
  return (
    <main class={isNarrow ? 'windows is-narrow' : 'windows'}>
      {isNarrow && <Tabs shown={shown} show={show} />}
      {STAND_INS.map((one) => (
        <section
          key={one.id}
          id={`window-${one.id}`}
          class="window"
          hidden={isNarrow && one.id !== shown}
          {...(isNarrow
            ? { role: 'tabpanel' as const, 'aria-labelledby': `tab-${one.id}` }
            : { 'aria-labelledby': `title-${one.id}` })}
        >
          <header>
            <h2 id={`title-${one.id}`}>{one.title}</h2>
            <p>{one.what}</p>
            <a href={one.alone} target="_blank" rel="noreferrer" aria-label={`${one.title}: open alone`}>
              Open alone ↗
            </a>
          </header>
          {one.id === 'chat' ? (
            <ChatAs people={people} src={one.src} title={one.title} />
          ) : (
            (!isNarrow || opened.has(one.id)) && <iframe src={one.src} title={one.title} />
          )}
        </section>
      ))}
    </main>
  );
}

function Tabs({ shown, show }: { readonly shown: StandIn['id']; readonly show: (id: StandIn['id']) => void }) {
  const list = useRef<HTMLDivElement>(null);
  const move = (by: number) => {
    const at = STAND_INS.findIndex(({ id }) => id === shown);
    const next = STAND_INS[(at + by + STAND_INS.length) % STAND_INS.length];
    if (!next) return;
    show(next.id);
    list.current?.querySelector<HTMLButtonElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label="Windows"
      ref={list}
      onKeyDown={({ key }) => {
        if (key === 'ArrowRight') move(1);
        if (key === 'ArrowLeft') move(-1);
      }}
    >
      {STAND_INS.map(({ id, title }) => (
        <button
          key={id}
          id={`tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === shown}
          aria-controls={`window-${id}`}
          tabIndex={id === shown ? 0 : -1}
          onClick={() => show(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}

function useIsNarrow(): boolean {
  const [isNarrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const onChange = () => setNarrow(query.matches);
    query.addEventListener('change', onChange);
    return () => query.removeEventListener('change', onChange);
  }, []);
  return isNarrow;
}
