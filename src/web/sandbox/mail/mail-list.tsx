import { moment } from './moment.js';
import type { Listed } from './wire.js';

/** One row a thread, with its newest mail. `mails`: the newest first. */
export function MailList({
  mails,
  openThread,
}: {
  readonly mails: readonly Listed[];
  readonly openThread: number | undefined;
}) {
  const newest = mails.filter((mail, at) => mails.findIndex(({ thread }) => thread === mail.thread) === at);
  return (
    <ol>
      {newest.map((mail) => {
        const count = mails.filter(({ thread }) => thread === mail.thread).length;
        return (
          <li key={mail.thread}>
            <a href={`#${mail.id}`} aria-current={mail.thread === openThread ? 'true' : undefined}>
              <span class="who">
                <Way mail={mail} />
                {mail.way === 'out' ? mail.to : mail.from}
              </span>
              <time dateTime={mail.receivedAt}>{moment(mail.receivedAt)}</time>
              <strong>
                {mail.subject}
                {count > 1 && <span class="count">{count} mails</span>}
              </strong>
              <span class="start">{mail.start}</span>
            </a>
          </li>
        );
      })}
    </ol>
  );
}

/** Whether the desk sent a mail or got it. */
export const Way = ({ mail: { way, lost } }: { readonly mail: Pick<Listed, 'way' | 'lost'> }) => (
  <span class={`way ${way}`}>{way === 'out' ? 'To' : lost ? 'Not taken, from' : 'From'}</span>
);
