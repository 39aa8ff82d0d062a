import { describe, expect, it } from 'vitest';
import { chanceUpTo, DeviationPool, knowledgeLevel } from '../../../src/domain/eta/deviation-pool.js';

const filled = (deviations: readonly number[], level: number, times = 40): DeviationPool => {
  const pool = new DeviationPool();
  for (let at = 0; at < times; at += 1) for (const deviation of deviations) pool.add(deviation, level);
  return pool;
};

describe('how far deliveries come from their usual day', () => {
  it('is the share of deviations up to there', () => {
    const curve = filled([-1, 0, 0, 2], 5).curve(5);
    // newer ones count a little more: one part in two thousand a delivery
    expect(chanceUpTo(curve, -1.5)).toBe(0);
    expect(chanceUpTo(curve, -0.5)).toBeCloseTo(0.25, 2);
    expect(chanceUpTo(curve, 1)).toBeCloseTo(0.75, 2);
    expect(chanceUpTo(curve, 2.5)).toBeCloseTo(1, 9);
  });

  it('runs straight between two sixteenths', () => {
    const curve = filled([0], 5).curve(5);
    expect(chanceUpTo(curve, -1 / 32)).toBeCloseTo(0, 9);
    expect(chanceUpTo(curve, 0)).toBeCloseTo(0.5, 9);
    expect(chanceUpTo(curve, 1 / 32)).toBeCloseTo(1, 9);
  });

  it('takes what is further off than 8 early or 20 late for that', () => {
    const curve = filled([-30, 90], 5).curve(5);
    expect(chanceUpTo(curve, -7.9)).toBeCloseTo(0.5, 1);
    expect(chanceUpTo(curve, 19.9)).toBeCloseTo(0.5, 1);
    expect(chanceUpTo(curve, 20.1)).toBe(1);
  });

  it('borrows from other levels of knowledge: with 20 of its own, half', () => {
    const pool = new DeviationPool();
    for (let at = 0; at < 2_000; at += 1) pool.add(0, 5);
    for (let at = 0; at < 20; at += 1) pool.add(3, 0);
    const borrowed = pool.curve(0);
    const all = 1 - chanceUpTo(pool.curve(1), 1.5);
    expect(all).toBeGreaterThan(0.01);
    expect(1 - chanceUpTo(borrowed, 1.5)).toBeCloseTo(0.5 + 0.5 * all, 2);
  });

  it('knows six levels of knowledge', () => {
    expect([0, 0.5, 1, 2, 3, 5, 6, 11, 12, 24, 25, 900].map(knowledgeLevel)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
    ]);
  });

  it('refuses a level there is not', () => {
    expect(() => new DeviationPool().add(0, 6)).toThrow(RangeError);
    expect(() => new DeviationPool().curve(6)).toThrow(RangeError);
  });
});
