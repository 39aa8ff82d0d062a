import PostalMime, { type Email } from 'postal-mime';
import type { Kept } from './mailbox.js';

/** A mail with what its headers say of those before it. */
export interface ReadMail {
  readonly kept: Kept;
  readonly mail: Email;
  /** In angle brackets; empty where it has none. */
  readonly messageId: string;
  readonly answers: readonly string[];
}

export async function readMail(kept: Kept): Promise<ReadMail> {
  const mail = await PostalMime.parse(kept.raw);
  const named = `${mail.references ?? ''} ${mail.inReplyTo ?? ''}`.match(/<[^<>\s]+>/g) ?? [];
  return { kept, mail, messageId: mail.messageId ?? '', answers: [...new Set(named)] };
}

/** Each mail's thread, named by its first mail: mails that name one another, directly or through others. `mails`: oldest first. */
export function threadsOf(mails: readonly ReadMail[]): ReadonlyMap<number, number> {
  const threadOfId = new Map<string, number>();
  const threads = new Map<number, number>();
  for (const { kept, messageId, answers } of mails) {
    const joined = [...new Set([messageId, ...answers].flatMap((id) => threadOfId.get(id) ?? []))].sort(
      (a, b) => a - b,
    );
    const thread = joined[0] ?? kept.id;
    const others = new Set(joined.slice(1));
    for (const [id, of] of threadOfId) if (others.has(of)) threadOfId.set(id, thread);
    for (const [id, of] of threads) if (others.has(of)) threads.set(id, thread);
    for (const id of [messageId, ...answers]) if (id !== '') threadOfId.set(id, thread);
    threads.set(kept.id, thread);
  }
  return threads;
}
