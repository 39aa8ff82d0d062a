import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Credibility, UsualDay } from '../../../src/domain/eta/usual-day.js';

const GENERAL = { centre: 2, spread: 2 };

describe('the usual day of a supplier', () => {
  it('begins where all suppliers are and moves half way with the first, where each counts one', () => {
    const day = new UsualDay(0.04);
    expect(day.usual).toBeUndefined();
    day.add(6, 100, GENERAL, 1);
    // centre 2 + (6 − 2) / 2; the distance of 4 moves the spread by a third: 2 + (4 − 2) / 3
    expect(day.usual!.centre).toBeCloseTo(4, 12);
    expect(day.usual!.spread).toBeCloseTo(2 + 2 / 3, 12);
  });

  it('moves all the way where all suppliers say nothing', () => {
    const day = new UsualDay(0.04);
    day.add(6, 100, GENERAL, 0);
    expect(day.usual!.centre).toBeCloseTo(6, 12);
  });

  it('never stops following: with steps of 0.3 after many deliveries', () => {
    const day = new UsualDay(0.3);
    for (let on = 0; on < 200; on += 1) day.add(0, on, { centre: 0, spread: 10 }, 1);
    const spread = day.usual!.spread;
    day.add(1, 200, GENERAL, 1);
    expect(spread).toBeCloseTo(0.3, 9);
    expect(day.usual!.centre).toBeCloseTo(0.3, 9);
  });

  it('takes one disaster for three spreads, for the centre, and for five, for the spread', () => {
    const day = new UsualDay(0.04);
    day.add(2_000, 100, GENERAL, 1);
    expect(day.usual!.centre).toBeCloseTo(2 + (3 * 2) / 2, 12);
    expect(day.usual!.spread).toBeCloseTo(2 + (5 * 2 - 2) / 3, 12);
  });

  it('counts days, not lines', () => {
    const day = new UsualDay(0.04);
    for (const value of [1, 2, 3]) day.add(value, 100, GENERAL, 1);
    expect(day.receiptDays).toBe(1);
    expect(day.firstBefore(100)).toBeUndefined();
    expect(day.firstBefore(101)).toBe(1);
  });

  it('lies between what came', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 400 }), { minLength: 1, maxLength: 40 }), (values) => {
        const day = new UsualDay(0.04);
        for (const [on, value] of values.entries()) day.add(value, on, GENERAL, 1);
        expect(day.usual!.centre).toBeGreaterThanOrEqual(Math.min(2, ...values) - 1e-9);
        expect(day.usual!.centre).toBeLessThanOrEqual(Math.max(2, ...values) + 1e-9);
        expect(day.usual!.spread).toBeGreaterThanOrEqual(0.3);
      }),
    );
  });
});

describe('how many own deliveries weigh as much as all suppliers together', () => {
  it('is few where suppliers are alike in themselves and unlike each other', () => {
    const unlike = new Credibility();
    for (let at = 0; at < 500; at += 1) unlike.learn(20, 21, 0);
    // within 1/2, between 400 − 1/2
    expect(unlike.prior).toBe(0.1);
  });

  it('is variance within over variance between', () => {
    const even = new Credibility();
    // within 8²/2 = 32, both together 8² = 64
    for (let at = 0; at < 2_000; at += 1) even.learn(8, 16, 0);
    expect(even.prior).toBeCloseTo(1, 6);
  });

  it('is at most eight', () => {
    const alike = new Credibility();
    for (let at = 0; at < 500; at += 1) alike.learn(1, 12, 0);
    expect(alike.prior).toBe(8);
  });
});
