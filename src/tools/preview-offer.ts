import { z } from 'zod';
import { AUTHORITIES } from '../domain/incentives/offer.js';
import { OrderNumber } from '../domain/kernel/ids.js';
import { findOrder } from '../store/orders.js';
import { defineTool } from './define-tool.js';
import { OfferKindName } from './offer-facts.js';
import { judgeWithPreview, OfferPreview } from './offer-preview.js';
import { OfferWorth } from './offer-worth.js';
import { STAFF } from './principal.js';

/** What an offer would cost and leave, and whether the member of staff who asks may give it alone. */
export const previewOffer = defineTool({
  name: 'preview_offer',
  effect: 'read',
  audience: STAFF,
  description: 'Look at an offer for the delay of an order before it is given. Changes nothing.',
  input: z.object({ orderNumber: OrderNumber, offer: OfferKindName, worth: OfferWorth }),
  output: z.discriminatedUnion('kind', [
    OfferPreview.extend({ kind: z.literal('within_limit') }),
    OfferPreview.extend({ kind: z.literal('needs_approval'), by: z.enum(AUTHORITIES) }),
    z.object({ kind: z.literal('refused'), orderNumber: OrderNumber, because: z.string() }),
    z.object({ kind: z.literal('not_found'), orderNumber: OrderNumber }),
  ]),
  authorize: () => true,
  async run({ orderNumber, ...wanted }, context) {
    const order = await findOrder(context.sql, orderNumber);
    if (!order) return { kind: 'not_found' as const, orderNumber };
    const judged = await judgeWithPreview(order, wanted, context);
    if (judged.kind === 'refused') return { ...judged, orderNumber };
    return judged.kind === 'allowed'
      ? { kind: 'within_limit' as const, ...judged.preview }
      : { kind: 'needs_approval' as const, by: judged.by, ...judged.preview };
  },
});
