import { describe, expect, it } from 'vitest';
import { FillHabits } from '../../../src/domain/eta/fill-habit.js';

const whole = { orderedUnits: 10, firstUnits: 10, restAfterDays: null };
const short = { orderedUnits: 10, firstUnits: 8, restAfterDays: 15 };
const shortForGood = { orderedUnits: 10, firstUnits: 6, restAfterDays: null };
const cancelled = { orderedUnits: 10, firstUnits: 0, restAfterDays: null };

describe('how a supplier fills its orders', () => {
  it('is whole where nothing is on record', () => {
    expect(new FillHabits().of('acme')).toMatchObject({ chanceCancelled: 0, chanceShort: 0, chanceRestComes: 1 });
  });

  it('is drawn half from its own five lines and half from all', () => {
    const habits = new FillHabits();
    for (const line of [short, short, short, shortForGood, cancelled]) habits.learn('acme', line);
    for (let at = 0; at < 5; at += 1) habits.learn('bolt', whole);
    // own 4/5 short, all 4/10; own 1/5 cancelled, all 1/10
    expect(habits.of('acme').chanceShort).toBeCloseTo((4 + 5 * 0.4) / 10, 12);
    expect(habits.of('acme').chanceCancelled).toBeCloseTo((1 + 5 * 0.1) / 10, 12);
    // of four short ones three were completed, and brought 8, 8, 8 and 6 of 10 at first
    expect(habits.of('acme').chanceRestComes).toBeCloseTo(0.75, 12);
    expect(habits.of('acme').firstShare).toBeCloseTo(0.75, 12);
    expect(habits.of('acme').restAfterDays).toBe(15);
    expect(habits.of('nobody').chanceShort).toBeCloseTo(0.4, 12);
  });

  it('is not short when all came, in however many parts', () => {
    const habits = new FillHabits();
    for (let at = 0; at < 9; at += 1) habits.learn('acme', whole);
    expect(habits.of('acme')).toMatchObject({ chanceShort: 0, chanceCancelled: 0 });
  });

  it('completes after its own usual time from five completions on', () => {
    const habits = new FillHabits();
    for (const restAfterDays of [30, 30, 30, 30, 30, 30, 30]) habits.learn('bolt', { ...short, restAfterDays });
    for (const restAfterDays of [4, 5, 6, 7]) habits.learn('acme', { ...short, restAfterDays });
    expect(habits.of('acme').restAfterDays).toBe(30);
    habits.learn('acme', { ...short, restAfterDays: 8 });
    expect(habits.of('acme').restAfterDays).toBe(6);
  });
});
