import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type RequestHandler, Router } from 'express';
import { OrderNumber, Sku } from '../../domain/kernel/ids.js';
import { openLedger } from './ledger.js';
import { MOODS, Mood } from './mood.js';
import { createStandInShop } from './stand-in-shop.js';
import { storefrontPage } from './storefront-page.js';
import { ShopRequest } from './wire.js';

/** Where the page is; the API is below it. */
export const STOREFRONT_PATH = '/sandbox/storefront';
export const STOREFRONT_API = `${STOREFRONT_PATH}/api`;

const PAGE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'";
const SLOW_MS = 3_000;
const RETRY_AFTER_SECONDS = 2;

/**
 * The stand-in for a shop's own system: the HTTP contract of docs/connector.md under STOREFRONT_API, and a page for
 * people that shows what it was told and lets them make it slow, failing or forgetful.
 */
export async function storefrontRoutes({ ledgerFile, token }: { ledgerFile: string; token: string }): Promise<Router> {
  const shop = createStandInShop(await openLedger(ledgerFile));
  const router = Router();
  let mood: Mood = 'well';

  const known: RequestHandler = (request, response, next) => {
    if (sameSecret(request.get('authorization') ?? '', `Bearer ${token}`)) next();
    else response.status(401).json({ reason: 'unknown_token' });
  };
  const inMood: RequestHandler = (_request, response, next) => {
    if (mood === 'failing') response.status(503).set('Retry-After', String(RETRY_AFTER_SECONDS)).json({});
    else if (mood === 'slow') setTimeout(next, SLOW_MS);
    else next();
  };
  router.use(STOREFRONT_API, known, inMood);

  router.post(`${STOREFRONT_API}/requests`, express.json({ limit: '64kb' }), async (request, response) => {
    const key = request.get('idempotency-key');
    const asked = ShopRequest.safeParse(request.body);
    if (!key || !asked.success) {
      response.status(422).json({ reason: 'not_understood' });
      return;
    }
    const outcome = await shop.carryOut(key, asked.data);
    if (mood === 'losing') request.socket.destroy();
    else if (outcome === 'key_used_for_another') response.status(409).json({ reason: outcome });
    else if (outcome.outcome === 'refused') response.status(409).json({ reason: outcome.reason });
    else response.status(201).json({ receipt: outcome.receipt });
  });
  router.get(`${STOREFRONT_API}/requests/:key`, async (request, response) => {
    const outcome = await shop.lookUp(request.params.key);
    if (outcome) response.json(outcome);
    else response.status(404).json({ reason: 'unknown_key' });
  });

  router.get(STOREFRONT_PATH, async (_request, response) => {
    response
      .set({ 'Content-Security-Policy': PAGE_POLICY, 'Cache-Control': 'no-store' })
      .send(storefrontPage(await shop.entries(), mood));
  });
  const form = [fromThisPage, express.urlencoded({ extended: false, limit: '2kb' })];
  router.post(`${STOREFRONT_PATH}/mood`, ...form, (request, response) => {
    mood = Mood.safeParse(request.body.mood).data ?? MOODS[0];
    response.redirect(303, STOREFRONT_PATH);
  });
  router.post(`${STOREFRONT_PATH}/left`, ...form, async (request, response) => {
    const orderNumber = OrderNumber.safeParse(typed(request.body.orderNumber));
    if (orderNumber.success) await shop.handOver(orderNumber.data);
    response.redirect(303, STOREFRONT_PATH);
  });
  router.post(`${STOREFRONT_PATH}/sold-out`, ...form, async (request, response) => {
    const sku = Sku.safeParse(typed(request.body.sku));
    if (sku.success) await shop.sellOut(sku.data);
    response.redirect(303, STOREFRONT_PATH);
  });
  return router;
}

const typed = (value: unknown): string =>
  String(value ?? '')
    .trim()
    .toUpperCase();

/** Another site's page cannot press these buttons. */
const fromThisPage: RequestHandler = (request, response, next) => {
  if (request.get('sec-fetch-site') === 'cross-site') response.status(403).end();
  else next();
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const sameSecret = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));
