import type { IncomingHttpHeaders } from 'node:http';
import type { RequestHandler } from 'express';
import { refusal, send } from './answer.js';

/**
 * Whether a page of this origin may use the chat: pages of this server, those on the list, and callers that are no
 * pages (no Origin header). A page cannot set X-Forwarded-Host, so it counts as our own name behind a proxy.
 */
export function isAllowedOrigin(headers: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  const { origin } = headers;
  if (origin === undefined || allowed.includes(origin)) return true;
  const hosts = [headers.host, headers['x-forwarded-host']];
  return URL.canParse(origin) && hosts.includes(new URL(origin).host);
}

/** CORS for the Direct Line routes. A foreign page gets no CORS headers and 403, whatever it asks for. */
export function guardOrigin(allowed: readonly string[]): RequestHandler {
  return (req, res, next) => {
    res.vary('Origin');
    if (!isAllowedOrigin(req.headers, allowed)) {
      send(res, refusal('Forbidden', 'This page may not use the chat.'));
      return;
    }
    const { origin } = req.headers;
    if (origin !== undefined) {
      res.set({ 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after' });
    }
    if (req.method !== 'OPTIONS') {
      next();
      return;
    }
    res.set({
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
      'access-control-max-age': '600',
    });
    res.status(204).end();
  };
}

/** For the pages below /chat/: they may be framed by this server's own pages and by those of the listed origins only. */
export function chatPageHeaders(allowed: readonly string[]): RequestHandler {
  const policy = ['frame-ancestors', "'self'", ...allowed].join(' ');
  return (_req, res, next) => {
    res.set('content-security-policy', policy);
    next();
  };
}
