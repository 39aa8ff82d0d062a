import { Router } from 'express';
import { createEmail, type Email, type EmailSettings } from '../channels/email/create-email.js';
import type { Config } from '../config.js';
import type { Log } from '../conversation/log.js';
import type { Desk, House } from '../desk.js';
import { projectPath } from '../paths.js';
import { catchMail, type MailCatcher } from '../sandbox/mail/catch-mail.js';
import { mailRouter } from '../sandbox/mail/mail-router.js';
import { openMailbox } from '../sandbox/mail/mailbox.js';
import type { Sql } from '../store/connect.js';
import { sharedSecret } from '../store/server-secrets.js';
import { shownOrigin } from './origins.js';
import { sandboxPlace } from './sandbox-place.js';

/** Where the stand-in is mounted. */
export const MAIL_PATH = '/sandbox/mail';

/** A mail server to send through, before there is a desk that sends. */
export interface MailServer {
  readonly settings: EmailSettings;
  /** What mail that comes in is signed with; null where none does. */
  readonly incomingSecret: string | null;
  /** The catcher that takes the place of a mail server when none is configured, and its page for the whole desk. */
  readonly sandbox: (MailCatcher & { readonly router: Router }) | null;
}

/** The mail server of the settings; without one, beside the demo shop, a catcher on this machine; else null. */
export async function openMailServer(sql: Sql, config: Config): Promise<MailServer | null> {
  if (config.email) return { settings: config.email, incomingSecret: config.email.incomingSecret, sandbox: null };
  if (!config.demoShop) return null;
  const mailbox = openMailbox(`${sandboxPlace(config, 'mail', await sharedSecret(sql, 'sandbox-mail'))}.jsonl`);
  const catcher = await catchMail(mailbox);
  const publicUrl = config.PUBLIC_URL ?? shownOrigin(config);
  // what the mailbox's page signs answers with
  const incomingSecret = await sharedSecret(sql, 'mail-incoming');
  return {
    settings: { smtpUrl: catcher.smtpUrl, from: SANDBOX_SENDER, publicUrl },
    incomingSecret,
    sandbox: { ...catcher, router: Router().use(MAIL_PATH, mailRouter(mailbox, projectPath('dist/web-sandbox/mail'))) },
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
