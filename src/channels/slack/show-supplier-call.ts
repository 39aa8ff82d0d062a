import { dateIn } from '../../domain/kernel/dates.js';
import { businessNow } from '../../store/clock.js';
import { getSupplierCall } from '../../tools/get-supplier-call.js';
import { supplierCallCard } from './cards/supplier-call-card.js';
import type { HandlingDeps } from './create-handling.js';
import { type Post, storePosts } from './posts.js';

const SYSTEM = { kind: 'system', job: 'supplier-call-card' } as const;

/** Brings the card of a call up to date: open, with whoever took it, closed. Each is shown once, however often this is called. */
export async function showSupplierCall(callId: number, { sql, door, policy, team }: HandlingDeps): Promise<void> {
  const found = await door.call(getSupplierCall, { callId }, SYSTEM);
  if (found.kind !== 'found') return;
  const scene = { zone: policy.zone, todayOn: dateIn(policy.zone, await businessNow(sql)) };
  const name = `supplier-call:${callId}`;
  const first = supplierCallCard({ ...found, state: 'open', takenBy: null }, scene);
  const card = (message: typeof first): Post => ({ method: 'chat.update', of: { named: name }, message });
  await sql.begin(async (tx) => {
    await storePosts(tx, `${name}:open`, [
      { method: 'chat.postMessage', channel: team.channels.purchasing, storeAs: name, message: first },
    ]);
    if (found.state === 'done') await storePosts(tx, `${name}:done`, [card(supplierCallCard(found, scene))]);
    else if (found.takenBy !== null)
      await storePosts(tx, `${name}:taken:${found.takenBy}`, [card(supplierCallCard(found, scene))]);
  });
}
