import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crostonRate, tsbRate } from '../../../src/domain/demand/intermittent.js';
import { dampedTrend, meanLevel, smoothedLevel, thetaTrend } from '../../../src/domain/demand/smoothing.js';

const ones = (n: number) => new Float64Array(n).fill(1);
const of = (...values: number[]) => Float64Array.from(values);
const someDemand = fc.array(fc.oneof(fc.nat(50), fc.constant(Number.NaN)), { maxLength: 40 });

describe('levels', () => {
  it('mean: demand over season factors, unknown periods left out', () => {
    expect(meanLevel(of(2, Number.NaN, 4), ones(3), 3).level).toBe(3);
    expect(meanLevel(of(2, 8), of(0.5, 1.5), 2).level).toBe(5);
    expect(meanLevel(of(Number.NaN), ones(1), 1).level).toBe(0);
  });

  it('smoothing: starts as a mean, then moves by alpha', () => {
    // gains 1, 1/2, 1/3, then 0.3: 6, 9, 10, 10 + 0.3 × 10
    expect(smoothedLevel(of(6, 12, 12, 20), ones(4), 4, 0.3).level).toBeCloseTo(13, 12);
    expect(smoothedLevel(of(6, Number.NaN, 12), ones(3), 3, 0.3).level).toBe(9);
  });

  it('smoothing: a period of a dead season hardly moves the level', () => {
    const steady = smoothedLevel(of(10, 10, 0), of(1, 1, 0.1), 3, 0.5).level;
    expect(steady).toBeCloseTo(10 - 0.5 * 0.1 * 10, 12);
  });

  it('capped smoothing: a promotion counts by its frequency, not by its date', () => {
    const calm = [10, 12, 10, 12, 10, 12, 10, 12];
    const early = smoothedLevel(of(...calm.slice(0, 6), 100, ...calm), ones(15), 15, 0.2, 3).level;
    const late = smoothedLevel(of(...calm, ...calm.slice(0, 6), 100), ones(15), 15, 0.2, 3).level;
    const uncapped = smoothedLevel(of(...calm, ...calm.slice(0, 6), 100), ones(15), 15, 0.2).level;
    expect(uncapped).toBeGreaterThan(28);
    expect(Math.abs(late - early)).toBeLessThan(2);
    expect(late).toBeGreaterThan(14);
    expect(late).toBeLessThan(20);
  });

  it('damped trend: follows a ramp, and its forecast flattens', () => {
    const ramp = Float64Array.from({ length: 60 }, (_, at) => 10 + 2 * at);
    const { level, trend, damping } = dampedTrend(ramp, ones(60), 60, { alpha: 0.3, beta: 0.1, damping: 0.9 });
    expect(level).toBeGreaterThan(115);
    expect(trend).toBeGreaterThan(0.8);
    expect(trend).toBeLessThan(2);
    expect(damping).toBe(0.9);
  });

  it('theta: half the slope of the line through all', () => {
    const ramp = Float64Array.from({ length: 30 }, (_, at) => 5 + 3 * at);
    expect(thetaTrend(ramp, ones(30), 30, 0.2).trend).toBeCloseTo(1.5, 9);
    expect(thetaTrend(ramp, ones(30), 5, 0.2).trend).toBe(0);
  });

  it('never fall below 0 and never look beyond the end', () => {
    fc.assert(
      fc.property(someDemand, someDemand, (past, future) => {
        const n = past.length;
        for (const method of [
          (y: Float64Array) => meanLevel(y, ones(y.length), n),
          (y: Float64Array) => smoothedLevel(y, ones(y.length), n, 0.2),
          (y: Float64Array) => smoothedLevel(y, ones(y.length), n, 0.2, 3),
          (y: Float64Array) => dampedTrend(y, ones(y.length), n, { alpha: 0.3, beta: 0.1, damping: 0.9 }),
          (y: Float64Array) => thetaTrend(y, ones(y.length), n, 0.2),
        ]) {
          const known = method(Float64Array.from(past));
          expect(known.level).toBeGreaterThanOrEqual(0);
          expect(method(Float64Array.from([...past, ...future]))).toEqual(known);
        }
      }),
    );
  });
});

describe('intermittent demand', () => {
  it('Croston: size over interval, SBA five per cent less at alpha 0.1', () => {
    // sizes 4, then 3; intervals 3, then 2.5
    const y = of(0, 0, 4, 0, 2, 0, 0);
    expect(crostonRate(y, 7, 0.1, false)).toBeCloseTo(1.2, 12);
    expect(crostonRate(y, 7, 0.1, true)).toBeCloseTo(1.14, 12);
    expect(crostonRate(of(0, 0), 2, 0.1, false)).toBe(0);
  });

  it('TSB: falls while nothing sells, Croston does not', () => {
    const dying = of(3, 3, 3, ...new Array(20).fill(0));
    expect(crostonRate(dying, 23, 0.1, false)).toBe(3);
    expect(tsbRate(dying, 23, 0.1, 0.2)).toBeLessThan(0.1);
    // chance 1, then 1/2; size 4
    expect(tsbRate(of(4, 0), 2, 0.1, 0.05)).toBe(2);
  });
});
