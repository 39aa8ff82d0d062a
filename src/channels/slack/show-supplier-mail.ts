import { getSupplierMail } from '../../tools/get-supplier-mail.js';
import { supplierMailCard } from './cards/supplier-mail-card.js';
import type { HandlingDeps } from './create-handling.js';
import { storePosts } from './posts.js';

const SYSTEM = { kind: 'system', job: 'supplier-mail-card' } as const;

/**
 * Brings the card of a drafted mail up to date: put before those who buy, and once it is decided, sent or dropped,
 * changed. Each state is shown once, however often this is called. A mail that waits for nobody has no card.
 */
export async function showSupplierMail(mailId: string, { sql, door, team }: HandlingDeps): Promise<void> {
  const mail = await door.call(getSupplierMail, { mailId }, SYSTEM);
  if (mail.kind !== 'found' || mail.why === null) return;
  const name = `supplier-mail:${mailId}`;
  await sql.begin(async (tx) => {
    await storePosts(tx, `${name}:draft`, [
      {
        method: 'chat.postMessage',
        channel: team.channels.purchasing,
        storeAs: name,
        message: supplierMailCard({ ...mail, state: 'draft' }),
      },
    ]);
    if (mail.state !== 'draft')
      await storePosts(tx, `${name}:${mail.state}`, [
        { method: 'chat.update', of: { named: name }, message: supplierMailCard(mail) },
      ]);
  });
}
