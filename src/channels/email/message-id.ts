import { createHmac } from 'node:crypto';

/** Makes the Message-ID of an outbox row's mail from the row's key. */
export type MessageIdOf = (key: string) => string;

/**
 * It follows from the key: a mail that is sent again, because nobody knows whether it went out, bears the same one, by
 * which mail programs know it. Without `secret`, shared by all replicas, nobody can work it out, so that who names it
 * in an answer or a bounce has seen the mail. `from`: the sender, as in MAIL_FROM.
 */
export function createMessageIds(secret: string, from: string): MessageIdOf {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return (key) => `<${createHmac('sha256', secret).update(`message\n${key}`).digest('hex').slice(0, 40)}@${domain}>`;
}
