import { Router } from 'express';
import { createEmail, type Email, type EmailSettings } from '../channels/email/create-email.js';
import { INCOMING_MAIL_PATH } from '../channels/email/receive-mail.js';
import type { Log } from '../conversation/log.js';
import type { Desk, House } from '../desk.js';
import { projectPath } from '../paths.js';
import { catchMail, type MailCatcher } from '../sandbox/mail/catch-mail.js';
import { createGiveMail } from '../sandbox/mail/give-mail.js';
import { mailRouter, receive } from '../sandbox/mail/mail-router.js';
import { type Kept, openMailbox } from '../sandbox/mail/mailbox.js';
import type { Sql } from '../store/connect.js';
import { sharedSecret } from '../store/server-secrets.js';
import { ownOrigin, shownOrigin } from './origins.js';
import { sandboxPlace } from './sandbox-place.js';
import type { ServerParts } from './server-parts.js';

/** Where the stand-in is mounted. */
export const MAIL_PATH = '/sandbox/mail';

/** A mail server to send through, before there is a desk that sends. */
export interface MailServer {
  readonly settings: EmailSettings;
  /** What mail that comes in is signed with; null where none does. */
  readonly incomingSecret: string | null;
  /** The catcher that takes the place of a mail server when none is configured, and its page for the whole desk. */
  readonly sandbox: SandboxMail | null;
}

export interface SandboxMail extends MailCatcher {
  readonly router: Router;
  /** Gives a mail from outside to the desk, as a mail server would, and keeps it in the mailbox. */
  receive(raw: string): Promise<Kept>;
}

/** The mail server of the settings; without one, beside the demo shop, a catcher on this machine; else null. */
export async function openMailServer({
  sql,
  config,
  time,
}: Pick<ServerParts, 'sql' | 'config' | 'time'>): Promise<MailServer | null> {
  if (config.email) return { settings: config.email, incomingSecret: config.email.incomingSecret, sandbox: null };
  if (!time) return null;
  const { now } = time;
  const mailbox = openMailbox(`${sandboxPlace(config, 'mail', await sharedSecret(sql, 'sandbox-mail'))}.jsonl`, now);
  const catcher = await catchMail(mailbox);
  const publicUrl = config.PUBLIC_URL ?? shownOrigin(config);
  // what the mailbox's page signs answers with
  const incomingSecret = await sharedSecret(sql, 'mail-incoming');
  const give = createGiveMail({ url: ownOrigin(config) + INCOMING_MAIL_PATH, secret: incomingSecret });
  return {
    settings: { smtpUrl: catcher.smtpUrl, from: SANDBOX_SENDER, publicUrl },
    incomingSecret,
    sandbox: {
      ...catcher,
      router: Router().use(MAIL_PATH, mailRouter({ mailbox, pages: projectPath('dist/web-sandbox/mail'), give, now })),
      receive: (raw) => receive({ mailbox, give }, raw),
    },
  };
}

const SANDBOX_SENDER = 'TechGadgets4U <orders@techgadgets4u.example>';

/** E-mail outward through a server, and inward where that is set up. */
export async function openEmail(
  { settings, incomingSecret: secret }: MailServer,
  { sql, house, desk, log }: { sql: Sql; house: House; desk: Desk; log: Log },
): Promise<Email> {
  const linkSecret = await sharedSecret(sql, 'notice-links');
  return createEmail({
    ...{ door: desk.door, policy: house.policy, settings, linkSecret, log },
    incoming: secret === null ? undefined : { sql, secret, wake: desk.wakeJobs },
  });
}
