/** What makes an order one to ask about more often. */
export interface RiskFacts {
  /** Days by which one delivery in ten of this supplier comes late, or worse; null without a record. */
  readonly slipP90: number | null;
  /** Orders of customers that wait for the goods, and what these are worth in cents. */
  readonly waitingOrders: number;
  readonly revenueWaitingCents: number;
}

/**
 * Whether an order is asked about more often: somebody waits for it and the supplier is known to be late, or so much waits
 * that asking once too often costs less than not knowing.
 */
export function isHighRisk(
  { slipP90, waitingOrders, revenueWaitingCents }: RiskFacts,
  { slipDays, revenueWaiting }: { readonly slipDays: number; readonly revenueWaiting: number },
): boolean {
  if (waitingOrders === 0) return false;
  return (slipP90 !== null && slipP90 >= slipDays) || revenueWaitingCents >= revenueWaiting;
}
