import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox.js';

/** A mail server that takes every mail and passes none on. */
export interface MailCatcher {
  /** Where it listens, for whoever sends: smtp://127.0.0.1:port. */
  readonly smtpUrl: string;
  close(): Promise<void>;
}

const LARGEST_BYTES = 5_000_000;

/** Opens a mail server on a free port of this machine alone; what it takes is in the mailbox before it says so. */
export async function catchMail(mailbox: Mailbox): Promise<MailCatcher> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error('The mail is too large'), { responseCode: 552 }));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        mailbox.add({ to, raw: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      server.off('error', reject);
      // a sender that hangs up in the middle is no fault of the stand-in
      server.on('error', () => {});
      resolve();
    });
  });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mail catcher has no port');
  return {
    smtpUrl: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
