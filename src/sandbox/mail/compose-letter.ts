import MailComposer from 'nodemailer/lib/mail-composer';

/** A mail that somebody outside writes of their own accord, or in answer to one of ours. */
export interface Letter {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Our mail that it answers, in angle brackets; null for none. */
  readonly answers: string | null;
  readonly at: Date;
}

export async function composeLetter({ from, to, subject, text, answers, at }: Letter): Promise<string> {
  const composer = new MailComposer({
    from,
    to,
    subject,
    text,
    date: at,
    ...(answers !== null && { inReplyTo: answers, references: [answers] }),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  });
  return (await composer.compile().build()).toString('utf8');
}
