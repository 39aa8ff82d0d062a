import type { Router } from 'express';
import { z } from 'zod';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import type { Door } from '../../tools/door.js';
import { lookAtUpdates } from '../../tools/look-at-updates.js';
import type { Principal } from '../../tools/principal.js';
import { stopUpdates } from '../../tools/stop-updates.js';
import { linkPages } from './link-pages.js';
import { STOP_PATH, type StopLinks } from './stop-links.js';

const Link = z.object({ messageId: z.string().max(64), signature: z.string().max(64) });

/** Whoever holds a signed link: what they may do is end those mails, and nothing else. */
const LINK_HOLDER: Principal = { kind: 'system', job: 'stop-link' };

/** The pages behind "no more of these"; a mail program's own button presses theirs (RFC 8058: a post to the same address). */
export function stopRoutes({
  door,
  links,
  policy,
}: {
  door: Door;
  links: StopLinks;
  policy: Pick<ShopPolicy, 'name'>;
}): Router {
  return linkPages({
    path: `${STOP_PATH}/:messageId/:signature`,
    link: Link,
    isGenuine: (link) => links.isGenuine(link),
    look: ({ messageId }) => door.call(lookAtUpdates, { messageId }, LINK_HOLDER),
    press: ({ messageId }) => door.call(stopUpdates, { messageId }, LINK_HOLDER),
    template: 'stop-updates',
    around: () => ({ topic: null, shopName: policy.name }),
    status: { not_found: 404 },
  });
}
