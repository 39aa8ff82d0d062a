import express, { Router } from 'express';

/** Blocks may show pictures from anywhere, as in Slack; everything else comes from here. */
const POLICY =
  "default-src 'self'; img-src 'self' data: http: https:; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'";

/** The stand-in's page, at its own address, with or without a slash, and at the addresses of its messages. */
export function pageRouter(pages: string): Router {
  const router = Router();
  router.use('/assets', express.static(`${pages}/assets`, { immutable: true, maxAge: '1y' }));
  router.get(['/', '/archives/:channel{/:message}'], (_request, response) => {
    response.set('Content-Security-Policy', POLICY).sendFile('index.html', { root: pages });
  });
  return router;
}
