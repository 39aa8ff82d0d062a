import express, { Router } from 'express';
import { type Answer, answerErrors, answerWith, refusal } from '../channels/web/answer.js';
import { isAllowedOrigin } from '../channels/web/origins.js';
import { createRateLimit } from '../channels/web/rate-limit.js';
import type { Log } from '../conversation/log.js';
import type { Sql } from '../store/connect.js';
import type { Door } from '../tools/door.js';
import { productAvailability } from '../tools/product-availability.js';
import { buy, DEMO_SHOP, Purchase } from './shop-purchase.js';

/** By address. Somebody who tries the shop buys a few things, looks at many. */
const BUYING = { perMinute: 6, burst: 6 };
const LOOKING = { perMinute: 120, burst: 60 };

/** What of a product can be had when, and buying it: for the demo shop's own pages alone. */
export function shopOrders({ sql, door, log }: { sql: Sql; door: Door; log: Log }): Router {
  const limits = { buying: createRateLimit(BUYING), looking: createRateLimit(LOOKING) };
  const router = Router();
  router.get(
    '/shop/availability/:sku',
    answerWith(async ({ ip = '', params }) => {
      const taken = limits.looking.take(ip);
      if (taken.kind === 'limited') return tooMany(taken.retryAfterSeconds);
      const found = await door.call(productAvailability, { product: params.sku }, DEMO_SHOP);
      if (found.kind !== 'found') return refusal('NotFound', 'There is no such product.');
      // what only staff may know stays here
      const { figures: _figures, kind: _kind, ...shown } = found;
      return { status: 200, body: shown };
    }),
  );
  router.post(
    '/shop/orders',
    express.json({ limit: '64kb' }),
    answerWith(async ({ headers, ip = '', body }): Promise<Answer> => {
      if (!isAllowedOrigin(headers, [])) return refusal('Forbidden', 'Only the shop itself may place orders here.');
      const taken = limits.buying.take(ip);
      if (taken.kind === 'limited') return tooMany(taken.retryAfterSeconds);
      const purchase = Purchase.safeParse(body);
      if (!purchase.success) return refusal('BadArgument', 'That is not an order this shop can read.');
      const bought = await buy(purchase.data, { sql, door });
      return { status: bought.kind === 'taken' ? 201 : 409, body: bought };
    }),
  );
  router.use('/shop', answerErrors(log));
  return router;
}

const tooMany = (retryAfterSeconds: number): Answer =>
  refusal('RateLimited', 'That was a lot at once. Please wait a moment.', retryAfterSeconds);
