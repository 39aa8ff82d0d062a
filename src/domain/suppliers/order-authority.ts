/** The ranks that may order, least first. */
const RANKS = ['rep', 'lead', 'manager'] as const;
export type OrderingRank = (typeof RANKS)[number];

/** What each rank may order at once, in cents. */
export type OrderingLimits = Readonly<Record<OrderingRank, number>>;

/** The least rank that may order for so much; null where nobody may. */
export const whoMayOrder = (costCents: number, limits: OrderingLimits): OrderingRank | null =>
  RANKS.find((rank) => costCents <= limits[rank]) ?? null;

/** Whether one rank is at least another. */
export const isAtLeast = (rank: OrderingRank, least: OrderingRank): boolean =>
  RANKS.indexOf(rank) >= RANKS.indexOf(least);
