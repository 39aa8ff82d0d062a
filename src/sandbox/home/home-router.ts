import express, { type Response, Router } from 'express';
import { z } from 'zod';
import { isFromThisPage } from '../is-from-this-page.js';

export const SUPPLIER_ANSWERS = ['ten_days', 'three_weeks', 'in_parts'] as const;
export type SupplierAnswer = (typeof SUPPLIER_ANSWERS)[number];

/** What the page may do with the demo. */
export interface World {
  /** All that the page shows, as JSON. */
  look(): Promise<object>;
  /** Begins to let so many days pass; false while time is moving already. */
  moveOn(days: number): Promise<boolean>;
  /** Has the supplier of a purchase order write; `none` where there is no such order, `lost` where the mail was not taken. */
  answer(poNumber: string, how: SupplierAnswer): Promise<'taken' | 'lost' | 'none'>;
  /** Throws the demo away and begins a fresh one, soon after it returns. */
  startOver(): void;
}

const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'";

const Days = z.object({ days: z.union([z.literal(1), z.literal(7)]) });
const Answer = z.object({ poNumber: z.string().max(40), how: z.enum(SUPPLIER_ANSWERS) });

/** The page that shows all stand-ins side by side, for /sandbox. `pages`: where it was built. */
export function homeRouter(world: World, pages: string): Router {
  const router = Router();
  router.use('/home/assets', express.static(`${pages}/assets`, { immutable: true, maxAge: '1y' }));
  router.get('/', (_request, response) => {
    response.set('Content-Security-Policy', PAGE_POLICY).sendFile('index.html', { root: pages });
  });
  router.use('/home/ui', (request, response, next) => {
    if (isFromThisPage(request)) next();
    else response.status(403).json({ error: 'not_this_page' });
  });
  const body = express.json({ limit: '1kb' });
  router.get('/home/ui/seen', async (_request, response) => {
    response.set('Cache-Control', 'no-store').json(await world.look());
  });
  router.post('/home/ui/days', body, async (request, response) => {
    const asked = Days.safeParse(request.body);
    if (!asked.success) return notUnderstood(response);
    response.status((await world.moveOn(asked.data.days)) ? 202 : 409).json({});
  });
  router.post('/home/ui/answer', body, async (request, response) => {
    const asked = Answer.safeParse(request.body);
    if (!asked.success) return notUnderstood(response);
    response.json({ outcome: await world.answer(asked.data.poNumber, asked.data.how) });
  });
  router.post('/home/ui/start-over', (_request, response) => {
    world.startOver();
    response.status(202).json({});
  });
  return router;
}

const notUnderstood = (response: Response): void => void response.status(400).json({ error: 'invalid_arguments' });
