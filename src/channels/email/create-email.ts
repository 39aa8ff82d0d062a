import { Router } from 'express';
import type { Channel } from '../../conversation/channel.js';
import type { Log } from '../../conversation/log.js';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import type { Sql } from '../../store/connect.js';
import type { Door } from '../../tools/door.js';
import { createAnswerLinks } from './answer-links.js';
import { answerRoutes } from './answer-routes.js';
import { createEmailChannel } from './email-channel.js';
import { delayNoticeMail } from './kinds/delay-notice.js';
import { supplierMail } from './kinds/supplier-mail.js';
import { createMailTransport } from './mail-transport.js';
import { receiveMail } from './receive-mail.js';
import { createReplyAddresses } from './reply-address.js';

/** Where mail goes out, who it comes from, where its links lead, and what mail that comes in is signed with. */
export interface EmailSettings {
  readonly smtpUrl: string;
  readonly from: string;
  readonly publicUrl: string;
  /** Null where no mail comes in. */
  readonly incomingSecret: string | null;
}

export interface Email {
  readonly channel: Channel;
  /** The pages behind links in mails, and where mail comes in. */
  readonly router: Router;
}

/**
 * E-mail, out and in. `linkSecret` signs the links and the addresses answers come back to; every replica must have the
 * same. `wake` is called when a mail was stored.
 */
export function createEmail({
  sql,
  door,
  policy,
  settings,
  linkSecret,
  log,
  wake,
}: {
  sql: Sql;
  door: Door;
  policy: ShopPolicy;
  settings: EmailSettings;
  linkSecret: string;
  log: Log;
  wake: () => void;
}): Email {
  const { smtpUrl, from, publicUrl, incomingSecret: secret } = settings;
  const links = createAnswerLinks(linkSecret, publicUrl);
  const replies = createReplyAddresses(linkSecret, from);
  const transport = createMailTransport({ url: smtpUrl, from });
  const kinds = [delayNoticeMail({ door, links, replies, policy, log }), supplierMail({ door, replies, from, log })];
  const router = Router().use(answerRoutes({ door, links, policy }));
  if (secret !== null) router.use(receiveMail({ sql, secret, replies, log, wake }));
  return { channel: createEmailChannel({ kinds, transport, from, log }), router };
}
