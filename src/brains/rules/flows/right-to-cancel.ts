import type { LineFacts } from '../../../tools/order-facts.js';
import { defineFlow, say, tell } from '../flow.js';
import { INTENT_TITLES } from '../intent-titles.js';
import { canStillCancel, hasLeft, linesMeant, underTheRule } from '../line-groups.js';
import { identity } from '../needs/identity.js';
import { namedLines } from '../needs/line.js';
import { order } from '../needs/order.js';
import { asksWhetherToCancel } from '../situation-signs.js';
import { lapsedFacts, tellLapsed } from '../tell-lapsed.js';

/** "Can I still cancel?": whether and until when, and where the money would go; nothing is put to them yet. */
export default defineFlow({
  name: 'right_to_cancel',
  intents: [],
  hears: asksWhetherToCancel,
  needs: [identity, order, namedLines],
  steps: [
    ...tellLapsed,
    say((scene) => {
      const meant = linesMeant(scene);
      const lines = meant.filter(canStillCancel);
      if (meant.length > 0 && meant.every(hasLeft)) return [tell('already-shipped', parcelOf(meant), NEXT)];
      if (lines.length === 0) return [tell('no-right-to-cancel', { orderNumber: scene.slots.orderNumber }, NEXT)];
      const [until = null] = underTheRule(scene).flatMap(({ cancelUntil }) => cancelUntil ?? []);
      const { refundMethod } = lapsedFacts(scene);
      return [tell('right-to-cancel', { lines, cancelUntil: until, refundMethod }, CHOICES)];
    }),
  ],
});

/** The items in one breath; the parcel where it is the same for all of them. */
function parcelOf(lines: readonly LineFacts[]) {
  const [{ carrier = null, tracking = null } = {}, ...others] = lines;
  const isOne = others.every((line) => line.tracking === tracking);
  return { lineNames: lines.map(({ lineName }) => lineName), ...(isOne ? { carrier, tracking } : NO_PARCEL) };
}
const NO_PARCEL = { carrier: null, tracking: null };

const CHOICES = ['Cancel an item', INTENT_TITLES.keep_waiting ?? ''];
const NEXT = ['Where is my order?', 'Talk to a person'];
