import { Router } from 'express';
import type { Log } from '../conversation/log.js';
import { demoPeople } from '../demo/people.js';
import { picture } from '../demo/pictures/picture.js';
import type { DeskRules } from '../knowledge/desk-rules.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { Sql } from '../store/connect.js';
import type { Door } from '../tools/door.js';
import { readShopCatalogue } from './shop-catalogue.js';
import { shopOrders } from './shop-orders.js';

export interface ShopParts {
  readonly sql: Sql;
  readonly door: Door;
  readonly policy: ShopPolicy;
  readonly rules: DeskRules;
  readonly log: Log;
}

/** What the demo storefront shows: catalogue, pictures, the people a visitor can try the chat as; and buying there. */
export function shopPages(parts: ShopParts): Router {
  const router = Router();
  router.get('/shop/catalogue.json', async (_request, response) => {
    response.json(await readShopCatalogue(parts.sql, parts));
  });
  router.get('/shop/people.json', (_request, response) => {
    response.json(
      demoPeople().map(({ name, orderNumber, email, situation, try: sentence }) => ({
        name,
        order: orderNumber,
        email,
        situation,
        try: sentence,
      })),
    );
  });
  router.get('/shop/pictures/:file', (request, response) => {
    const sku = /^([A-Z0-9._-]+)\.svg$/.exec(request.params.file)?.[1];
    const drawn = sku === undefined ? undefined : picture(sku);
    if (drawn === undefined)
      response.status(404).json({ error: { code: 'NotFound', message: 'There is no such picture.' } });
    else response.type('image/svg+xml').set('Cache-Control', 'public, max-age=3600').send(drawn);
  });
  router.use(shopOrders(parts));
  return router;
}
