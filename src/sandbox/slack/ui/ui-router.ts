import express, { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { isFromThisPage } from '../../is-from-this-page.js';
import type { Core } from '../core.js';
import { SlackError } from '../slack-error.js';
import { PEOPLE } from '../state/seed.js';
import { fillFile, reserveFile } from '../uploads.js';
import { carryOut } from './carry-out.js';
import { Deed } from './deed.js';
import type { LiveFeed } from './live-feed.js';

/** Who acts, and in which tab. Anybody at this machine may be any of the five: that is what a stand-in is for. */
const ActingAs = z.object({
  as: z.string().refine((id) => PEOPLE.some((person) => person.id === id)),
  client: z.string().min(8).max(80),
});
const Request = ActingAs.extend({ deed: Deed });
const Upload = ActingAs.extend({ name: z.string().min(1).max(255) });

const MOST_BYTES = 20_000_000;

/** What the stand-in's own page talks to. */
export function uiRouter(core: Core, feed: LiveFeed): Router {
  const router = Router();
  router.use('/ui', onlyThisPage);

  router.get('/ui/stream', (request, response) => {
    const read = ActingAs.safeParse(request.query);
    if (!read.success) response.status(400).json({ kind: 'failed', code: 'invalid_arguments' });
    else feed.open({ user: read.data.as, client: read.data.client }, response);
  });

  router.post('/ui/do', express.json({ limit: '1mb' }), async (request, response) => {
    const read = Request.safeParse(request.body);
    if (!read.success) {
      response.status(400).json({ kind: 'failed', code: 'invalid_arguments' });
      return;
    }
    const { as: user, client, deed } = read.data;
    const isTuning = deed.kind === 'set-knobs' || deed.kind === 'start-over';
    if (core.knobs.down && !isTuning) {
      response.json({ kind: 'failed', code: 'service_unavailable' });
      return;
    }
    try {
      response.json(await carryOut(core, feed, { user, client }, deed));
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      response.json({ kind: 'failed', code: error.code });
    }
  });

  router.post('/ui/upload', express.raw({ type: () => true, limit: MOST_BYTES }), (request, response) => {
    const read = Upload.safeParse(request.query);
    if (!read.success || !Buffer.isBuffer(request.body)) {
      response.status(400).json({ kind: 'failed', code: 'invalid_arguments' });
      return;
    }
    const { as: user, name } = read.data;
    const id = reserveFile(core, { name, length: request.body.length, user });
    fillFile(core, id, request.body);
    response.json({ id });
  });
  return router;
}

const onlyThisPage: RequestHandler = (request, response, next) => {
  if (isFromThisPage(request)) next();
  else response.status(403).json({ kind: 'failed', code: 'not_this_page' });
};
