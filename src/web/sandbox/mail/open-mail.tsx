import { useEffect, useState } from 'preact/hooks';
import { htmlOf, type Opened, openMail } from './wire.js';

type Form = 'html' | 'text' | 'headers';
const FORMS: readonly (readonly [Form, string])[] = [
  ['html', 'As mail'],
  ['text', 'Plain text'],
  ['headers', 'Headers'],
];

/** One mail: as a mail program shows it, as plain text, and with its headers. */
export function OpenMail({ id }: { readonly id: number }) {
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
      <a class="back" href="#all">
        ‹ All mails
      </a>
      <h2>{mail.subject}</h2>
      <p class="envelope">
        From {mail.from} to {mail.to}
      </p>
      <fieldset class="forms">
        <legend>Show it</legend>
        {FORMS.map(([value, words]) => (
          <button type="button" key={value} aria-pressed={form === value} onClick={() => setForm(value)}>
            {words}
          </button>
        ))}
      </fieldset>
      {form === 'html' && mail.hasHtml && (
        <iframe title={mail.subject} src={htmlOf(id)} sandbox="allow-popups allow-popups-to-escape-sandbox" />
      )}
      {(form === 'text' || (form === 'html' && !mail.hasHtml)) && <pre>{mail.text}</pre>}
      {form === 'headers' && <pre>{mail.headers.map(({ name, value }) => `${name}: ${value}`).join('\n')}</pre>}
    </article>
  );
}
