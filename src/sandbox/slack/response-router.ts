import express, { Router } from 'express';
import { useResponseUrl } from './callbacks/response-urls.js';
import type { Core } from './core.js';
import { SlackError } from './slack-error.js';

/** The response_urls given to the app. */
export function responseRouter(core: Core): Router {
  const router = Router();
  router.post('/response/:id', express.json({ limit: '2mb' }), (request, response) => {
    if (core.knobs.down) {
      response.status(503).type('text/plain').send('service_unavailable');
      return;
    }
    try {
      useResponseUrl(core, request.params.id, request.body);
      response.type('text/plain').send('ok');
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      response.status(error.code.endsWith('_url') ? 404 : 400).json(error.body());
    }
  });
  return router;
}
