import { Router } from 'express';
import { readCatalogue } from '../demo/catalogue-page.js';
import { demoPeople } from '../demo/people.js';
import { picture } from '../demo/pictures/picture.js';
import type { ShopPolicy } from '../knowledge/shop-policy.js';
import type { Sql } from '../store/connect.js';
import { likelyDaysForNewOrder } from '../tools/new-order-eta.js';

/** What the demo storefront shows: catalogue, pictures, and the people a visitor can try the chat as. */
export function shopPages({ sql, policy }: { sql: Sql; policy: ShopPolicy }): Router {
  const router = Router();
  router.get('/shop/catalogue.json', async (_request, response) => {
    response.json(await readCatalogue(sql, (sku) => likelyDaysForNewOrder(sql, sku, policy)));
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
  return router;
}
