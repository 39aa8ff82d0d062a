import { describe, expect, it } from 'vitest';
import { createRateLimit } from '../../../src/channels/web/rate-limit.js';

function aLimit(options: { perMinute: number; burst: number; mostKeys?: number }) {
  let at = 0;
  const limit = createRateLimit(options, () => at);
  const takeMany = (key: string, times: number) => Array.from({ length: times }, () => limit.take(key).kind);
  const pass = (ms: number) => {
    at += ms;
  };
  return { limit, takeMany, pass };
}

describe('the rate limit', () => {
  it('allows a burst, then says when to come back, and keeps that word', () => {
    const { limit, takeMany, pass } = aLimit({ perMinute: 20, burst: 5 });
    expect(takeMany('a', 6)).toEqual([...Array(5).fill('allowed'), 'limited']);
    expect(limit.take('a')).toEqual({ kind: 'limited', retryAfterSeconds: 3 });
    pass(2_999);
    expect(limit.take('a').kind).toBe('limited');
    pass(1);
    expect(takeMany('a', 2)).toEqual(['allowed', 'limited']);
  });

  it('counts each key for itself and never saves up more than a burst', () => {
    const { takeMany, pass } = aLimit({ perMinute: 60, burst: 2 });
    expect(takeMany('a', 3)).toEqual(['allowed', 'allowed', 'limited']);
    expect(takeMany('b', 1)).toEqual(['allowed']);
    pass(3_600_000);
    expect(takeMany('a', 3)).toEqual(['allowed', 'allowed', 'limited']);
  });

  it('forgets the key unused longest when there are too many, and not the one that floods', () => {
    const { takeMany } = aLimit({ perMinute: 1, burst: 1, mostKeys: 2 });
    takeMany('quiet', 1);
    takeMany('flood', 1);
    takeMany('flood', 1);
    takeMany('new', 1);
    expect(takeMany('flood', 1)).toEqual(['limited']);
    expect(takeMany('quiet', 1)).toEqual(['allowed']);
  });
});
