export type Taken = { readonly kind: 'allowed' } | { readonly kind: 'limited'; readonly retryAfterSeconds: number };

export interface RateLimit {
  take(key: string): Taken;
}

export interface RateLimitOptions {
  readonly perMinute: number;
  /** What may come at once after a quiet time. */
  readonly burst: number;
  /** Keys remembered at most; beyond that the one unused longest is forgotten, so memory stays bounded in a flood. */
  readonly mostKeys?: number;
}

/** A token bucket for each key, in this process's memory. `now` reads milliseconds of any steady clock. */
export function createRateLimit(
  { perMinute, burst, mostKeys = 20_000 }: RateLimitOptions,
  now: () => number = () => performance.now(),
): RateLimit {
  const perMs = perMinute / 60_000;
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(key) {
      const at = now();
      const before = buckets.get(key);
      const tokens = before ? Math.min(burst, before.tokens + (at - before.at) * perMs) : burst;
      const allowed = tokens >= 1;
      // deleted first, so that the map's order is the order of use
      buckets.delete(key);
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at });
      if (buckets.size > mostKeys) {
        const { value: longestUnused } = buckets.keys().next();
        if (longestUnused !== undefined) buckets.delete(longestUnused);
      }
      if (allowed) return { kind: 'allowed' };
      return { kind: 'limited', retryAfterSeconds: Math.ceil((1 - tokens) / perMs / 1000) };
    },
  };
}
