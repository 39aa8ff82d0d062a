import { type RequestHandler, Router } from 'express';
import type { z } from 'zod';
import { loadWording } from '../../wording/render.js';
import { LINK_PAGE_HEADERS } from './link-page-headers.js';

type Shown = { readonly kind: string };

/** The pages behind one kind of signed link in a mail. */
export interface LinkPages<Link> {
  readonly path: string;
  /** What stands in the path. */
  readonly link: z.ZodType<Link>;
  isGenuine(link: Link): boolean;
  /** What pressing the button would do. Changes nothing. */
  look(link: Link): Promise<Shown>;
  press(link: Link): Promise<Shown>;
  readonly template: string;
  /** What the template has besides what is shown; `link` is null for one that cannot be read. */
  around(link: Link | null): Record<string, unknown>;
  /** HTTP status by what is shown; 200 for any other. */
  readonly status: Readonly<Record<string, number>>;
}

/** Opening a page only shows what it would do, since mail scanners open every link; its button, a post to the same address, does it. */
export function linkPages<Link>({ path, link, template, status, ...pages }: LinkPages<Link>): Router {
  const words = loadWording('templates/pages/en', 'html');
  const show =
    (act: (link: Link) => Promise<Shown>): RequestHandler =>
    async (request, response) => {
      const read = link.safeParse(request.params);
      const shown = read.success && pages.isGenuine(read.data) ? await act(read.data) : { kind: 'not_found' };
      response
        .status(status[shown.kind] ?? 200)
        .set(LINK_PAGE_HEADERS)
        .type('html')
        .send(words.say(template, { ...pages.around(read.data ?? null), ...shown }));
    };
  const router = Router();
  router.get(path, show(pages.look));
  router.post(path, show(pages.press));
  return router;
}
