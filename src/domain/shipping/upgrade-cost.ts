/** What a shipping service costs the customer: the first unit, and each further one. Cents. */
export interface ServicePrice {
  readonly parcelCents: number;
  readonly unitCents: number;
}

/**
 * What sending some units by a faster service costs on top of the postage that was paid for them, in cents. More units
 * never cost less, and more postage paid never costs more. Nothing to send costs nothing.
 */
export function upgradeCost({
  units,
  price,
  postagePaidCents,
}: {
  readonly units: number;
  readonly price: ServicePrice;
  /** Postage paid for these units; 0 when some of what it was paid for has left. */
  readonly postagePaidCents: number;
}): number {
  if (units <= 0) return 0;
  return Math.max(0, price.parcelCents + price.unitCents * (units - 1) - postagePaidCents);
}
