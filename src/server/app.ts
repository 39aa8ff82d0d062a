import express, { type ErrorRequestHandler, type Express, type Router } from 'express';
import type { Log } from '../conversation/log.js';
import { projectPath } from '../paths.js';

export interface AppParts {
  readonly log: Log;
  readonly trustProxy: number;
  readonly health: Router;
  /** Where Slack's requests come in, when Slack is connected. */
  readonly slack: Router | null;
  /** The pages behind links in mails and where mail comes in, when mail is connected. */
  readonly email: Router | null;
  /** Where texts come in, when a provider is connected. */
  readonly sms: Router | null;
  /** The chat's own API. */
  readonly chat: Router;
  /** Headers of the page inside the chat's frame. */
  readonly chatHeaders: express.RequestHandler;
  /** The demo storefront's data, when there is a demo shop. */
  readonly shop: Router | null;
  /** Stand-ins for systems outside, where they are played here. */
  readonly sandboxes: readonly Router[];
}

const PAGE_POLICY =
  "default-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; base-uri 'none'; form-action 'none'; object-src 'none'";

/** Everything that is served on the one port. Body parsers stand on single routes: signatures need the raw body. */
export function createApp({
  log,
  trustProxy,
  health,
  slack,
  email,
  sms,
  chat,
  chatHeaders,
  shop,
  sandboxes,
}: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', trustProxy);
  app.use((_request, response, next) => {
    response.set({ 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin' });
    next();
  });
  app.use(health);
  if (slack) app.use(slack);
  if (email) app.use(email);
  if (sms) app.use(sms);
  app.use(chat);
  for (const sandbox of sandboxes) app.use(sandbox);
  const pages = projectPath('dist/web');
  app.use('/chat', chatHeaders, express.static(`${pages}/chat`, { maxAge: 0 }));
  app.use('/assets', express.static(`${pages}/assets`, { immutable: true, maxAge: '1y', fallthrough: true }));
  if (shop) {
    app.use(shop);
    app.get('/', (_request, response) => {
      response.set('Content-Security-Policy', `${PAGE_POLICY}; frame-ancestors 'self'`).sendFile(`${pages}/index.html`);
    });
  }
  app.use((_request, response) => {
    response.status(404).json({ error: { code: 'NotFound', message: 'There is nothing at this address.' } });
  });
  const onError: ErrorRequestHandler = (err, _request, response, next) => {
    if (response.headersSent) return next(err);
    log.error({ err }, 'a request failed');
    response
      .status(503)
      .set('Retry-After', '2')
      .json({
        error: { code: 'Unavailable', message: 'The desk cannot answer right now. Please try again in a moment.' },
      });
  };
  app.use(onError);
  return app;
}
