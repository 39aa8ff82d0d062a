import { useEffect, useState } from 'preact/hooks';
import { MailList } from './mail-list.jsx';
import { OpenMail } from './open-mail.jsx';
import { type Listed, listMails } from './wire.js';

const LOOK_EVERY_MS = 2_000;

/** The threads, the newest first, and the mail that is open; on a phone one of the two. */
export function MailPage() {
  const [mails, setMails] = useState<readonly Listed[] | null>(null);
  const [isAway, setAway] = useState(false);
  const [open, setOpen] = useState<number | null>(openedByAddress);
  const look = () =>
    listMails().then(
      (found) => {
        setMails(found);
        setAway(false);
      },
      () => setAway(true),
    );

  useEffect(() => {
    void look();
    const timer = setInterval(() => document.hidden || look(), LOOK_EVERY_MS);
    const onMove = () => setOpen(openedByAddress());
    addEventListener('hashchange', onMove);
    return () => {
      clearInterval(timer);
      removeEventListener('hashchange', onMove);
    };
  }, []);

  // an open mail is what the page is about, and on a phone all there is of it
  const Title = open === null ? 'h1' : 'h2';
  const thread = mails?.find(({ id }) => id === open)?.thread;
  return (
    <main class={open === null ? 'box' : 'box is-open'}>
      <section class="list" aria-label="Mails">
        <header>
          <Title class="title">Mailbox</Title>
          <p>A stand-in: every mail the desk sends lands here, and goes no further. You answer as whoever got it.</p>
          {isAway && <p role="status">The desk does not answer. Looking again …</p>}
        </header>
        {mails?.length === 0 && (
          <p class="empty">Nothing yet. When a delivery slips, those who wait for it are told here.</p>
        )}
        <MailList mails={mails ?? []} openThread={thread} />
      </section>
      {open === null ? (
        <p class="none">Choose a mail to read it.</p>
      ) : (
        <OpenMail
          id={open}
          key={open}
          thread={(mails ?? []).filter((mail) => thread !== undefined && mail.thread === thread).reverse()}
          onSent={look}
        />
      )}
    </main>
  );
}

function openedByAddress(): number | null {
  const id = Number(location.hash.slice(1));
  return Number.isInteger(id) && id > 0 ? id : null;
}
