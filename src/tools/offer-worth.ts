import { z } from 'zod';
import type { OfferKind, OfferPolicy, OfferSituation } from '../domain/incentives/offer.js';

/** What an offer is to be worth to the customer: cents, a share of what waits, points, or what policy gives its kind. */
export const OfferWorth = z.union([
  z.strictObject({ cents: z.int().positive() }),
  z.strictObject({ percent: z.number().positive().max(100) }),
  z.strictObject({ points: z.int().positive() }),
  z.strictObject({ usual: z.literal(true) }),
]);
export type OfferWorth = z.infer<typeof OfferWorth>;

/** The face value in cents; null for the usual worth of a kind that has none. */
export function faceCentsOf(
  kind: OfferKind,
  worth: OfferWorth,
  { waitingCents }: Pick<OfferSituation, 'waitingCents'>,
  { kinds }: Pick<OfferPolicy, 'kinds'>,
): number | null {
  if ('cents' in worth) return worth.cents;
  if ('percent' in worth) return Math.floor((waitingCents * worth.percent) / 100 + 1e-6);
  if ('points' in worth) return Math.floor((worth.points * 100) / kinds.points.pointsPerUnit);
  const terms = kinds[kind];
  return 'worthCents' in terms ? terms.worthCents : null;
}
