import type { z } from 'zod';
import type { ToolContext } from './define-tool.js';
import type { OfferKindName } from './offer-facts.js';
import { judgeWithPreview } from './offer-preview.js';
import type { OfferWorth } from './offer-worth.js';
import type { OrderCase } from './read-case.js';
import type { ReplyFacts } from './reply-facts.js';

export interface OfferWanted {
  readonly offer: z.infer<typeof OfferKindName>;
  readonly worth: OfferWorth;
}

/** An offer that is about to be given, as a reply to the customer may tell it; or why whoever asks may not give it. */
export async function offerToTell({ order }: OrderCase, wanted: OfferWanted, context: ToolContext) {
  const judged = await judgeWithPreview(order, wanted, context);
  if (judged.kind !== 'allowed') return judged;
  const { offer, offerAmount, offerPercent, offerPoints, validUntil } = judged.preview;
  // only points are the desk's own; everything else is asked of the shop first
  const offerState = offer === 'points' ? 'granted' : 'requested';
  const told: ReplyFacts['offer'] = { offer, offerAmount, offerPercent, offerPoints, offerState, validUntil };
  return { kind: 'allowed' as const, told };
}
