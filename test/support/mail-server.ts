import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** How the server takes the next mail. `hang up`: it has read the mail and closes without a word. */
export type Mood = 'accept' | 'busy' | 'refuse' | 'hang up';

/** A real mail server on this machine that can be told how to behave. */
export interface TestMailServer {
  readonly url: string;
  /** What it accepted, in order. */
  readonly mails: readonly (Email & { readonly recipients: readonly string[]; readonly raw: string })[];
  mood: Mood;
  close(): Promise<void>;
}

export async function aMailServer(): Promise<TestMailServer> {
  const mails: (Email & { recipients: string[]; raw: string })[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      if (opened.mood === 'busy') return done(Object.assign(new Error('try later'), { responseCode: 451 }));
      if (opened.mood === 'refuse') return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      const raw = Buffer.concat(chunks).toString('utf8');
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      mails.push({ ...(await PostalMime.parse(raw)), recipients, raw });
      if (opened.mood === 'hang up') {
        opened.mood = 'accept';
        for (const connection of server.connections) connection.close();
        return;
      }
      done();
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  const opened: TestMailServer = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    mood: 'accept',
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return opened;
}
