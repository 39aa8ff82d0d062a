import { dateIn } from '../../domain/kernel/dates.js';
import { businessNow } from '../../store/clock.js';
import { getReorder } from '../../tools/get-reorder.js';
import { sentence } from './blocks/build.js';
import { reorderCard, reorderOutcome } from './cards/reorder-card.js';
import type { HandlingDeps } from './create-handling.js';
import { storePosts } from './posts.js';

const SYSTEM = { kind: 'system', job: 'reorder-card' } as const;

/**
 * Brings the card of a request to order up to date: put before those who may decide, and once it is over changed, with a
 * private word to whoever asked. Each state is shown once, however often this is called.
 */
export async function showReorder(reorderId: number, { sql, door, policy, team }: HandlingDeps): Promise<void> {
  const request = await door.call(getReorder, { reorderId }, SYSTEM);
  if (request.kind !== 'found') return;
  const scene = { zone: policy.zone, todayOn: dateIn(policy.zone, await businessNow(sql)) };
  const name = `reorder:${reorderId}`;
  await sql.begin(async (tx) => {
    await storePosts(tx, `${name}:waiting`, [
      {
        method: 'chat.postMessage',
        channel: team.channels.approvals,
        storeAs: name,
        message: reorderCard({ ...request, state: 'waiting' }, scene),
      },
    ]);
    if (request.state !== 'waiting')
      await storePosts(tx, `${name}:over`, [
        { method: 'chat.update', of: { named: name }, message: reorderCard(request, scene) },
        { method: 'chat.postMessage', channel: request.requestedBy, message: sentence(reorderOutcome(request)) },
      ]);
  });
}
