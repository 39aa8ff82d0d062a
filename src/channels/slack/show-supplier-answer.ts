import { dateIn } from '../../domain/kernel/dates.js';
import { businessNow } from '../../store/clock.js';
import { getSupplierAnswer } from '../../tools/get-supplier-answer.js';
import type { Principal } from '../../tools/principal.js';
import { supplierAnswerCard } from './cards/supplier-answer-card.js';
import type { HandlingDeps } from './create-handling.js';
import { type Post, storePosts } from './posts.js';

const SHOWING: Principal = { kind: 'system', job: 'supplier-answer-card' };

/**
 * Brings the card of a supplier's mail up to date, one message a mail: what it claims with what is to be decided, and then
 * what became of it. Each state is shown once, however often this is called.
 */
export async function showSupplierAnswer(mailId: number, { sql, door, policy, team }: HandlingDeps): Promise<void> {
  const answer = await door.call(getSupplierAnswer, { mailId }, SHOWING);
  if (answer.kind !== 'found') return;
  const todayOn = dateIn(policy.zone, await businessNow(sql));
  const name = `supplier-answer:${mailId}`;
  const stands = answer.claims.map(({ claimId, state }) => `${claimId}=${state}`).join(',');
  const message = supplierAnswerCard(answer, todayOn);
  const update: Post = { method: 'chat.update', of: { named: name }, message };
  await sql.begin(async (tx) => {
    await storePosts(tx, name, [
      { method: 'chat.postMessage', channel: team.channels.purchasing, storeAs: name, message },
    ]);
    await storePosts(tx, `${name}:${stands}`, [update]);
  });
}
