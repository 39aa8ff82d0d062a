import { Router } from 'express';
import type { Channel } from '../../conversation/channel.js';
import type { Log } from '../../conversation/log.js';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import type { Door } from '../../tools/door.js';
import { createAnswerLinks } from './answer-links.js';
import { answerRoutes } from './answer-routes.js';
import { createEmailChannel } from './email-channel.js';
import { conversationMessage } from './kinds/conversation-message.js';
import { customerMessageMail } from './kinds/customer-message.js';
import { dataExportMail } from './kinds/data-export.js';
import { delayMail } from './kinds/delay-mail.js';
import { delayNoticeMail } from './kinds/delay-notice.js';
import { supplierMail } from './kinds/supplier-mail.js';
import { createMailTransport } from './mail-transport.js';
import { createMessageIds } from './message-id.js';
import { type MailReceiver, receiveMail } from './receive-mail.js';
import { createReplyAddresses } from './reply-address.js';
import { createStopLinks } from './stop-links.js';
import { stopRoutes } from './stop-routes.js';

/** Where mail goes out, who it comes from, and where its links lead. */
export interface EmailSettings {
  readonly smtpUrl: string;
  readonly from: string;
  readonly publicUrl: string;
}

export interface Email {
  readonly channel: Channel;
  /** The pages behind links in mails, and where mail comes in. */
  readonly router: Router;
}

/**
 * E-mail, out and in. `linkSecret` signs the links, the addresses answers come back to and the Message-IDs; every replica
 * must have the same. `incoming`: where mail comes in, if it does.
 */
export function createEmail({
  door,
  policy,
  settings,
  linkSecret,
  incoming,
  log,
}: {
  door: Door;
  policy: ShopPolicy;
  settings: EmailSettings;
  linkSecret: string;
  incoming?: Pick<MailReceiver, 'sql' | 'secret' | 'wake'> | undefined;
  log: Log;
}): Email {
  const { smtpUrl, from, publicUrl } = settings;
  const links = createAnswerLinks(linkSecret, publicUrl);
  const replies = createReplyAddresses(linkSecret, from);
  const transport = createMailTransport({ url: smtpUrl, from });
  const stopLinks = createStopLinks(linkSecret, publicUrl);
  const kinds = [
    delayNoticeMail({ door, links, replies, policy, log }),
    delayMail({ door, links, replies, policy }),
    customerMessageMail({ door, stopLinks, replies, log }),
    dataExportMail({ door, from }),
    supplierMail({ door, replies, from, log }),
    conversationMessage({ door, replies, from }),
  ];
  const router = Router()
    .use(answerRoutes({ door, links, policy }))
    .use(stopRoutes({ door, links: stopLinks, policy }));
  if (incoming) router.use(receiveMail({ ...incoming, replies, log }));
  return {
    channel: createEmailChannel({ kinds, transport, messageIdOf: createMessageIds(linkSecret, from), log }),
    router,
  };
}
