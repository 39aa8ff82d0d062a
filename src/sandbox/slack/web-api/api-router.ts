import express, { type Request, type Response, Router } from 'express';
import type { Core } from '../core.js';
import { SlackError } from '../slack-error.js';
import { METHODS } from './methods.js';

/** The Web API: `/api/<method>`, form or JSON, answered as Slack answers. */
export function apiRouter(core: Core, botToken: string): Router {
  const router = Router();
  const readForm = express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 200 });
  const readJson = express.json({ limit: '2mb' });
  const answer = async (request: Request<{ method: string }>, response: Response): Promise<void> => {
    const name = request.params.method;
    const { knobs } = core;
    if (knobs.down) {
      response.status(503).json({ ok: false, error: 'service_unavailable' });
      return;
    }
    const { token, ...args } = argumentsOf(request);
    try {
      checkToken(request.get('authorization'), token, botToken);
      const method = Object.hasOwn(METHODS, name) ? METHODS[name] : undefined;
      if (!method) throw new SlackError('unknown_method');
      if (knobs.rateLimit.times > 0 && knobs.rateLimit.method === name) {
        knobs.rateLimit.times -= 1;
        const body = new SlackError('ratelimited').body();
        response.status(429).set('Retry-After', String(knobs.rateLimit.retryAfterSeconds)).json(body);
        return;
      }
      response.json({ ok: true, ...(await method(args, core)) });
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      response.json(error.body());
    }
  };
  router.post('/api/:method', readForm, readJson, answer);
  router.get('/api/:method', answer);
  return router;
}

function argumentsOf({ body, query, method }: Request): Record<string, unknown> {
  const given: unknown = method === 'GET' ? query : body;
  return typeof given === 'object' && given !== null ? { ...given } : {};
}

function checkToken(header: string | undefined, inBody: unknown, botToken: string): void {
  const token = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1] ?? inBody;
  if (token === undefined || token === '') throw new SlackError('not_authed');
  if (token !== botToken) throw new SlackError('invalid_auth');
}
