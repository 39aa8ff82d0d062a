import type { Router } from 'express';
import type { Channel } from '../../conversation/channel.js';
import type { Log } from '../../conversation/log.js';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import type { Door } from '../../tools/door.js';
import { createAnswerLinks } from './answer-links.js';
import { answerRoutes } from './answer-routes.js';
import { createEmailChannel } from './email-channel.js';
import { delayNoticeMail } from './kinds/delay-notice.js';
import { supplierMail } from './kinds/supplier-mail.js';
import { createMailTransport } from './mail-transport.js';
import { createReplyAddresses } from './reply-address.js';

/** Where mail goes out, who it comes from, and where its links lead. */
export interface EmailSettings {
  readonly smtpUrl: string;
  readonly from: string;
  readonly publicUrl: string;
}

export interface Email {
  readonly channel: Channel;
  /** The pages behind links in mails. */
  readonly router: Router;
}

/** E-mail outward. `linkSecret` signs the links and the addresses answers come back to; every replica must have the same. */
export function createEmail({
  door,
  policy,
  settings,
  linkSecret,
  log,
}: {
  door: Door;
  policy: ShopPolicy;
  settings: EmailSettings;
  linkSecret: string;
  log: Log;
}): Email {
  const { smtpUrl, from, publicUrl } = settings;
  const links = createAnswerLinks(linkSecret, publicUrl);
  const replies = createReplyAddresses(linkSecret, from);
  const transport = createMailTransport({ url: smtpUrl, from });
  const kinds = [delayNoticeMail({ door, links, replies, policy, log }), supplierMail({ door, replies, from, log })];
  return {
    channel: createEmailChannel({ kinds, transport, from, log }),
    router: answerRoutes({ door, links, policy }),
  };
}
