import { existsSync } from 'node:fs';

const USUAL_PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's Chromium: the one CHROMIUM names, or one in a usual place. Null where there is none. */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM names ${named}, and there is nothing.`);
  return named || (USUAL_PLACES.find((place) => existsSync(place)) ?? null);
}

export const NO_BROWSER =
  'The browser tests need Chromium, and there is none here. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.';
