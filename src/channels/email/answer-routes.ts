import { type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { ShopPolicy } from '../../knowledge/shop-policy.js';
import { answerDelayNotice } from '../../tools/answer-delay-notice.js';
import type { Door } from '../../tools/door.js';
import { lookAtDelayNotice } from '../../tools/look-at-delay-notice.js';
import type { Principal } from '../../tools/principal.js';
import { loadWording } from '../../wording/render.js';
import { ANSWER_PATH, type AnswerLinks, CHOICES, type Choice } from './answer-links.js';
import { LINK_PAGE_HEADERS } from './link-page-headers.js';

const Link = z.object({
  noticeId: z.string().max(64),
  choice: z.enum(CHOICES),
  signature: z.string().max(64),
});

/** Whoever holds a signed link: what they may do is answer that notice, and nothing else. */
const LINK_HOLDER: Principal = { kind: 'system', job: 'notice-link' };

const STATUS: Readonly<Record<string, number>> = { not_found: 404, over: 410, answered: 410 };

/**
 * The pages behind the links of a delay notice. Opening one only shows what it would do, since mail scanners open every
 * link; its button does it.
 */
export function answerRoutes({
  door,
  links,
  policy,
}: {
  door: Door;
  links: AnswerLinks;
  policy: Pick<ShopPolicy, 'name'>;
}): Router {
  const pages = loadWording('templates/pages/en', 'html');
  type Answer = { readonly noticeId: string; readonly choice: Choice };
  const show =
    (act: (answer: Answer) => Promise<{ readonly kind: string }>): RequestHandler =>
    async (request, response) => {
      const read = Link.safeParse(request.params);
      const shown =
        read.success && links.isGenuine(read.data)
          ? await act({ noticeId: read.data.noticeId, choice: read.data.choice })
          : { kind: 'not_found' as const };
      const page = pages.say('delay-notice-answer', {
        orderNumber: null,
        choice: read.data?.choice ?? null,
        shopName: policy.name,
        ...shown,
      });
      response
        .status(STATUS[shown.kind] ?? 200)
        .set(LINK_PAGE_HEADERS)
        .type('html')
        .send(page);
    };
  const router = Router();
  const path = `${ANSWER_PATH}/:noticeId/:choice/:signature`;
  router.get(
    path,
    show((answer) => door.call(lookAtDelayNotice, answer, LINK_HOLDER)),
  );
  router.post(
    path,
    show((answer) => door.call(answerDelayNotice, answer, LINK_HOLDER)),
  );
  return router;
}
