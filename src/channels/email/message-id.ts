import { createHash } from 'node:crypto';

/**
 * The Message-ID of an outbox row's mail. It follows from the key alone: a mail that is sent again, because nobody knows
 * whether it went out, bears the same one, by which mail programs know it.
 */
export function messageIdOf(key: string, from: string): string {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
}
