import express, { Router } from 'express';
import { z } from 'zod';
import { isFromThisPage } from '../is-from-this-page.js';
import type { PhoneCore } from './create-sandbox-phone.js';
import { sendToApp } from './send-to-app.js';

const Typed = z
  .object({ phone: z.string(), body: z.string().max(1_600), picture: z.boolean().default(false) })
  .refine(({ body, picture }) => picture || body.trim() !== '');
const Knobs = z.object({ shuffled: z.boolean(), noSignal: z.boolean() });

/** What the stand-in's own page talks to. */
export function uiRouter(core: PhoneCore): Router {
  const { network, knobs, ours, shopName } = core;
  const router = Router();
  router.use('/ui', (request, response, next) => {
    if (isFromThisPage(request)) next();
    else response.status(403).json({ error: 'not_this_page' });
  });
  router.get('/ui/seen', async (request, response) => {
    const people = await core.people();
    const phone = people.find((person) => person.phone === request.query.phone)?.phone ?? people[0]?.phone ?? '';
    response.json({
      people,
      phone,
      ours,
      shopName,
      knobs,
      texts: network.textsOf(phone),
      hasOptedOut: network.hasOptedOut(phone),
    });
  });
  router.post('/ui/send', express.json({ limit: '16kb' }), async (request, response) => {
    const typed = Typed.safeParse(request.body);
    const people = await core.people();
    if (!typed.success || !people.some(({ phone }) => phone === typed.data.phone))
      return void response.status(400).json({ error: 'invalid_arguments' });
    await sendToApp(core, typed.data);
    response.status(204).end();
  });
  router.post('/ui/knobs', express.json({ limit: '1kb' }), (request, response) => {
    const wanted = Knobs.safeParse(request.body);
    if (!wanted.success) return void response.status(400).json({ error: 'invalid_arguments' });
    Object.assign(knobs, wanted.data);
    response.status(204).end();
  });
  return router;
}
