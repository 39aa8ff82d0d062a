import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import type { Door } from '../../tools/door.js';
import { lookAtUpdates } from '../../tools/look-at-updates.js';
import type { Principal } from '../../tools/principal.js';
import { stopUpdates } from '../../tools/stop-updates.js';
import { loadWording } from '../../wording/render.js';
import { LINK_PAGE_HEADERS } from './link-page-headers.js';
import { STOP_PATH, type StopLinks } from './stop-links.js';

const Link = z.object({ messageId: z.string().max(64), signature: z.string().max(64) });

/** Whoever holds a signed link: what they may do is end those mails, and nothing else. */
const LINK_HOLDER: Principal = { kind: 'system', job: 'stop-link' };

/**
 * The pages behind "no more of these". Opening one only shows what it would do, since mail scanners open every link; its
 * button does it, and so does a mail program's own (RFC 8058: a post to the same address).
 */
export function stopRoutes({
  door,
  links,
  policy,
}: {
  door: Door;
  links: StopLinks;
  policy: Pick<ShopPolicy, 'name'>;
}): Router {
  const pages = loadWording('templates/pages/en', 'html');
  const show =
    (act: (messageId: string) => Promise<{ readonly kind: string }>): RequestHandler =>
    async (request, response) => {
      const read = Link.safeParse(request.params);
      const shown =
        read.success && links.isGenuine(read.data) ? await act(read.data.messageId) : { kind: 'not_found' as const };
      response
        .status(shown.kind === 'not_found' ? 404 : 200)
        .set(LINK_PAGE_HEADERS)
        .type('html')
        .send(pages.say('stop-updates', { topic: null, shopName: policy.name, ...shown }));
    };
  const router = Router();
  const path = `${STOP_PATH}/:messageId/:signature`;
  router.get(
    path,
    show((messageId) => door.call(lookAtUpdates, { messageId }, LINK_HOLDER)),
  );
  router.post(
    path,
    show((messageId) => door.call(stopUpdates, { messageId }, LINK_HOLDER)),
  );
  return router;
}
