import { useEffect, useState } from 'preact/hooks';
import { SCROLLS } from '../scrolls.js';
import { AnswerMail } from './answer-mail.jsx';
import { Way } from './mail-list.jsx';
import { moment } from './moment.js';
import { htmlOf, type Listed, type Opened, openMail } from './wire.js';

type Form = 'html' | 'text' | 'headers';
const FORMS: readonly (readonly [Form, string])[] = [
  ['html', 'As mail'],
  ['text', 'Plain text'],
  ['headers', 'Headers'],
];

interface OpenMailProps {
  readonly id: number;
  /** The mails of its thread, oldest first. */
  readonly thread: readonly Listed[];
  readonly onSent: () => Promise<void>;
}

/** One mail: as a mail program shows it, as plain text, and with its headers; the others of its thread, and an answer. */
export function OpenMail({ id, thread, onSent }: OpenMailProps) {
  const [mail, setMail] = useState<Opened | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [form, setForm] = useState<Form>('html');
  useEffect(() => {
    openMail(id).then(setMail, () => setMissing(true));
  }, [id]);
  if (isMissing) return <p class="none">There is no such mail.</p>;
  if (!mail) return <p class="none">Opening …</p>;
  return (
    <article class="mail">
      <header>
        <a class="back" href="#all">
          ‹ All mails
        </a>
        <h1 class="subject">{mail.subject}</h1>
        <p class="envelope">
          From {mail.from} to {mail.to}, {moment(mail.receivedAt)}
          {mail.lost && '. The desk did not take it.'}
        </p>
        {thread.length > 1 && <Thread mails={thread} open={id} />}
        <fieldset class="forms">
          <legend>Show it</legend>
          {FORMS.map(([value, words]) => (
            <button type="button" key={value} aria-pressed={form === value} onClick={() => setForm(value)}>
              {words}
            </button>
          ))}
        </fieldset>
      </header>
      {form === 'html' && mail.hasHtml && (
        <iframe title={mail.subject} src={htmlOf(id)} sandbox="allow-popups allow-popups-to-escape-sandbox" />
      )}
      {(form === 'text' || (form === 'html' && !mail.hasHtml)) && <pre {...SCROLLS}>{mail.text}</pre>}
      {form === 'headers' && (
        <pre {...SCROLLS}>{mail.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}</pre>
      )}
      {mail.canAnswer && <AnswerMail id={id} as={mail.to} onSent={onSent} />}
    </article>
  );
}

const Thread = ({ mails, open }: { readonly mails: readonly Listed[]; readonly open: number }) => (
  <nav class="thread" aria-label="This thread">
    <ol>
      {mails.map((mail) => (
        <li key={mail.id}>
          <a class="thread-mail" href={`#${mail.id}`} aria-current={mail.id === open ? 'true' : undefined}>
            <Way mail={mail} /> {mail.way === 'out' ? mail.to : mail.from}
            <time dateTime={mail.receivedAt}>{moment(mail.receivedAt)}</time>
          </a>
        </li>
      ))}
    </ol>
  </nav>
);
