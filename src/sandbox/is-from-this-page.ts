import type { Request } from 'express';

/**
 * Whether a page of this origin asks. Browsers say so in Sec-Fetch-Site, or, away from localhost, in Origin or Referer;
 * another site's page must not act as our people, and a program shows its token instead.
 */
export function isFromThisPage(request: Pick<Request, 'get'>): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = request.get('origin') ?? request.get('referer');
  return from !== undefined && URL.canParse(from) && new URL(from).host === request.get('host');
}
