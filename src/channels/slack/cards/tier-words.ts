/** A customer's value tier as the team says it. */
export const TIER_WORDS = { standard: 'standard', plus: 'Plus', vip: 'VIP' } as const;
