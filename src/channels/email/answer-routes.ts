import type { Router } from 'express';
import { z } from 'zod';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import { answerDelayNotice } from '../../tools/answer-delay-notice.js';
import type { Door } from '../../tools/door.js';
import { lookAtDelayNotice } from '../../tools/look-at-delay-notice.js';
import type { Principal } from '../../tools/principal.js';
import { ANSWER_PATH, type AnswerLinks, CHOICES } from './answer-links.js';
import { linkPages } from './link-pages.js';

const Link = z.object({
  noticeId: z.string().max(64),
  choice: z.enum(CHOICES),
  signature: z.string().max(64),
});

/** Whoever holds a signed link: what they may do is answer that notice, and nothing else. */
const LINK_HOLDER: Principal = { kind: 'system', job: 'notice-link' };

/** The pages behind the links of a delay notice. */
export function answerRoutes({
  door,
  links,
  policy,
}: {
  door: Door;
  links: AnswerLinks;
  policy: Pick<ShopPolicy, 'name'>;
}): Router {
  return linkPages({
    path: `${ANSWER_PATH}/:noticeId/:choice/:signature`,
    link: Link,
    isGenuine: (link) => links.isGenuine(link),
    look: ({ noticeId, choice }) => door.call(lookAtDelayNotice, { noticeId, choice }, LINK_HOLDER),
    press: ({ noticeId, choice }) => door.call(answerDelayNotice, { noticeId, choice }, LINK_HOLDER),
    template: 'delay-notice-answer',
    around: (link) => ({ orderNumber: null, choice: link?.choice ?? null, shopName: policy.name }),
    status: { not_found: 404, over: 410, answered: 410 },
  });
}
