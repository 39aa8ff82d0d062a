import { useEffect, useState } from 'preact/hooks';
import { OpenMail } from './open-mail.jsx';
import { type Listed, listMails } from './wire.js';

const LOOK_EVERY_MS = 2_000;

/** The list of what was caught, the newest first, and the mail that is open; on a phone one of the two. */
export function MailPage() {
  const [mails, setMails] = useState<readonly Listed[] | null>(null);
  const [isAway, setAway] = useState(false);
  const [open, setOpen] = useState<number | null>(openedByAddress);

  useEffect(() => {
    const look = () =>
      listMails().then(
        (found) => {
          setMails(found);
          setAway(false);
        },
        () => setAway(true),
      );
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    const onMove = () => setOpen(openedByAddress());
    addEventListener('hashchange', onMove);
    return () => {
      clearInterval(timer);
      removeEventListener('hashchange', onMove);
    };
  }, []);

  return (
    <main class={open === null ? 'box' : 'box is-open'}>
      <section class="list" aria-label="Mails">
        <header>
          <h1>Mailbox</h1>
          <p>A stand-in: every mail the desk sends lands here, and goes no further.</p>
          {isAway && <p role="status">The desk does not answer. Looking again …</p>}
        </header>
        {mails?.length === 0 && (
          <p class="empty">
            Nothing yet. In <a href="/sandbox/slack">Slack</a>, open an order that is late and press “Send notice …”.
          </p>
        )}
        <ol>
          {mails?.map((mail) => (
            <li key={mail.id}>
              <a href={`#${mail.id}`} aria-current={mail.id === open ? 'true' : undefined}>
                <span class="who">{mail.to}</span>
                <time dateTime={mail.receivedAt}>{clock(mail.receivedAt)}</time>
                <strong>{mail.subject}</strong>
                <span class="start">{mail.start}</span>
              </a>
            </li>
          ))}
        </ol>
      </section>
      {open === null ? <p class="none">Choose a mail to read it.</p> : <OpenMail id={open} key={open} />}
    </main>
  );
}

function openedByAddress(): number | null {
  const id = Number(location.hash.slice(1));
  return Number.isInteger(id) && id > 0 ? id : null;
}

const clock = (at: string): string =>
  new Date(at).toLocaleString(undefined, { weekday: 'short', hour: 'numeric', minute: '2-digit' });
