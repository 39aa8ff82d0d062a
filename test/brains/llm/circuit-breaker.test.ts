import { describe, expect, it } from 'vitest';
import { createCircuitBreaker } from '../../../src/brains/llm/circuit-breaker.js';

describe('the circuit breaker', () => {
  const aBreaker = () => {
    const clock = { now: 1_000 };
    const breaker = createCircuitBreaker(() => clock.now);
    return { clock, breaker, failTimes: (times: number) => Array.from({ length: times }, () => breaker.failed()) };
  };

  it('stays closed for two failures and opens at the third, for 30 seconds', () => {
    const { clock, breaker, failTimes } = aBreaker();
    failTimes(2);
    expect(breaker.isOpen()).toBe(false);
    failTimes(1);
    expect(breaker.isOpen()).toBe(true);
    clock.now += 29_999;
    expect(breaker.isOpen()).toBe(true);
    clock.now += 1;
    expect(breaker.isOpen()).toBe(false);
  });

  it('starts to count anew after a success', () => {
    const { breaker, failTimes } = aBreaker();
    failTimes(2);
    breaker.succeeded();
    failTimes(2);
    expect(breaker.isOpen()).toBe(false);
  });

  it('forgets failures that are a minute old', () => {
    const { clock, breaker, failTimes } = aBreaker();
    failTimes(2);
    clock.now += 60_000;
    failTimes(2);
    expect(breaker.isOpen()).toBe(false);
  });

  it('opens again at once when the trial fails', () => {
    const { clock, breaker, failTimes } = aBreaker();
    failTimes(3);
    clock.now += 30_000;
    failTimes(1);
    expect(breaker.isOpen()).toBe(true);
  });
});
