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

/**
 * A leaky bucket for each key, in this process's memory: of every key only the moment is kept at which its bucket will
 * be empty. `now` reads milliseconds of any steady clock.
 */
export function createRateLimit(
  { perMinute, burst, mostKeys = 20_000 }: RateLimitOptions,
  now: () => number = () => performance.now(),
): RateLimit {
  const each = 60_000 / perMinute;
  const emptyAt = new Map<string, number>();
  return {
    take(key) {
      const at = now();
      const before = Math.max(at, emptyAt.get(key) ?? at);
      const overflow = before + each - (at + burst * each);
      // deleted first, so that the map's order is the order of use
      emptyAt.delete(key);
      emptyAt.set(key, overflow > 0 ? before : before + each);
      if (emptyAt.size > mostKeys) {
        const { value: longestUnused } = emptyAt.keys().next();
        if (longestUnused !== undefined) emptyAt.delete(longestUnused);
      }
      return overflow > 0 ? { kind: 'limited', retryAfterSeconds: Math.ceil(overflow / 1000) } : { kind: 'allowed' };
    },
  };
}
