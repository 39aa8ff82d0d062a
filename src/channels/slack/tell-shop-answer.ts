import { linesOf } from '../../store/orders.js';
import { findShopRequest } from '../../store/shop-requests.js';
import { shopRequestFacts } from '../../tools/shop-request-facts.js';
import { shopAnswerCard } from './cards/shop-request-words.js';
import type { HandlingDeps } from './create-handling.js';
import { storePosts } from './posts.js';

/** Tells whoever of the team asked the shop for something what it answered, in their own messages, once. */
export async function tellShopAnswer(requestId: string, { sql, policy }: HandlingDeps): Promise<void> {
  const request = await findShopRequest(sql, requestId);
  if (!request || request.askedBy === null || request.state === 'requested') return;
  const { askedBy, orderNumber } = request;
  const facts = shopRequestFacts(request, await linesOf(sql, [orderNumber]), policy.zone);
  await sql.begin((tx) =>
    storePosts(tx, `shop-answer:${requestId}`, [
      { method: 'chat.postMessage', channel: askedBy, message: shopAnswerCard(orderNumber, facts) },
    ]),
  );
}
