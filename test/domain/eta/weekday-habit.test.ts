import { describe, expect, it } from 'vitest';
import { WeekdayHabit } from '../../../src/domain/eta/weekday-habit.js';

/** A Sunday. */
const SUNDAY = 3;
const flat = (): Float64Array => Float64Array.from({ length: 15 }, (_, day) => (day === 0 ? 0 : 1 / 14));

/** Goods of supplier 0 come every Tuesday, and each forecast of them is a flat fortnight. */
const tuesdays = (weeks: number): WeekdayHabit => {
  const habit = new WeekdayHabit();
  for (let week = 0; week < weeks; week += 1) {
    const sunday = SUNDAY + 7 * week;
    habit.favour(flat(), 14, sunday, 0);
    habit.believe(0, habit.evidence(sunday + 2));
    habit.learn(0, sunday + 2);
  }
  return habit;
};

describe('weekdays on which goods come', () => {
  it('say nothing before anything came', () => {
    const chances = flat();
    new WeekdayHabit().favour(chances, 14, SUNDAY, -1);
    for (const [day, chance] of chances.entries()) expect(chance).toBeCloseTo(day === 0 ? 0 : 1 / 14, 12);
  });

  it('draw a flat forecast to Tuesdays, the more of them came', () => {
    const onTuesdays = (weeks: number): number => {
      const chances = flat();
      tuesdays(weeks).favour(chances, 14, SUNDAY, 0);
      return (chances[2] ?? 0) + (chances[9] ?? 0);
    };
    expect(onTuesdays(2)).toBeGreaterThan(2 / 14);
    expect(onTuesdays(20)).toBeGreaterThan(0.7);
    expect(onTuesdays(100)).toBeGreaterThan(0.95);
  });

  it('hold for a supplier nobody knows as far as all suppliers keep to them', () => {
    const chances = flat();
    tuesdays(100).favour(chances, 14, SUNDAY, 7);
    expect((chances[2] ?? 0) + (chances[9] ?? 0)).toBeGreaterThan(0.5);
  });

  it('leave a distribution a distribution', () => {
    const chances = flat();
    tuesdays(30).favour(chances, 14, SUNDAY + 4, 0);
    expect(chances.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });

  it('count a Tuesday for them and a Thursday against', () => {
    const habit = tuesdays(20);
    habit.favour(flat(), 14, SUNDAY, 0);
    expect(habit.evidence(SUNDAY + 2)).toBeGreaterThan(0.9);
    expect(habit.evidence(SUNDAY + 4)).toBeLessThan(0.6);
  });
});
