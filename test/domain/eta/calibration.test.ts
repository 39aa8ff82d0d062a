import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calibration } from '../../../src/domain/eta/calibration.js';

/** A forecast of ten days that are equally likely; what is called 0.1 × n is by day n. */
const tenDays = (): Float64Array => Float64Array.from({ length: 11 }, (_, day) => (day === 0 ? 0 : 0.1));
const byDay = (chances: Float64Array, day: number): number =>
  chances.slice(1, day + 1).reduce((sum, one) => sum + one, 0);

describe('what forecasts are corrected by', () => {
  it('is nothing as long as nothing is known', () => {
    const chances = tenDays();
    new Calibration().correct(chances, 10);
    for (let day = 1; day <= 10; day += 1) expect(byDay(chances, day)).toBeCloseTo(day / 10, 9);
  });

  it('is nothing where they were right', () => {
    const calibration = new Calibration();
    for (let at = 0; at < 3_000; at += 1) calibration.learn(((at * 617) % 1_000) / 1_000, true);
    const chances = tenDays();
    calibration.correct(chances, 10);
    for (let day = 1; day <= 10; day += 1) expect(byDay(chances, day)).toBeCloseTo(day / 10, 2);
  });

  it('is how often it really came: all within what was called 0.5', () => {
    const calibration = new Calibration();
    for (let at = 0; at < 10_000; at += 1) calibration.learn(((at * 617) % 1_000) / 2_000, true);
    const chances = tenDays();
    calibration.correct(chances, 10);
    // the window holds 1000 outcomes, the forecast itself counts as 100
    expect(byDay(chances, 5)).toBeCloseTo((1_000 + 0.5 * 100) / 1_100, 3);
    expect(byDay(chances, 10)).toBeCloseTo(1, 9);
  });

  it('counts a hundred outcomes as much as the forecast itself', () => {
    const calibration = new Calibration();
    for (let at = 0; at < 100; at += 1) calibration.learn(0.05, true);
    const chances = tenDays();
    calibration.correct(chances, 10);
    expect(byDay(chances, 1)).toBeCloseTo(0.5 * 1 + 0.5 * 0.1, 1);
  });

  it('stretches no further towards late days than one of log odds: 0.9 is at most what was called 0.9607', () => {
    const calibration = new Calibration();
    // a shock: all came later than any forecast held possible
    for (let at = 0; at < 10_000; at += 1) calibration.learn(1, true);
    // ln(0.9607 / 0.0393) = 3.197 = ln(0.9 / 0.1) + 1
    const chances = Float64Array.of(0, 0.5, 0.4607, 0.0393);
    calibration.correct(chances, 3);
    expect(byDay(chances, 2)).toBeCloseTo(0.9, 3);
    // even odds become e to 1 against
    expect(byDay(chances, 1)).toBeCloseTo(0.2689, 3);
    expect(byDay(chances, 3)).toBeCloseTo(1, 9);
  });

  it('goes by forecasts made only to learn until somebody asks, then soon by those alone', () => {
    const calibration = new Calibration();
    for (let at = 0; at < 10_000; at += 1) calibration.learn(0.05, false);
    const before = tenDays();
    calibration.correct(before, 10);
    expect(byDay(before, 1)).toBeGreaterThan(0.9);
    for (let at = 0; at < 10_000; at += 1) calibration.learn(((at * 617) % 1_000) / 1_000, true);
    const after = tenDays();
    calibration.correct(after, 10);
    expect(byDay(after, 1)).toBeCloseTo((1_000 * 0.1 + 100 * byDay(before, 1)) / 1_100, 2);
  });

  it('leaves a distribution a distribution', () => {
    const position = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(position, fc.boolean()), { maxLength: 300 }), (outcomes) => {
        const calibration = new Calibration();
        for (const [at, isAsked] of outcomes) calibration.learn(at, isAsked);
        const chances = tenDays();
        calibration.correct(chances, 10);
        expect(byDay(chances, 10)).toBeCloseTo(1, 9);
        for (const chance of chances) expect(chance).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });
});
